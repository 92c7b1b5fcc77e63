package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.liegg.api.ModelSource;
import org.liegg.api.spi.ModelGradientProvider;

class ModelLayoutContractTest {

  @Nested
  class ARightEngine extends Of {
    ARightEngine() {
      super(new ListedProvider());
    }
  }

  @Test
  void rejectsNamesGivenTwice() {
    assertThat(ContractRun.of(OneNameTwice.class).failed()).contains("namesAreGivenOnce");
  }

  @Test
  void rejectsOutputsThatDoNotSayWhatTheyAre() {
    assertThat(ContractRun.of(NoKind.class).failed())
        .containsExactlyInAnyOrder("namesAreGivenOnce");
  }

  @Test
  void rejectsShapesOfAnotherSize() {
    assertThat(ContractRun.of(WrongShape.class).failed())
        .containsExactlyInAnyOrder("everyOutputCanBeOpenedByItsName");
  }

  @Test
  void rejectsOutputsThatCannotBeOpened() {
    assertThat(ContractRun.of(CannotBeOpened.class).failed())
        .containsExactlyInAnyOrder(
            "everyOutputCanBeOpenedByItsName",
            "everyOutputCanBeOpenedByItsNumber",
            "anUnknownOutputIsRefusedWithAListOfThoseThereAre");
  }

  @Test
  void rejectsCountingFromOne() {
    assertThat(ContractRun.of(CountsFromOne.class).failed())
        .containsExactlyInAnyOrder(
            "everyOutputCanBeOpenedByItsNumber",
            "anUnknownOutputIsRefusedWithAListOfThoseThereAre");
  }

  @Test
  void rejectsAnotherOutputThanAskedFor() {
    assertThat(ContractRun.of(FallsBack.class).failed())
        .containsExactlyInAnyOrder("anUnknownOutputIsRefusedWithAListOfThoseThereAre");
  }

  @Test
  void rejectsRefusalsThatDoNotSayWhatThereIs() {
    assertThat(ContractRun.of(DoesNotSayWhatThereIs.class).failed())
        .containsExactlyInAnyOrder(
            "anUnknownOutputIsRefusedWithAListOfThoseThereAre",
            "anUnknownInputIsRefusedWithAListOfThoseThereAre");
  }

  @Test
  void rejectsInputsInTheWrongPlace() {
    assertThat(ContractRun.of(WrongPlace.class).failed())
        .containsExactlyInAnyOrder("everyInputCanBeTheOneThatVaries");
  }

  @Test
  void rejectsTheLayoutOfAMissingFile() {
    assertThat(ContractRun.of(ListsWhatIsMissing.class).failed())
        .containsExactlyInAnyOrder("aMissingFileHasNoLayout");
  }

  private abstract static class Of extends ModelLayoutContract {
    private final ModelGradientProvider provider;

    Of(ModelGradientProvider provider) {
      this.provider = provider;
    }

    @Override
    protected ModelGradientProvider provider() {
      return provider;
    }

    @Override
    protected ModelSource source() {
      return ListedProvider.SOURCE;
    }
  }

  static class OneNameTwice extends Of {
    OneNameTwice() {
      super(new WrongLayouts.OneNameTwice());
    }
  }

  static class NoKind extends Of {
    NoKind() {
      super(new WrongLayouts.NoKind());
    }
  }

  static class WrongShape extends Of {
    WrongShape() {
      super(new WrongLayouts.WrongShape());
    }
  }

  static class CannotBeOpened extends Of {
    CannotBeOpened() {
      super(new WrongLayouts.CannotBeOpened());
    }
  }

  static class CountsFromOne extends Of {
    CountsFromOne() {
      super(new WrongLayouts.CountsFromOne());
    }
  }

  static class FallsBack extends Of {
    FallsBack() {
      super(new WrongLayouts.FallsBack());
    }
  }

  static class DoesNotSayWhatThereIs extends Of {
    DoesNotSayWhatThereIs() {
      super(new WrongLayouts.DoesNotSayWhatThereIs());
    }
  }

  static class WrongPlace extends Of {
    WrongPlace() {
      super(new WrongLayouts.WrongPlace());
    }
  }

  static class ListsWhatIsMissing extends Of {
    ListsWhatIsMissing() {
      super(new WrongLayouts.ListsWhatIsMissing());
    }
  }
}
