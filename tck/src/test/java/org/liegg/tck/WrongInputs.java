package org.liegg.tck;

import java.util.Arrays;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.Precision;

/** Engines for models of several inputs that mistake one input for another. */
final class WrongInputs {

  private WrongInputs() {}

  /** Leaves the inputs that do not vary at 0. */
  static final class IgnoresTheOthers extends ExactModelOfThreeInputs {
    IgnoresTheOthers(Precision precision) {
      super(precision, IgnoresTheOthers::new);
    }

    @Override
    double phase(Batch batch, int sample, int output) {
      return 0;
    }
  }

  /** Takes the other inputs of the first sample for all. */
  static final class OthersOfTheFirstSample extends ExactModelOfThreeInputs {
    OthersOfTheFirstSample(Precision precision) {
      super(precision, OthersOfTheFirstSample::new);
    }

    @Override
    double phase(Batch batch, int sample, int output) {
      return super.phase(batch, 0, output);
    }
  }

  /** Says that the inputs that vary are the first ones, and means the third to fifth. */
  static final class WrongPlace extends ExactModelOfThreeInputs {
    WrongPlace(Precision precision) {
      super(precision, WrongPlace::new);
    }

    @Override
    int inputFrom() {
      return 0;
    }

    @Override
    int trueInputFrom() {
      return BEFORE;
    }
  }

  /** Looks for NaN only where it differentiates. */
  static final class NanUnchecked extends ExactModelOfThreeInputs {
    NanUnchecked(Precision precision) {
      super(precision, NanUnchecked::new);
    }

    @Override
    void requireFinite(Batch batch) {
      super.requireFinite(batch.features(BEFORE, BEFORE + INPUTS));
    }
  }

  /** Takes a batch of the input that varies alone. */
  static final class WidthUnchecked extends ExactModelOfThreeInputs {
    WidthUnchecked(Precision precision) {
      super(precision, WidthUnchecked::new);
    }

    @Override
    public Jacobians jacobians(Batch batch) {
      return super.jacobians(batch.columns() == INPUTS ? padded(batch) : batch);
    }

    private static Batch padded(Batch batch) {
      double[] values = new double[batch.rows() * SAMPLE];
      Arrays.setAll(
          values,
          i -> {
            int column = i % SAMPLE - BEFORE;
            return column < 0 || column >= INPUTS ? 0 : batch.get(i / SAMPLE, column);
          });
      return new Batch(batch.rows(), SAMPLE, values);
    }
  }
}
