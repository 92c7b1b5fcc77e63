package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Jacobians;
import org.liegg.api.Matrix;
import org.liegg.api.Polarization;
import org.liegg.api.spi.GroupAction;

class GroupActionContractTest {

  /** The contract on an action that keeps it. */
  @Nested
  class ACorrectAction extends GroupActionContract {
    @Override
    protected List<GroupAction> actions() {
      return List.of(new PlaneAction(), new LineAction());
    }

    @Override
    protected GroupAction parse(String spec) {
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
        new PlaneAction() {
          @Override
          public Batch features(Batch batch) {
            Batch features = super.features(batch);
            features.values()[0] += batch.rows();
            return features;
          }
        });
  }

  @Test
  void rejectsFeaturesThatWriteToTheirInput() {
    rejects(
        GroupActionContract::featuresLeaveTheirInputAlone,
        new PlaneAction() {
          @Override
          public Batch features(Batch batch) {
            Batch features = super.features(batch);
            batch.values()[0] = 0;
            return features;
          }
        });
  }

  @Test
  void rejectsFeaturesInASharedArray() {
    rejects(GroupActionContract::featuresOnceGivenStayAsTheyAre, new SharedArray());
  }

  @Test
  void rejectsAPolarizationOfOtherFields() {
    rejects(
        GroupActionContract::polarizationIsJacobianTimesField,
        new PlaneAction() {
          @Override
          public Polarization polarize(Batch batch, Jacobians jacobians) {
            FieldBasis doubled =
                FieldBasis.builder(2, 3)
                    .entry(0, 1, -2)
                    .entry(1, 0, 2)
                    .endField()
                    .endField()
                    .endField()
                    .build();
            return new Polarization(doubled, features(batch), jacobians);
          }
        });
  }

  @Test
  void rejectsAnEmptyBatchThatGivesRows() {
    rejects(
        GroupActionContract::aBatchOfNothingGivesNoRows,
        new PlaneAction() {
          @Override
          public Polarization polarize(Batch batch, Jacobians jacobians) {
            return super.polarize(
                new Batch(1, 2, new double[2]),
                new Jacobians(1, 1, 2, new double[2], new double[1]));
          }
        });
  }

  @Test
  void rejectsABatchOfAnotherWidthPassingUnseen() {
    rejects(GroupActionContract::refusesABatchOfAnotherWidth, new Careless());
  }

  @Test
  void rejectsJacobiansOfAnotherWidthPassingUnseen() {
    rejects(GroupActionContract::refusesJacobiansOfAnotherWidth, new Careless());
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

  @Test
  void rejectsMatricesThatAreNotLinear() {
    rejects(
        GroupActionContract::matricesAreLinearInTheCoefficients,
        withMatrix(c -> new double[] {c[1], -c[0], c[2], c[0], c[1], 0, 0, 0, c[0] * c[0]}));
  }

  @Test
  void rejectsMatricesThatDoNotTellElementsApart() {
    rejects(
        GroupActionContract::matricesTellElementsApart,
        withMatrix(c -> new double[] {c[1], -c[0], c[0], c[0], c[1], 0, 0, 0, 0}));
  }

  @Test
  void rejectsMatricesWhoseBracketsAreNotThoseOfTheFields() {
    rejects(
        GroupActionContract::bracketsOfMatricesAreThoseOfFlows,
        new LineAction() {
          @Override
          public Optional<Matrix> matrix(double[] c) {
            return Optional.of(new Matrix(2, 2, new double[] {-c[0], c[1], 0, 0}));
          }
        });
  }

  @Test
  void rejectsRowsThatAreNotLinearInTheGradients() {
    rejects(
        GroupActionContract::rowsAreLinearInTheGradients,
        new PlaneAction() {
          @Override
          public Polarization polarize(Batch batch, Jacobians jacobians) {
            double[] squares = jacobians.values().clone();
            for (int i = 0; i < squares.length; i++) {
              squares[i] *= squares[i];
            }
            return super.polarize(
                batch,
                new Jacobians(
                    jacobians.samples(),
                    jacobians.outputs(),
                    jacobians.inputs(),
                    squares,
                    jacobians.responses()));
          }
        });
  }

  @Test
  void rejectsAFlowAtAnotherSpeed() {
    GroupActionContract contract = fast();
    assertThatThrownBy(contract::fieldsAreTheVelocityOfTheirFlow)
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void rejectsAFlowThatDoesNotCompose() {
    GroupActionContract contract = fast();
    assertThatThrownBy(contract::flowsAreAOneParameterGroup).isInstanceOf(AssertionError.class);
  }

  /** Flows whose time runs faster the longer it is. */
  private static GroupActionContract fast() {
    return new GroupActionContract() {
      @Override
      protected List<GroupAction> actions() {
        return List.of(new PlaneAction());
      }

      @Override
      protected GroupAction parse(String spec) {
        return new PlaneAction();
      }

      @Override
      protected Batch flow(GroupAction action, double[] coefficients, double t, Batch batch) {
        return super.flow(action, coefficients, 2 * t + t * t, batch);
      }
    };
  }

  @Test
  void rejectsTransposedMatrices() {
    rejects(
        GroupActionContract::matricesActAsTheFieldsDo,
        withMatrix(c -> new double[] {c[1], c[0], c[2], -c[0], c[1], 0, 0, 0, 0}));
  }

  @Test
  void rejectsHomogeneousMatricesWithALastRow() {
    rejects(
        GroupActionContract::matricesActAsTheFieldsDo,
        withMatrix(c -> new double[] {c[1], -c[0], c[2], c[0], c[1], 0, 0, 0, c[1]}));
  }

  @Test
  void rejectsASumWhoseMatrixIsNotBlockDiagonal() {
    GroupAction sum =
        new PlaneAction() {
          @Override
          public String spec() {
            return SPEC + "+" + SPEC;
          }

          @Override
          public Optional<Matrix> matrix(double[] c) {
            return Optional.of(new Matrix(6, 6, new double[36]));
          }

          @Override
          public int dimension() {
            return 6;
          }
        };
    rejects(GroupActionContract::matricesActAsTheFieldsDo, sum);
  }

  @Test
  void rejectsAnAnswerThatChangesBetweenCalls() {
    AtomicInteger calls = new AtomicInteger();
    rejects(
        GroupActionContract::twoThreadsSeeTheSameAsOne,
        new PlaneAction() {
          @Override
          public Batch features(Batch batch) {
            Batch features = super.features(batch);
            features.values()[0] += calls.getAndIncrement();
            return features;
          }
        });
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

  /** Polarizes something that fits, whatever it is given. */
  private static final class Careless extends PlaneAction {
    @Override
    public Polarization polarize(Batch batch, Jacobians jacobians) {
      return super.polarize(
          new Batch(1, 2, new double[2]), new Jacobians(1, 1, 2, new double[2], new double[1]));
    }
  }

  private interface Entries {
    double[] of(double[] coefficients);
  }

  private static GroupAction withMatrix(Entries entries) {
    return new PlaneAction() {
      @Override
      public Optional<Matrix> matrix(double[] coefficients) {
        return Optional.of(new Matrix(3, 3, entries.of(coefficients)));
      }
    };
  }

  private static void rejects(Consumer<GroupActionContract> promise, GroupAction action) {
    GroupActionContract contract = contract(List.of(action));
    assertThatThrownBy(() -> promise.accept(contract)).isInstanceOf(AssertionError.class);
  }

  private static GroupActionContract contract(List<GroupAction> actions) {
    return new GroupActionContract() {
      @Override
      protected List<GroupAction> actions() {
        return actions;
      }

      @Override
      protected GroupAction parse(String spec) {
        return new PlaneAction();
      }
    };
  }
}
