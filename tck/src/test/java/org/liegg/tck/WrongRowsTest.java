package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** That the contract rejects derivatives that are those of something else. */
class WrongRowsTest {

  @Test
  void rejectsSummedOutputs() {
    assertThat(ContractRun.of(Summed.class).failed())
        .containsExactlyInAnyOrder(
            "everyRowIsTheGradientOfItsOwnOutput", "passesTheCheckOfModelsThatAreOpened");
  }

  @Test
  void rejectsOutputsThatAreSummedThemselves() {
    assertThat(ContractRun.of(Throughout.class).failed())
        .containsExactly("everyRowIsTheGradientOfItsOwnOutput");
  }

  @Test
  void rejectsAveragedOutputs() {
    assertThat(ContractRun.of(Averaged.class).failed())
        .containsExactlyInAnyOrder(
            "everyRowIsTheGradientOfItsOwnOutput", "passesTheCheckOfModelsThatAreOpened");
  }

  @Test
  void rejectsSwappedOutputs() {
    assertThat(ContractRun.of(Swapped.class).failed())
        .containsExactlyInAnyOrder(
            "everyRowIsTheGradientOfItsOwnOutput", "passesTheCheckOfModelsThatAreOpened");
  }

  @Test
  void rejectsOutputsScaledByTheirNumber() {
    assertThat(ContractRun.of(Scaled.class).failed())
        .containsExactlyInAnyOrder(
            "everyRowIsTheGradientOfItsOwnOutput", "passesTheCheckOfModelsThatAreOpened");
  }

  @Test
  void rejectsTheWrongSign() {
    assertThat(ContractRun.of(Negated.class).failed())
        .containsExactlyInAnyOrder(
            "everyRowIsTheGradientOfItsOwnOutput", "passesTheCheckOfModelsThatAreOpened");
  }

  @Test
  void rejectsTransposedJacobians() {
    assertThat(ContractRun.of(Transposed.class).failed())
        .containsExactlyInAnyOrder(
            "everyRowIsTheGradientOfItsOwnOutput", "passesTheCheckOfModelsThatAreOpened");
  }

  @Test
  void rejectsTheGradientOfAnotherSample() {
    assertThat(ContractRun.of(OffByOne.class).failed())
        .containsExactlyInAnyOrder(
            "everyRowIsTheGradientOfItsOwnOutput",
            "passesTheCheckOfModelsThatAreOpened",
            "aSampleDoesNotKnowItsCompany",
            "batchingChangesNothing",
            "permutedSamplesGivePermutedJacobians");
  }

  static class Summed extends ContractOf.AMistake {
    Summed() {
      super(() -> RowMistakes::sum);
    }
  }

  static class Throughout extends ContractOf {
    Throughout() {
      super(SummedThroughout::new);
    }
  }

  static class Averaged extends ContractOf.AMistake {
    Averaged() {
      super(() -> RowMistakes::mean);
    }
  }

  static class Swapped extends ContractOf.AMistake {
    Swapped() {
      super(() -> RowMistakes::swap);
    }
  }

  static class Scaled extends ContractOf.AMistake {
    Scaled() {
      super(() -> RowMistakes::scale);
    }
  }

  static class Negated extends ContractOf.AMistake {
    Negated() {
      super(() -> RowMistakes::negate);
    }
  }

  static class Transposed extends ContractOf.AMistake {
    Transposed() {
      super(() -> RowMistakes::transpose);
    }
  }

  static class OffByOne extends ContractOf.AMistake {
    OffByOne() {
      super(() -> RowMistakes::offByOne);
    }
  }
}
