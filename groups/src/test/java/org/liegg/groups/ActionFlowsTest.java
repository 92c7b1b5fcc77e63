package org.liegg.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.GroupFlows;

class ActionFlowsTest {
  private static final double ROOT_HALF = Math.sqrt(0.5);

  @Test
  void theOutputMovesWithTheInputOfAnEquivarianceAlone() {
    double[] turn = {0, -ROOT_HALF, ROOT_HALF, 0};
    Batch x = new Batch(1, 2, new double[] {1, 0});

    GroupFlows same = Flows.of(Actions.parse("gl(2) -> same"));

    assertThat(same.onOutput(turn, 2).orElseThrow().at(x, 0.3).values())
        .containsExactly(same.onInput(turn).at(x, 0.3).values());
    assertThat(Flows.of(Actions.parse("gl(2)")).onOutput(turn, 2)).isEmpty();
  }

  @Test
  void aRotationOfUnitNormComesBackAfterTwoPiTimesTheRootOfTwo() {
    GroupFlows flows = Flows.of(Actions.parse("gl(2)"));

    assertThat(flows.period(new double[] {0, -ROOT_HALF, ROOT_HALF, 0}).orElseThrow())
        .isCloseTo(2 * Math.PI * Math.sqrt(2), within(1e-9));
  }

  @Test
  void shearsScalingsAndIncommensurateTurnsHaveNoPeriod() {
    assertThat(Flows.of(Actions.parse("gl(2)")).period(new double[] {0, 1, 0, 0})).isEmpty();
    assertThat(Flows.of(Actions.parse("gl(2)")).period(new double[] {1, 0, 0, 0})).isEmpty();
    double slow = Math.sqrt(0.5) * 0.1;
    assertThat(Flows.of(Actions.parse("so(2)+so(2)")).period(new double[] {1, slow * Math.sqrt(3)}))
        .isEmpty();
  }

  @Test
  void aTurnTwiceAsFastAsAnotherComesBackWithTheSlowOne() {
    GroupAction both = Actions.parse("so(2)+so(2)");

    assertThat(Flows.of(both).period(new double[] {1, 2}).orElseThrow())
        .isCloseTo(Flows.of(both).period(new double[] {1, 0}).orElseThrow(), within(1e-9));
  }

  @Test
  void whatIsIntegratedCostsMoreThanAnExponential() {
    assertThat(Flows.of(Actions.parse("gl(5)^2")).cost()).isEqualTo(50);
    assertThat(Flows.of(Actions.parse("poly(5,2)")).cost()).isGreaterThan(1000);
  }
}
