package org.liegg.tck;

import java.util.function.Function;
import org.liegg.api.Batch;
import org.liegg.api.Precision;

/**
 * {@link ExactModel} with two values before the inputs that vary and one behind them, which shift
 * the phase of the sine.
 */
class ExactModelOfThreeInputs extends ExactModel {
  static final int BEFORE = 2;
  static final int SAMPLE = BEFORE + INPUTS + 1;

  ExactModelOfThreeInputs(Precision precision) {
    this(precision, ExactModelOfThreeInputs::new);
  }

  ExactModelOfThreeInputs(Precision precision, Function<Precision, ExactModel> again) {
    super(precision, again);
  }

  @Override
  int sampleSize() {
    return SAMPLE;
  }

  @Override
  int inputFrom() {
    return BEFORE;
  }

  @Override
  double phase(Batch batch, int sample, int output) {
    return (output + 1) * batch.get(sample, 0)
        - 0.5 * batch.get(sample, 1)
        + batch.get(sample, SAMPLE - 1);
  }
}
