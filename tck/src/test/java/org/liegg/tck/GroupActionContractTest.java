package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liegg.tck.ActionContracts.contract;
import static org.liegg.tck.ActionContracts.rejects;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.spi.GroupAction;

/** What an action says of itself, and its features. */
class GroupActionContractTest {

  /** The contract on an action that keeps it. */
  @Nested
  class ACorrectAction extends GroupActionContract {
    @Override
    protected List<GroupAction> actions() {
      return List.of(new PlaneAction(), new LineAction(), new LinePairs());
    }

    @Override
    protected GroupAction parse(String spec) {
      if (spec.contains("->")) {
        return new LinePairs();
      }
      return spec.startsWith("plane") ? new PlaneAction() : new LineAction();
    }
  }

  @Test
  void rejectsAnEmptyListOfActions() {
    GroupActionContract contract = contract(List.of());
    assertThatThrownBy(contract::namesAtLeastOneAction).isInstanceOf(AssertionError.class);
  }

  @Test
  void rejectsADimensionThatIsNotTheNumberOfFields() {
    rejects(
        GroupActionContract::fieldsHaveAComponentAnInputAndOneADimension,
        new PlaneAction() {
          @Override
          public int dimension() {
            return 4;
          }
        });
  }

  @Test
  void rejectsFieldsOfAnotherSizeThanTheInputs() {
    rejects(
        GroupActionContract::fieldsHaveAComponentAnInputAndOneADimension,
        new PlaneAction() {
          @Override
          public int inputSize() {
            return 3;
          }
        });
  }

  @Test
  void rejectsTwoFieldsOfOneName() {
    rejects(
        GroupActionContract::everyFieldHasANameOfItsOwn,
        new PlaneAction() {
          @Override
          public String fieldName(int a) {
            return "field";
          }
        });
  }

  @Test
  void rejectsFeaturesOfTheWrongShape() {
    rejects(
        GroupActionContract::featuresHaveARowASample,
        new PlaneAction() {
          @Override
          public Batch features(Batch batch) {
            return batch;
          }
        });
  }

  @Test
  void rejectsFeaturesThatLookAtOtherSamples() {
    rejects(
        GroupActionContract::featuresOfASampleDependOnNoOther,
        PlaneAction.altered((batch, features) -> features.values()[0] += batch.rows()));
  }

  @Test
  void rejectsFeaturesThatWriteToTheirInput() {
    rejects(
        GroupActionContract::featuresLeaveTheirInputAlone,
        PlaneAction.altered((batch, features) -> batch.values()[0] = 0));
  }

  @Test
  void rejectsFeaturesInASharedArray() {
    rejects(GroupActionContract::featuresOnceGivenStayAsTheyAre, new SharedArray());
  }

  @Test
  void rejectsASpecThatReadsAsAnotherAction() {
    GroupAction mirrored =
        new PlaneAction() {
          @Override
          public Batch features(Batch batch) {
            Batch features = super.features(batch);
            for (int i = 0; i < features.values().length; i++) {
              features.values()[i] *= -1;
            }
            return features;
          }
        };
    rejects(GroupActionContract::itsSpecReadsAsTheSameAction, mirrored);
  }

  /** Keeps its features in one array, as if it were asked for a single batch ever. */
  private static final class SharedArray extends PlaneAction {
    private final double[] scratch = new double[3 * 5];

    @Override
    public Batch features(Batch batch) {
      Batch features = super.features(batch);
      System.arraycopy(features.values(), 0, scratch, 0, features.values().length);
      return new Batch(5, 3, scratch);
    }
  }
}
