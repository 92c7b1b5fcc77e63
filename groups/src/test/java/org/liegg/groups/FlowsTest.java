package org.liegg.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Batch;
import org.liegg.api.Matrix;
import org.liegg.api.NumericalException;
import org.liegg.api.spi.Flow;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.field.MatrixExponential;

class FlowsTest {
  private static final long SEED = 20221104;

  @Test
  void aRotationTurns() {
    double angle = 1.2;
    // The unit field of so(2) is the rotation by 1/√2.
    Batch moved =
        Flows.of(Actions.so(2), new double[] {1})
            .at(new Batch(1, 2, new double[] {1, 0}), angle * Math.sqrt(2));
    assertThat(moved.values())
        .containsExactly(new double[] {Math.cos(angle), -Math.sin(angle)}, within(1e-15));
  }

  @Test
  void aBoostKeepsTheIntervalOverLargeTimes() {
    Batch moved =
        Flows.of(Actions.so(1, 1), new double[] {1})
            .at(new Batch(1, 2, new double[] {1, 0}), 8 * Math.sqrt(2));
    assertThat(moved.values())
        .containsExactly(new double[] {Math.cosh(8), Math.sinh(8)}, within(1e-11));
  }

  @Test
  void aTranslationMoves() {
    Batch moved =
        Flows.of(Actions.translate(2), new double[] {3, 4})
            .at(new Batch(1, 2, new double[] {1, 1}), 2);
    assertThat(moved.values()).containsExactly(new double[] {7, 9}, within(1e-15));
  }

  @Test
  void aQuadraticFieldOfTheLineIsAMoebiusMap() {
    // dx/dt = x²: x(t) = x / (1 − xt).
    Batch moved =
        Flows.of(Actions.poly(1, 2), new double[] {0, 0, 1})
            .at(new Batch(2, 1, new double[] {0.5, -1}), 1);
    assertThat(moved.values()).containsExactly(new double[] {1, -0.5}, within(1e-10));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gl(3)",
        "so(2,2)",
        "aff(3)",
        "se(2)^2",
        "gl(2)^2+aff(1)",
        "poly(2,2)",
        "parabola()^2",
        "tensor(gl(2),2)",
        "translate(2)+poly(1,3)"
      })
  void flowsUndoAndCompose(String spec) {
    GroupAction action = Grammars.withParabola().parse(spec);
    SplittableRandom random = new SplittableRandom(SEED);
    double[] c = Samples.gaussian(action.dimension(), random);
    for (int a = 0; a < c.length; a++) {
      c[a] *= 0.2;
    }
    Batch x = new Batch(3, action.inputSize(), Samples.gaussian(3 * action.inputSize(), random));
    Flow flow = Flows.of(action, c);
    Batch there = flow.at(x, 0.3);
    assertThat(flow.at(there, -0.3).values())
        .as("there and back, seed %d", SEED)
        .containsExactly(x.values(), within(1e-9));
    assertThat(flow.at(there, 0.2).values())
        .as("in two steps, seed %d", SEED)
        .containsExactly(flow.at(x, 0.5).values(), within(1e-9));
    assertThat(there.values()).isNotEqualTo(x.values());
  }

  @Test
  void theExponentialOfASumIsTheProductWhereMatricesCommute() {
    Matrix a = new Matrix(2, 2, new double[] {30, 1, 0, 30});
    double e = Math.exp(30);
    double[] g = MatrixExponential.of(a, 1).values();
    assertThat(g[0] / e).isCloseTo(1, within(1e-13));
    assertThat(g[1] / e).isCloseTo(1, within(1e-13));
    assertThat(g[2]).isZero();
  }

  @Test
  void aSampleThatLeavesInFiniteTimeIsAnError() {
    Flow flow = Flows.of(Actions.poly(1, 2), new double[] {0, 0, 1});
    assertThatThrownBy(() -> flow.at(new Batch(1, 1, new double[] {1}), 2))
        .isInstanceOf(NumericalException.class)
        .hasMessageContaining("LIEGG-FLOW-OVERFLOW");
  }

  @Test
  void aGroupElementTooLargeIsAnError() {
    Flow flow = Flows.of(Actions.scale(1), new double[] {1});
    assertThatThrownBy(() -> flow.at(new Batch(1, 1, new double[] {1}), 1e4))
        .isInstanceOf(NumericalException.class)
        .hasMessageContaining("choose a smaller t");
  }

  @Test
  void refusesAnotherNumberOfCoefficients() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Flows.of(Actions.gl(2), new double[3]))
        .withMessage("gl(2): 3 coefficients, the action has 4 fields");
  }
}
