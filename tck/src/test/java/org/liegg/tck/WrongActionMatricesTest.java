package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liegg.tck.ActionContracts.rejects;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;

/** Matrices and flows that the contract of actions has to refuse. */
class WrongActionMatricesTest {

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
}
