package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** That the contract rejects right derivatives in sessions that are wrong otherwise. */
class WrongSessionsTest {

  @Test
  void rejectsSinglePrecisionInTheNameOfDouble() {
    assertThat(ContractRun.of(SinglePrecision.class).failed())
        .contains("everyRowIsTheGradientOfItsOwnOutput");
  }

  @Test
  void rejectsResultsThatChangeLater() {
    assertThat(ContractRun.of(SharedBuffer.class).failed())
        .containsExactlyInAnyOrder("callsLeaveNoTrace");
  }

  @Test
  void rejectsUncheckedNumbers() {
    assertThat(ContractRun.of(NanUnchecked.class).failed())
        .containsExactlyInAnyOrder(
            "refusesSamplesThatAreNotFinite", "refusesSamplesWhoseOtherInputsAreNotFinite");
  }

  @Test
  void rejectsUncheckedWidths() {
    assertThat(ContractRun.of(WidthUnchecked.class).failed())
        .containsExactlyInAnyOrder("refusesAnotherWidthAndSaysBoth");
  }

  @Test
  void rejectsSessionsThatWorkAfterClosing() {
    assertThat(ContractRun.of(NeverCloses.class).failed())
        .containsExactlyInAnyOrder("doesNothingAfterClosing", "forksAreClosedOnTheirOwn");
  }

  @Test
  void rejectsForksThatShareTheirSession() {
    assertThat(ContractRun.of(ForksItself.class).failed())
        .contains("forksAreClosedOnTheirOwn", "forksOfForksOutliveThem");
  }

  @Test
  void rejectsForksOfAnotherPrecision() {
    assertThat(ContractRun.of(ForksInAnotherPrecision.class).failed()).contains("forksSayTheSame");
  }

  @Test
  void rejectsModelsThatFailedTheirCheck() {
    assertThat(ContractRun.of(FailedItsCheck.class).failed())
        .containsExactlyInAnyOrder("saysHowItWasVerified");
  }

  @Test
  void rejectsWarningsThatSayNothing() {
    assertThat(ContractRun.of(SaysNothing.class).failed())
        .containsExactlyInAnyOrder("warnsInWords");
  }

  static class SinglePrecision extends ContractOf {
    SinglePrecision() {
      super(WrongSessions.SinglePrecision::new);
    }
  }

  static class SharedBuffer extends ContractOf {
    SharedBuffer() {
      super(WrongSessions.SharedBuffer::new);
    }
  }

  static class NanUnchecked extends ContractOf {
    NanUnchecked() {
      super(WrongSessions.NanUnchecked::new);
    }
  }

  static class WidthUnchecked extends ContractOf {
    WidthUnchecked() {
      super(WrongSessions.WidthUnchecked::new);
    }
  }

  static class NeverCloses extends ContractOf {
    NeverCloses() {
      super(WrongSessions.NeverCloses::new);
    }
  }

  static class ForksItself extends ContractOf {
    ForksItself() {
      super(WrongSessions.ForksItself::new);
    }
  }

  static class ForksInAnotherPrecision extends ContractOf {
    ForksInAnotherPrecision() {
      super(WrongSessions.ForksInAnotherPrecision::new);
    }
  }

  static class FailedItsCheck extends ContractOf {
    FailedItsCheck() {
      super(WrongSessions.FailedItsCheck::new);
    }
  }

  static class SaysNothing extends ContractOf {
    SaysNothing() {
      super(WrongSessions.SaysNothing::new);
    }
  }
}
