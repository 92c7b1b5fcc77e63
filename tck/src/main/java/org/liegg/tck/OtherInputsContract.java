package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.liegg.tck.Close.assertApart;
import static org.liegg.tck.Close.assertClose;
import static org.liegg.tck.Close.rounding;

import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;

/**
 * That the inputs that do not vary are each sample's own. Models of one input have none, and the
 * tests do not apply to them.
 */
public interface OtherInputsContract extends GradientSubject.Part {

  @Test
  default void theOtherInputsOfASampleChangeItsOutputs() {
    try (ModelGradient model = subject().open(Precision.DOUBLE)) {
      Batch batch = subject().samples(6, requireOtherInputs(model));
      Batch changed = withOthers(batch, model.info());
      Jacobians before = model.jacobians(batch);
      Jacobians after = model.jacobians(changed);
      for (int sample = 0; sample < batch.rows(); sample++) {
        assertApart(
            after.slice(sample, sample + 1).responses(),
            before.slice(sample, sample + 1).responses(),
            1e-6,
            "outputs of sample " + sample + " with and without other values of its other inputs");
      }
    }
  }

  @Test
  default void theOtherInputsOfASampleAreNoneOfTheNext() {
    for (Precision precision : Precision.values()) {
      try (ModelGradient model = subject().open(precision)) {
        Batch batch = subject().samples(6, requireOtherInputs(model));
        Batch changed = withOthers(batch, model.info());
        Jacobians before = model.jacobians(batch);
        Jacobians after = model.jacobians(changed);
        Batch mixed = Samples.of(Samples.joined(batch, changed), 0, 7, 2, 9, 4, 11);
        Jacobians actual = model.jacobians(mixed);
        Batch outputs = model.outputs(mixed);
        for (int sample = 0; sample < mixed.rows(); sample++) {
          Jacobians expected = (sample % 2 == 0 ? before : after).slice(sample, sample + 1);
          assertClose(actual.slice(sample, sample + 1), expected, rounding(precision));
          assertClose(
              outputs.slice(sample, sample + 1).values(),
              expected.responses(),
              rounding(precision));
        }
      }
    }
  }

  @Test
  default void aSampleIsMoreThanTheInputThatVaries() {
    try (ModelGradient model = subject().open(Precision.DOUBLE)) {
      ModelInfo info = requireOtherInputs(model);
      assertThat(info.input()).as("name of the input that varies").isNotBlank();
      Jacobians jacobians = model.jacobians(subject().samples(3, info));
      assertThat(jacobians.inputs()).isEqualTo(info.inputSize()).isLessThan(info.sampleSize());
    }
  }

  /** The same samples where the inputs that do not vary have other values. */
  private Batch withOthers(Batch batch, ModelInfo info) {
    Batch others = subject().samples(batch.rows(), info, GradientSubject.SEED + 1);
    return Samples.withOthers(batch, others, info);
  }

  private static ModelInfo requireOtherInputs(ModelGradient model) {
    ModelInfo info = model.info();
    assumeTrue(info.sampleSize() > info.inputSize(), "all inputs of the model vary");
    return info;
  }
}
