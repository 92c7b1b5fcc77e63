package org.liegg.api.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;

class SampleChecksTest {
  private static final SampleChecks DOUBLE = checks(Precision.DOUBLE, 2, 3);

  @Test
  void aClosedSessionIsNamed() {
    assertThatCode(() -> DOUBLE.requireOpen(false)).doesNotThrowAnyException();
    assertThatIllegalStateException()
        .isThrownBy(() -> DOUBLE.requireOpen(true))
        .withMessage("The session on model net.zip is closed");
  }

  @Test
  void samplesAreAsWideAsTheModel() {
    assertThatCode(() -> DOUBLE.requireSamples(new Batch(0, 2, new double[0])))
        .doesNotThrowAnyException();
    assertRefused(
        () -> DOUBLE.requireSamples(new Batch(1, 3, new double[3])),
        "LIEGG-MODEL-INPUT-SIZE: model net.zip: samples have 3 values, the model takes 2; give data"
            + " of the model's width");
  }

  @Test
  void samplesAreFiniteInTheModelsPrecision() {
    Batch large = new Batch(2, 2, new double[] {1, 2, 3, 1e300});
    assertThatCode(() -> DOUBLE.requireSamples(large)).doesNotThrowAnyException();
    assertRefused(
        () -> checks(Precision.FLOAT, 2, 3).requireSamples(large),
        "LIEGG-MODEL-NONFINITE: model net.zip: sample 1 of the batch: input 1 is 1.0E300; use"
            + " double precision");
    assertRefused(
        () -> DOUBLE.requireSamples(new Batch(2, 2, new double[] {1, 2, Double.NaN, 4})),
        "LIEGG-MODEL-NONFINITE: model net.zip: sample 1 of the batch: input 0 is NaN; remove or"
            + " repair the sample");
  }

  @Test
  void resultsAreFinite() {
    Batch batch = new Batch(2, 2, new double[4]);
    double[] responses = DOUBLE.newResponses(batch);
    double[] values = DOUBLE.newJacobians(batch);
    assertThat(responses).hasSize(6);
    assertThat(values).hasSize(12);
    assertThat(DOUBLE.jacobians(batch, values, responses).values()).isSameAs(values);
    assertThat(DOUBLE.outputs(batch, responses).values()).isSameAs(responses);
    values[6] = Double.POSITIVE_INFINITY;
    assertRefused(
        () -> DOUBLE.jacobians(batch, values, responses),
        "LIEGG-MODEL-NONFINITE: model net.zip: sample 1 of the batch: its gradient is Infinity;"
            + " scale the inputs as in training, or use double precision");
    responses[2] = Double.NaN;
    assertRefused(
        () -> DOUBLE.outputs(batch, responses),
        "LIEGG-MODEL-NONFINITE: model net.zip: sample 0 of the batch: its output is NaN; scale the"
            + " inputs as in training, or use double precision");
  }

  @Test
  void resultsFitAnArray() {
    Batch batch = new Batch(3, 1, new double[3]);
    assertRefused(
        () -> checks(Precision.DOUBLE, 1, 1 << 30).newJacobians(batch),
        "LIEGG-MODEL-BATCH-TOO-LARGE: model net.zip: Jacobians of 3 samples are 3 × 1073741824 × 1"
            + " values; use smaller batches");
  }

  private static SampleChecks checks(Precision precision, int inputs, int outputs) {
    return new SampleChecks(
        new ModelInfo(
            new ModelInfo.Origin("net.zip", "", "test", "1"),
            inputs,
            new ModelInfo.Taken(outputs, "output", "output"),
            precision));
  }

  private static void assertRefused(ThrowingCallable action, String message) {
    assertThatExceptionOfType(ModelException.class).isThrownBy(action).withMessage(message);
  }
}
