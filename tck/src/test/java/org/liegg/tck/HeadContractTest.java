package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.liegg.api.Head;
import org.liegg.api.Jacobians;
import org.liegg.api.Precision;
import org.liegg.api.spi.HeadedGradient;
import org.liegg.api.spi.ModelGradient;

class HeadContractTest {

  @Nested
  class ARightEngine extends HeadContract {
    @Override
    protected ModelGradient open(Head head, Precision precision) {
      return head == Head.OUTPUT
          ? new ExactModelOfThreeInputs(precision)
          : HeadedGradient.of(SpoiltHead.logits(precision), head);
    }
  }

  @Test
  void rejectsSoftmaxWithoutItsOuterProduct() {
    assertThat(ContractRun.of(NoOuterProduct.class).failed())
        .containsExactlyInAnyOrder(
            "softmaxIsTheSoftmaxOfTheLogits",
            "everyHeadIsDifferentiatedItself",
            "derivativesOfSoftmaxSumToZeroOverTheOutputs");
  }

  @Test
  void rejectsNormalizedLogitsWithoutTheirProjection() {
    assertThat(ContractRun.of(NoProjection.class).failed())
        .containsExactlyInAnyOrder(
            "normalizedLogitsAreTheLogitsOfUnitLength",
            "everyHeadIsDifferentiatedItself",
            "derivativesOfNormalizedLogitsAreAtRightAnglesToThem");
  }

  @Test
  void rejectsHeadsOnOutputsAlone() {
    assertThat(ContractRun.of(OutputsAlone.class).failed())
        .contains("softmaxIsTheSoftmaxOfTheLogits", "normalizedLogitsAreTheLogitsOfUnitLength");
  }

  @Test
  void rejectsHeadsOnGradientsAlone() {
    assertThat(ContractRun.of(GradientsAlone.class).failed())
        .contains("softmaxIsTheSoftmaxOfTheLogits", "normalizedLogitsAreTheLogitsOfUnitLength");
  }

  @Test
  void rejectsLogitsThatKeepTheirActivation() {
    assertThat(ContractRun.of(KeptActivation.class).failed())
        .contains("everyHeadSaysItsName", "softmaxIsTheSoftmaxOfTheLogits");
  }

  /** One head has a mistake, all others are right. */
  private abstract static class Wrong extends HeadContract {
    private final BinaryOperator<Jacobians> softmax;
    private final BinaryOperator<Jacobians> normalized;

    Wrong(BinaryOperator<Jacobians> softmax, BinaryOperator<Jacobians> normalized) {
      this.softmax = softmax;
      this.normalized = normalized;
    }

    @Override
    protected ModelGradient open(Head head, Precision precision) {
      return switch (head) {
        case OUTPUT -> new ExactModelOfThreeInputs(precision);
        case LOGITS -> SpoiltHead.logits(precision);
        case SOFTMAX -> new SpoiltHead(head, precision, softmax);
        case NORMALIZED_LOGITS -> new SpoiltHead(head, precision, normalized);
      };
    }

    static Jacobians right(Jacobians logits, Jacobians right) {
      return right;
    }
  }

  static class NoOuterProduct extends Wrong {
    NoOuterProduct() {
      super(
          (logits, right) ->
              HeadMathematics.apply(
                  logits, HeadMathematics::softmax, z -> Diagonals.of(HeadMathematics.softmax(z))),
          Wrong::right);
    }
  }

  static class NoProjection extends Wrong {
    NoProjection() {
      super(
          Wrong::right,
          (logits, right) ->
              HeadMathematics.apply(
                  logits, HeadMathematics::normalized, z -> Diagonals.inverseLength(z)));
    }
  }

  static class OutputsAlone extends Wrong {
    OutputsAlone() {
      super(OutputsAlone::alone, OutputsAlone::alone);
    }

    private static Jacobians alone(Jacobians logits, Jacobians right) {
      return new Jacobians(
          right.samples(), right.outputs(), right.inputs(), logits.values(), right.responses());
    }
  }

  static class GradientsAlone extends Wrong {
    GradientsAlone() {
      super(GradientsAlone::alone, GradientsAlone::alone);
    }

    private static Jacobians alone(Jacobians logits, Jacobians right) {
      return new Jacobians(
          right.samples(), right.outputs(), right.inputs(), right.values(), logits.responses());
    }
  }

  static class KeptActivation extends HeadContract {
    @Override
    protected ModelGradient open(Head head, Precision precision) {
      ModelGradient logits = SpoiltHead.logits(precision);
      return HeadedGradient.of(logits, head == Head.LOGITS ? Head.SOFTMAX : head);
    }
  }
}
