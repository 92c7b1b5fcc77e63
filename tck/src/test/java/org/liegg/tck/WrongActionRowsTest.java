package org.liegg.tck;

import static org.liegg.tck.ActionContracts.rejects;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Jacobians;
import org.liegg.api.Polarization;

/** Rows of the polarization matrix that the contract of actions has to refuse. */
class WrongActionRowsTest {

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
  void rejectsAnAnswerThatChangesBetweenCalls() {
    AtomicInteger calls = new AtomicInteger();
    rejects(
        GroupActionContract::twoThreadsSeeTheSameAsOne,
        PlaneAction.altered((batch, features) -> features.values()[0] += calls.getAndIncrement()));
  }

  /** Polarizes something that fits, whatever it is given. */
  private static final class Careless extends PlaneAction {
    @Override
    public Polarization polarize(Batch batch, Jacobians jacobians) {
      return super.polarize(
          new Batch(1, 2, new double[2]), new Jacobians(1, 1, 2, new double[2], new double[1]));
    }
  }
}
