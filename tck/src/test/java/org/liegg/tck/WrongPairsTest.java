package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liegg.tck.ActionContracts.rejects;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Jacobians;
import org.liegg.api.Matrix;
import org.liegg.api.Polarization;
import org.liegg.api.spi.GroupAction;

/** Equivariances that the contract of actions has to refuse. */
class WrongPairsTest {

  @Test
  void rejectsOutputsThatCountAsInputs() {
    rejects(
        GroupActionContract::polarizationIsJacobianTimesField,
        LinePairs.altered(
            (batch, right) ->
                new Polarization(right.fields(), right.features(), right.jacobians())));
  }

  @Test
  void rejectsRowsWithTheFieldOfTheOutputAdded() {
    LinePairs added =
        LinePairs.altered(
            (batch, right) -> {
              double[] values = right.jacobians().values().clone();
              for (int row = 0; row < 2 * batch.rows(); row++) {
                values[3 * row + 1 + row % 2] = 1;
              }
              return new Polarization(
                  right.fields(),
                  right.features(),
                  new Jacobians(batch.rows(), 2, 3, values, right.jacobians().responses()),
                  2);
            });
    rejects(GroupActionContract::polarizationIsJacobianTimesField, added);
  }

  @Test
  void rejectsAnOutputThatLooksAtOtherSamples() {
    rejects(
        GroupActionContract::featuresOfASampleDependOnNoOther,
        LinePairs.altered(
            (batch, right) -> {
              right.features().values()[2] += batch.rows();
              return right;
            }));
  }

  @Test
  void rejectsAnOutputThatIsNoRepresentationOfTheInput() {
    rejects(GroupActionContract::bracketsOfMatricesAreThoseOfFlows, new LinePairs(-1));
  }

  @Test
  void rejectsAFlowThatLeavesTheOutputWhereItIs() {
    GroupActionContract contract =
        new GroupActionContract() {
          @Override
          protected List<GroupAction> actions() {
            return List.of(new LinePairs());
          }

          @Override
          protected GroupAction parse(String spec) {
            return new LinePairs();
          }

          @Override
          protected Batch flow(GroupAction action, double[] c, double t, Batch batch) {
            Batch moved = super.flow(action, c, t, batch);
            for (int n = 0; n < batch.rows(); n++) {
              System.arraycopy(batch.values(), 3 * n + 1, moved.values(), 3 * n + 1, 2);
            }
            return moved;
          }
        };
    assertThatThrownBy(contract::fieldsAreTheVelocityOfTheirFlow)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("velocity of the flow");
  }

  @Test
  void rejectsAMatrixThatIsNotThatOfTheInput() {
    GroupActionContract contract =
        new GroupActionContract() {
          @Override
          protected List<GroupAction> actions() {
            return List.of(
                new LinePairs() {
                  @Override
                  public Optional<Matrix> matrix(double[] c) {
                    return Optional.of(new Matrix(2, 2, new double[] {c[0], 2 * c[1], 0, 0}));
                  }
                });
          }

          @Override
          protected GroupAction parse(String spec) {
            return new LineAction();
          }
        };
    assertThatThrownBy(contract::matricesActAsTheFieldsDo)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("block diagonal");
  }

  @Test
  void rejectsARowThatIsNotAffineInTheGradients() {
    rejects(
        GroupActionContract::rowsAreLinearInTheGradients,
        LinePairs.altered(
            (batch, right) -> {
              double[] values = right.jacobians().values();
              values[0] *= values[0];
              return right;
            }));
  }

  @Test
  void rejectsRowsOfOtherFieldsThanItSaysItHas() {
    rejects(
        GroupActionContract::fieldsAreThoseOfEveryPolarization,
        new LinePairs() {
          @Override
          public FieldBasis fields() {
            return FieldBasis.builder(3, 4).endField().endField().build();
          }

          @Override
          public Polarization polarize(Batch batch, Jacobians jacobians) {
            return new LinePairs().polarize(batch, jacobians);
          }
        });
  }

  @Test
  void rejectsFieldsBeforeItIsBoundThatAreNotThoseOfTheBoundAction() {
    rejects(
        GroupActionContract::onlyTheBoundActionHasOtherFields,
        new LinePairs() {
          @Override
          public FieldBasis fields() {
            return FieldBasis.builder(3, 4).endField().endField().build();
          }

          @Override
          public GroupAction boundTo(int outputs) {
            return new LinePairs();
          }
        });
  }

  @Test
  void acceptsPairsThatAreRefusedBeforeTheyAreBound() {
    GroupActionContract contract =
        ActionContracts.contract(
            List.of(
                new LinePairs() {
                  @Override
                  public FieldBasis fields() {
                    throw new IllegalStateException("not bound");
                  }

                  @Override
                  public GroupAction boundTo(int outputs) {
                    return new LinePairs();
                  }
                }));
    contract.onlyTheBoundActionHasOtherFields();
    contract.fieldsAreThoseOfEveryPolarization();
  }
}
