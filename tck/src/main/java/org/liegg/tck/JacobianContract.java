package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.liegg.tck.Close.assertClose;
import static org.liegg.tck.Close.rounding;

import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.spi.GradientCheck;
import org.liegg.api.spi.ModelGradient;

/** That a Jacobian holds the derivatives: a row for every output, never a sum of them. */
public interface JacobianContract extends GradientSubject.Part {

  @Test
  default void hasARowForEveryOutputOfEverySample() {
    for (Precision precision : Precision.values()) {
      try (ModelGradient model = subject().open(precision)) {
        ModelInfo info = model.info();
        for (int count : new int[] {0, 1, 2, 7, subject().many()}) {
          Batch batch = subject().samples(count, info);
          Jacobians jacobians = model.jacobians(batch);
          assertThat(jacobians.samples()).isEqualTo(count);
          assertThat(jacobians.outputs()).isEqualTo(info.outputSize());
          assertThat(jacobians.inputs()).isEqualTo(info.inputSize());
          Batch outputs = model.outputs(batch);
          assertThat(outputs.rows()).isEqualTo(count);
          assertThat(outputs.columns()).isEqualTo(info.outputSize());
        }
      }
    }
  }

  /** Each output by its own measure, so that a large one does not hide errors of a small one. */
  @Test
  default void everyRowIsTheGradientOfItsOwnOutput() {
    try (ModelGradient model = subject().open(Precision.DOUBLE)) {
      Batch batch = subject().samples(5, model.info());
      Jacobians expected = Differences.of(model, batch);
      Outputs.requireTellable(expected, 10 * subject().differenceTolerance());
      Jacobians jacobians = model.jacobians(batch);
      for (int output = 0; output < expected.outputs(); output++) {
        double largest = Outputs.largest(expected, output);
        for (int sample = 0; sample < batch.rows(); sample++) {
          for (int input = 0; input < expected.inputs(); input++) {
            assertThat(jacobians.get(sample, output, input))
                .as(
                    "derivative of output %d by input %d at sample %d; seed %d",
                    output, input, sample, GradientSubject.SEED)
                .isCloseTo(
                    expected.get(sample, output, input),
                    within(subject().differenceTolerance() * largest));
          }
        }
      }
    }
  }

  @Test
  default void passesTheCheckOfModelsThatAreOpened() {
    try (ModelGradient model = subject().open(Precision.DOUBLE)) {
      Batch batch = subject().samples(GradientCheck.SAMPLES, model.info());
      assertThat(GradientCheck.error(model, batch)).isLessThanOrEqualTo(GradientCheck.TOLERANCE);
    }
  }

  @Test
  default void singlePrecisionIsCloseToDouble() {
    try (ModelGradient single = subject().open(Precision.FLOAT);
        ModelGradient twice = subject().open(Precision.DOUBLE)) {
      Batch batch = subject().samples(11, single.info());
      assertClose(single.jacobians(batch), twice.jacobians(batch), subject().floatTolerance());
    }
  }

  @Test
  default void responsesAreTheOutputs() {
    for (Precision precision : Precision.values()) {
      try (ModelGradient model = subject().open(precision)) {
        for (int count : new int[] {1, 13}) {
          Batch batch = subject().samples(count, model.info());
          assertClose(
              model.jacobians(batch).responses(),
              model.outputs(batch).values(),
              rounding(precision));
        }
      }
    }
  }
}
