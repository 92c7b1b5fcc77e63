package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;

/** That samples which the model cannot take are refused, and never answered for. */
public interface BadSamplesContract extends GradientSubject.Part {

  @Test
  default void refusesAnotherWidthAndSaysBoth() {
    for (Precision precision : Precision.values()) {
      try (ModelGradient model = subject().open(precision)) {
        ModelInfo info = model.info();
        int size = info.sampleSize();
        for (int width : new int[] {size - 1, size + 3, 2 * size, info.inputSize()}) {
          if (width == size) {
            continue;
          }
          Batch batch = new Batch(3, width, new double[3 * width]);
          assertThatExceptionOfType(ModelException.class)
              .isThrownBy(() -> model.jacobians(batch))
              .withMessageContaining(String.valueOf(width))
              .withMessageContaining(String.valueOf(size));
          assertThatExceptionOfType(ModelException.class).isThrownBy(() -> model.outputs(batch));
        }
      }
    }
  }

  @Test
  default void refusesSamplesThatAreNotFinite() {
    try (ModelGradient model = subject().open(Precision.DOUBLE)) {
      ModelInfo info = model.info();
      refusesPoison(model, info.inputFrom());
      refusesPoison(model, info.inputFrom() + info.inputSize() - 1);
    }
  }

  /** With one input, these are the ends of the sample once more. */
  @Test
  default void refusesSamplesWhoseOtherInputsAreNotFinite() {
    try (ModelGradient model = subject().open(Precision.DOUBLE)) {
      ModelInfo info = model.info();
      refusesPoison(model, info.inputFrom() == 0 ? info.sampleSize() - 1 : 0);
      refusesPoison(
          model,
          info.inputFrom() + info.inputSize() < info.sampleSize() ? info.sampleSize() - 1 : 0);
    }
  }

  private void refusesPoison(ModelGradient model, int column) {
    int size = model.info().sampleSize();
    for (double poison :
        new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
      Batch batch = subject().samples(5, model.info());
      batch.values()[3 * size + column] = poison;
      assertThatExceptionOfType(ModelException.class)
          .as("value %d of a sample is %s", column, poison)
          .isThrownBy(() -> model.jacobians(batch))
          .withMessageStartingWith("LIEGG-MODEL-NONFINITE")
          .withMessageContaining("sample 3");
      assertThatExceptionOfType(ModelException.class)
          .as("value %d of a sample is %s", column, poison)
          .isThrownBy(() -> model.outputs(batch))
          .withMessageStartingWith("LIEGG-MODEL-NONFINITE");
    }
  }
}
