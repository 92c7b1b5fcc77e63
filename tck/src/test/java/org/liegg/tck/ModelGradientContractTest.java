package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;

class ModelGradientContractTest {

  @Test
  void rejectsSummedOutputs() {
    assertThat(ContractRun.of(Summed.class).failed())
        .contains("everyRowIsTheGradientOfItsOwnOutput");
  }

  @Test
  void rejectsTransposedJacobians() {
    assertThat(ContractRun.of(Transposed.class).failed())
        .containsExactly("everyRowIsTheGradientOfItsOwnOutput");
  }

  @Test
  void rejectsMeansOverTheBatch() {
    assertThat(ContractRun.of(MeanOverBatch.class).failed())
        .contains("everyRowIsTheGradientOfItsOwnOutput", "batchingChangesNothing");
  }

  @Test
  void rejectsStateLeftFromEarlierBatches() {
    assertThat(ContractRun.of(StaleState.class).failed())
        .contains("batchingChangesNothing", "callsLeaveNoTrace");
  }

  @Test
  void rejectsTrainingMode() {
    assertThat(ContractRun.of(TrainingMode.class).failed())
        .contains("everyRowIsTheGradientOfItsOwnOutput", "callsLeaveNoTrace");
  }

  @Test
  void rejectsALostLastSample() {
    assertThat(ContractRun.of(LosesTheLastSample.class).failed())
        .contains("batchingChangesNothing");
  }

  @Test
  void rejectsSinglePrecisionInTheNameOfDouble() {
    assertThat(ContractRun.of(SinglePrecision.class).failed())
        .contains("everyRowIsTheGradientOfItsOwnOutput");
  }

  @Test
  void rejectsResultsThatChangeLater() {
    assertThat(ContractRun.of(SharedBuffer.class).failed()).containsExactly("callsLeaveNoTrace");
  }

  @Test
  void rejectsUncheckedSamples() {
    assertThat(ContractRun.of(Unchecked.class).failed())
        .containsExactlyInAnyOrder(
            "refusesAnotherWidthAndSaysBoth", "refusesSamplesThatAreNotFinite");
  }

  @Test
  void rejectsSessionsThatWorkAfterClosing() {
    assertThat(ContractRun.of(NeverCloses.class).failed())
        .containsExactly("doesNothingAfterClosing");
  }

  @Test
  void rejectsForksThatShareTheirSession() {
    assertThat(ContractRun.of(ForksItself.class).failed()).contains("forksAreClosedOnTheirOwn");
  }

  @Test
  void acceptsARightEngine() {
    assertThat(ContractRun.of(Right.class)).isEqualTo(new ContractRun(13, List.of()));
  }

  /** A contract for one of the engines. */
  private abstract static class Of extends ModelGradientContract {
    private final Function<Precision, ModelGradient> engine;

    Of(Function<Precision, ModelGradient> engine) {
      this.engine = engine;
    }

    @Override
    protected ModelGradient open(Precision precision) {
      return engine.apply(precision);
    }
  }

  static class Right extends Of {
    Right() {
      super(ExactModel::new);
    }
  }

  static class Summed extends Of {
    Summed() {
      super(WrongModels.SummedOutputs::new);
    }
  }

  static class Transposed extends Of {
    Transposed() {
      super(WrongModels.Transposed::new);
    }
  }

  static class MeanOverBatch extends Of {
    MeanOverBatch() {
      super(WrongModels.MeanOverBatch::new);
    }
  }

  static class StaleState extends Of {
    StaleState() {
      super(WrongModels.StaleState::new);
    }
  }

  static class TrainingMode extends Of {
    TrainingMode() {
      super(WrongModels.TrainingMode::new);
    }
  }

  static class LosesTheLastSample extends Of {
    LosesTheLastSample() {
      super(WrongModels.LosesTheLastSample::new);
    }
  }

  static class SinglePrecision extends Of {
    SinglePrecision() {
      super(WrongModels.SinglePrecision::new);
    }
  }

  static class SharedBuffer extends Of {
    SharedBuffer() {
      super(WrongModels.SharedBuffer::new);
    }
  }

  static class Unchecked extends Of {
    Unchecked() {
      super(WrongModels.Unchecked::new);
    }
  }

  static class NeverCloses extends Of {
    NeverCloses() {
      super(WrongModels.NeverCloses::new);
    }
  }

  static class ForksItself extends Of {
    ForksItself() {
      super(WrongModels.ForksItself::new);
    }
  }
}
