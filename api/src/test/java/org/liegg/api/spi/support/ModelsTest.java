package org.liegg.api.spi.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.Head;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;
import org.liegg.api.Warning;
import org.liegg.api.WarningCode;
import org.liegg.api.spi.GradientCheck;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.PreparedModel;

class ModelsTest {
  private static final ModelOptions DEFAULTS = ModelOptions.defaults();
  private static final Batch PROBE = new Batch(1, 2, new double[] {0.5, -2});
  private static final Batch UNFIT = new Batch(1, 2, new double[] {Double.NaN, 0});

  private final Squares right = new Squares(1);
  private final Squares wrong = new Squares(1.01);

  @Test
  void verifiesInDoublePrecisionWhateverIsAskedFor() {
    try (ModelGradient model = Models.open(right::session, DEFAULTS)) {
      assertThat(right.opened).containsExactly(Precision.FLOAT, Precision.DOUBLE);
      assertThat(model.info().precision()).isEqualTo(Precision.FLOAT);
      assertThat(model.info().selfCheck().status()).isEqualTo(SelfCheck.Status.PASSED);
      assertThat(model.info().selfCheck().samples()).isEqualTo(GradientCheck.SAMPLES);
      assertThat(right.open).isEqualTo(1);
    }
    assertThat(right.open).isZero();
  }

  @Test
  void verifiesAForkWhereDoublePrecisionIsAskedFor() {
    Models.open(right::session, new ModelOptions(Precision.DOUBLE)).close();
    assertThat(right.opened).containsExactly(Precision.DOUBLE);
    assertThat(right.open).isZero();
  }

  @Test
  void verifiesAtTheCallersSamples() {
    try (ModelGradient model = Models.open(right::session, DEFAULTS.withProbe(PROBE))) {
      assertThat(model.info().selfCheck().samples()).isEqualTo(1);
    }
  }

  @Test
  void verifiesAtRandomSamplesWhereTheCallersAreNone() {
    try (ModelGradient model = Models.open(right::session, DEFAULTS.withProbe(Batch.empty(2)))) {
      assertThat(model.info().selfCheck().samples()).isEqualTo(GradientCheck.SAMPLES);
    }
  }

  @Test
  void refusesWrongDerivativesAndClosesEverySession() {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> Models.open(wrong::session, DEFAULTS))
        .withMessageStartingWith("LIEGG-MODEL-WRONG-GRADIENT: model live String: ")
        .withMessageContaining("the derivatives that squares gives are not those of its values");
    assertThat(wrong.open).isZero();
  }

  @Test
  void opensWrongDerivativesUnverifiedWhereThatIsAskedFor() {
    try (ModelGradient model = Models.open(wrong::session, DEFAULTS.withSelfCheck(false))) {
      assertThat(model.info().selfCheck()).isEqualTo(SelfCheck.skipped());
      assertThat(model.warnings()).containsExactly(Squares.OWN);
      assertThat(wrong.opened).containsExactly(Precision.FLOAT);
    }
  }

  @Test
  void putsTheHeadOn() {
    Batch sample = new Batch(1, 2, new double[] {3, Math.sqrt(2)});
    for (Head head : Head.values()) {
      try (ModelGradient model = Models.open(right, Squares.SOURCE, DEFAULTS.withHead(head));
          ModelGradient fork = model.fork()) {
        assertThat(model.info().head()).isEqualTo(head.label());
        assertThat(fork.info()).isEqualTo(model.info());
        double first = model.outputs(sample).get(0, 0);
        switch (head) {
          case OUTPUT, LOGITS -> assertThat(first).isEqualTo(9);
          case SOFTMAX -> assertThat(first).isBetween(0.99, 1.0);
          case NORMALIZED_LOGITS -> assertThat(first).isBetween(0.91, 0.92);
        }
      }
    }
  }

  @Test
  void leavesOffTheHeadWhereOnlyVerifiedIsAskedFor() {
    PreparedModel prepared = right::session;
    try (ModelGradient model = Models.verified(prepared, DEFAULTS.withHead(Head.SOFTMAX))) {
      assertThat(model.info().head()).isEqualTo(Head.OUTPUT.label());
      assertThat(model.info().selfCheck().status()).isEqualTo(SelfCheck.Status.PASSED);
    }
  }

  @Test
  void doesNotVerifyAgain() {
    PreparedModel verified =
        new Prepared(wrong) {
          @Override
          public boolean verified() {
            return true;
          }
        };
    Models.open(verified, DEFAULTS).close();
    assertThat(wrong.opened).containsExactly(Precision.FLOAT);
  }

  @Test
  void warnsOfWhatCannotBeVerified() {
    Warning why = new Warning(WarningCode.NOT_VERIFIED, "single precision only");
    PreparedModel single =
        new Prepared(wrong) {
          @Override
          public Optional<Warning> unverifiable() {
            return Optional.of(why);
          }
        };
    try (ModelGradient model = Models.open(single, DEFAULTS);
        ModelGradient fork = model.fork()) {
      assertThat(model.warnings()).containsExactly(Squares.OWN, why);
      assertThat(fork.warnings()).containsExactly(Squares.OWN, why);
      assertThat(model.info().selfCheck()).isEqualTo(SelfCheck.skipped());
    }
  }

  /** A model that takes these samples for random ones. */
  private PreparedModel picky(Batch... samples) {
    return new Prepared(right) {
      @Override
      public List<Batch> samples(Batch random) {
        return Arrays.asList(samples);
      }
    };
  }

  @Test
  void takesTheNextSamplesWhereTheFirstDoNotFit() {
    PreparedModel picky = picky(UNFIT, PROBE);
    try (ModelGradient model = Models.open(picky, DEFAULTS)) {
      assertThat(model.info().selfCheck().samples()).isEqualTo(1);
      assertThat(model.warnings()).containsExactly(Squares.OWN);
    }
  }

  @Test
  void warnsWhereRandomSamplesDoNotFit() {
    PreparedModel picky = picky(UNFIT);
    try (ModelGradient model = Models.open(picky, DEFAULTS)) {
      assertThat(model.info().selfCheck()).isEqualTo(SelfCheck.skipped());
      assertThat(model.warnings())
          .hasSize(2)
          .last()
          .satisfies(warning -> assertThat(warning.code()).isEqualTo("not-verified"));
    }
  }

  @Test
  void refusesAModelThatFailsAtTheCallersSamples() {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> Models.open(right::session, DEFAULTS.withProbe(UNFIT)))
        .withMessageStartingWith("LIEGG-MODEL-NONFINITE");
    assertThat(right.open).isZero();
  }

  @Test
  void letsTheEngineNameWhatIsWrong() {
    PreparedModel knowing =
        new Prepared(wrong) {
          @Override
          public ModelException wrongGradient(ModelInfo info, double error, Batch samples) {
            return new ModelException("LIEGG-MODEL-WRONG-GRADIENT", "it", "the second part", "-");
          }
        };
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> Models.open(knowing, DEFAULTS))
        .withMessageContaining("the second part");
  }

  @Test
  void isNotUsedAfterClosing() {
    ModelGradient model = Models.open(right::session, DEFAULTS);
    model.close();
    model.close();
    assertThat(right.open).isZero();
    assertThatIllegalStateException().isThrownBy(model::info);
    assertThatIllegalStateException().isThrownBy(model::warnings);
    assertThatIllegalStateException().isThrownBy(model::fork);
    assertThatIllegalStateException().isThrownBy(() -> model.outputs(PROBE));
    assertThatIllegalStateException().isThrownBy(() -> model.jacobians(PROBE));
  }

  private abstract static class Prepared implements PreparedModel {
    private final Squares engine;

    Prepared(Squares engine) {
      this.engine = engine;
    }

    @Override
    public ModelGradient session(Precision precision) {
      return engine.session(precision);
    }
  }
}
