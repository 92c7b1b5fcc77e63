package org.liegg.tck;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;

/** Engines with one mistake each, all of them mistakes that engines have made. */
final class WrongModels {

  private WrongModels() {}

  /** Changes right values in place. */
  private abstract static class Altered extends ExactModel {
    Altered(Precision precision, Function<Precision, ExactModel> again) {
      super(precision, again);
    }

    @Override
    public final Jacobians jacobians(Batch batch) {
      Jacobians right = super.jacobians(batch);
      double[] values = right.values().clone();
      alter(right, values);
      return new Jacobians(right.samples(), OUTPUTS, INPUTS, values, right.responses());
    }

    abstract void alter(Jacobians right, double[] values);
  }

  /** Differentiates the sum of the outputs. */
  static final class SummedOutputs extends Altered {
    SummedOutputs(Precision precision) {
      super(precision, SummedOutputs::new);
    }

    @Override
    void alter(Jacobians right, double[] values) {
      for (int n = 0; n < right.samples(); n++) {
        for (int i = 0; i < INPUTS; i++) {
          double sum = right.get(n, 0, i) + right.get(n, 1, i);
          values[n * OUTPUTS * INPUTS + i] = sum;
          values[(n * OUTPUTS + 1) * INPUTS + i] = sum;
        }
      }
    }
  }

  /** Lays Jacobians out as inputs × outputs. */
  static final class Transposed extends Altered {
    Transposed(Precision precision) {
      super(precision, Transposed::new);
    }

    @Override
    void alter(Jacobians right, double[] values) {
      for (int n = 0; n < right.samples(); n++) {
        for (int o = 0; o < OUTPUTS; o++) {
          for (int i = 0; i < INPUTS; i++) {
            values[n * OUTPUTS * INPUTS + i * OUTPUTS + o] = right.get(n, o, i);
          }
        }
      }
    }
  }

  /** Divides by the batch size, as the gradient of a mean loss is. */
  static final class MeanOverBatch extends Altered {
    MeanOverBatch(Precision precision) {
      super(precision, MeanOverBatch::new);
    }

    @Override
    void alter(Jacobians right, double[] values) {
      for (int i = 0; i < values.length; i++) {
        values[i] /= right.samples();
      }
    }
  }

  /** Accumulates gradients from call to call. */
  static final class StaleState extends Altered {
    private double left;

    StaleState(Precision precision) {
      super(precision, StaleState::new);
    }

    @Override
    void alter(Jacobians right, double[] values) {
      for (int i = 0; i < values.length; i++) {
        values[i] += left;
      }
      left += values.length == 0 ? 0 : 0.25 * values[0];
    }
  }

  /** Runs in training mode: every call drops other units. */
  static final class TrainingMode extends Altered {
    private final Random random = new Random(3);

    TrainingMode(Precision precision) {
      super(precision, TrainingMode::new);
    }

    @Override
    void alter(Jacobians right, double[] values) {
      for (int i = 0; i < values.length; i++) {
        values[i] *= random.nextBoolean() ? 2 : 0;
      }
    }
  }

  /** Is wrong in the last sample of batches of odd size. */
  static final class LosesTheLastSample extends Altered {
    LosesTheLastSample(Precision precision) {
      super(precision, LosesTheLastSample::new);
    }

    @Override
    void alter(Jacobians right, double[] values) {
      if (right.samples() % 2 == 1) {
        Arrays.fill(values, values.length - OUTPUTS * INPUTS, values.length, 0);
      }
    }
  }

  /** Computes in single precision whatever it is asked for. */
  static final class SinglePrecision extends ExactModel {
    SinglePrecision(Precision precision) {
      super(precision, SinglePrecision::new);
    }

    @Override
    double rounded(double value) {
      return (float) value;
    }
  }

  /** Returns its own buffer, and writes to it in the next call. */
  static final class SharedBuffer extends ExactModel {
    private final double[] buffer = new double[9 * OUTPUTS * INPUTS];

    SharedBuffer(Precision precision) {
      super(precision, SharedBuffer::new);
    }

    @Override
    public Jacobians jacobians(Batch batch) {
      Jacobians right = super.jacobians(batch);
      if (right.values().length != buffer.length) {
        return right;
      }
      System.arraycopy(right.values(), 0, buffer, 0, buffer.length);
      return new Jacobians(right.samples(), OUTPUTS, INPUTS, buffer, right.responses());
    }
  }

  /** Takes any samples for good. */
  static final class Unchecked extends ExactModel {
    Unchecked(Precision precision) {
      super(precision, Unchecked::new);
    }

    @Override
    void requireUsable(Batch batch) {
      info();
    }
  }

  /** Works on after closing. */
  static final class NeverCloses extends ExactModel {
    NeverCloses(Precision precision) {
      super(precision, NeverCloses::new);
    }

    @Override
    public void close() {}
  }

  /** Hands out itself as its fork. */
  static final class ForksItself extends ExactModel {
    ForksItself(Precision precision) {
      super(precision, ForksItself::new);
    }

    @Override
    public ModelGradient fork() {
      info();
      return this;
    }
  }
}
