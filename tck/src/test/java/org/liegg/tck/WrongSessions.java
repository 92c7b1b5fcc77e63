package org.liegg.tck;

import java.util.List;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;
import org.liegg.api.Warning;
import org.liegg.api.spi.ModelGradient;

/** Engines that differentiate rightly and are wrong in everything else, one mistake each. */
final class WrongSessions {

  private WrongSessions() {}

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

  /** Takes NaN for an answer. */
  static final class NanUnchecked extends ExactModel {
    NanUnchecked(Precision precision) {
      super(precision, NanUnchecked::new);
    }

    @Override
    void requireFinite(Batch batch) {}
  }

  /** Takes samples of any width. */
  static final class WidthUnchecked extends ExactModel {
    WidthUnchecked(Precision precision) {
      super(precision, WidthUnchecked::new);
    }

    @Override
    public Jacobians jacobians(Batch batch) {
      double[] values = new double[batch.rows() * sampleSize()];
      for (int n = 0; n < batch.rows(); n++) {
        for (int i = 0; i < Math.min(sampleSize(), batch.columns()); i++) {
          values[n * sampleSize() + i] = batch.get(n, i);
        }
      }
      return super.jacobians(new Batch(batch.rows(), sampleSize(), values));
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
      requireOpen();
      return this;
    }
  }

  /** Has forks in double precision only. */
  static final class ForksInAnotherPrecision extends ExactModel {
    ForksInAnotherPrecision(Precision precision) {
      super(precision, other -> new ForksInAnotherPrecision(Precision.DOUBLE));
    }
  }

  /** Opens a model although its gradients were found wrong. */
  static final class FailedItsCheck extends ExactModel {
    FailedItsCheck(Precision precision) {
      super(precision, FailedItsCheck::new);
    }

    @Override
    public ModelInfo info() {
      return super.info().withSelfCheck(SelfCheck.passed(5, 0.02));
    }
  }

  /** Warns of something. */
  static final class SaysNothing extends ExactModel {
    SaysNothing(Precision precision) {
      super(precision, SaysNothing::new);
    }

    @Override
    public List<Warning> warnings() {
      return List.of(new Warning("something", " "));
    }
  }
}
