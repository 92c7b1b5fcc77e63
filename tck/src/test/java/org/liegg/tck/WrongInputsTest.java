package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** That the contract rejects engines that mistake one input for another. */
class WrongInputsTest {

  @Test
  void rejectsOtherInputsThatAreIgnored() {
    assertThat(ContractRun.of(IgnoresTheOthers.class).failed())
        .containsExactlyInAnyOrder("theOtherInputsOfASampleChangeItsOutputs");
  }

  @Test
  void rejectsOtherInputsOfAnotherSample() {
    assertThat(ContractRun.of(OthersOfTheFirstSample.class).failed())
        .contains(
            "theOtherInputsOfASampleAreNoneOfTheNext", "permutedSamplesGivePermutedJacobians");
  }

  @Test
  void rejectsTheWrongPlaceInASample() {
    assertThat(ContractRun.of(WrongPlace.class).failed())
        .contains("everyRowIsTheGradientOfItsOwnOutput");
  }

  @Test
  void rejectsUncheckedNumbersInOtherInputs() {
    assertThat(ContractRun.of(NanUnchecked.class).failed())
        .containsExactlyInAnyOrder("refusesSamplesWhoseOtherInputsAreNotFinite");
  }

  @Test
  void rejectsSamplesWithoutTheOtherInputs() {
    assertThat(ContractRun.of(WidthUnchecked.class).failed())
        .containsExactlyInAnyOrder("refusesAnotherWidthAndSaysBoth");
  }

  static class IgnoresTheOthers extends ContractOf {
    IgnoresTheOthers() {
      super(WrongInputs.IgnoresTheOthers::new);
    }
  }

  static class OthersOfTheFirstSample extends ContractOf {
    OthersOfTheFirstSample() {
      super(WrongInputs.OthersOfTheFirstSample::new);
    }
  }

  static class WrongPlace extends ContractOf {
    WrongPlace() {
      super(WrongInputs.WrongPlace::new);
    }
  }

  static class NanUnchecked extends ContractOf {
    NanUnchecked() {
      super(WrongInputs.NanUnchecked::new);
    }
  }

  static class WidthUnchecked extends ContractOf {
    WidthUnchecked() {
      super(WrongInputs.WidthUnchecked::new);
    }
  }
}
