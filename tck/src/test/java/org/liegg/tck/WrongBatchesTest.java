package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** That the contract rejects derivatives that depend on more than their own sample. */
class WrongBatchesTest {

  @Test
  void rejectsMeansOverTheBatch() {
    assertThat(ContractRun.of(MeanLoss.class).failed())
        .contains(
            "everyRowIsTheGradientOfItsOwnOutput",
            "aSampleDoesNotKnowItsCompany",
            "batchingChangesNothing");
  }

  @Test
  void rejectsStatisticsOfTheBatch() {
    assertThat(ContractRun.of(BatchStatistics.class).failed())
        .contains("aSampleDoesNotKnowItsCompany", "batchingChangesNothing");
  }

  @Test
  void rejectsDropout() {
    assertThat(ContractRun.of(Dropout.class).failed())
        .contains(
            "everyRowIsTheGradientOfItsOwnOutput",
            "theSameSamplesGiveTheSameValues",
            "callsLeaveNoTrace");
  }

  @Test
  void rejectsDropoutThatRepeatsItself() {
    assertThat(ContractRun.of(SeededDropout.class).failed())
        .contains("everyRowIsTheGradientOfItsOwnOutput", "permutedSamplesGivePermutedJacobians");
  }

  @Test
  void rejectsStateLeftFromEarlierBatches() {
    assertThat(ContractRun.of(StaleState.class).failed())
        .contains("theSameSamplesGiveTheSameValues", "batchingChangesNothing", "callsLeaveNoTrace");
  }

  @Test
  void rejectsALostLastSample() {
    assertThat(ContractRun.of(LostLastSample.class).failed())
        .contains("batchingChangesNothing", "aSampleDoesNotKnowItsCompany");
  }

  @Test
  void rejectsALimitOnTheSizeOfABatch() {
    assertThat(ContractRun.of(FullBuffer.class).failed())
        .containsExactlyInAnyOrder("batchingChangesNothing");
  }

  static class MeanLoss extends ContractOf.AMistake {
    MeanLoss() {
      super(BatchMistakes::meanLoss);
    }
  }

  static class BatchStatistics extends ContractOf.AMistake {
    BatchStatistics() {
      super(BatchMistakes::batchStatistics);
    }
  }

  static class Dropout extends ContractOf.AMistake {
    Dropout() {
      super(BatchMistakes::dropout);
    }
  }

  static class SeededDropout extends ContractOf.AMistake {
    SeededDropout() {
      super(BatchMistakes::seededDropout);
    }
  }

  static class StaleState extends ContractOf.AMistake {
    StaleState() {
      super(BatchMistakes::staleState);
    }
  }

  static class LostLastSample extends ContractOf.AMistake {
    LostLastSample() {
      super(BatchMistakes::lostLastSample);
    }
  }

  static class FullBuffer extends ContractOf.AMistake {
    FullBuffer() {
      super(BatchMistakes::fullBuffer);
    }
  }
}
