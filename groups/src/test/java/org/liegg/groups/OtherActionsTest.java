package org.liegg.groups;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Batch;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.support.FilterGroupAction;

/** Actions of other classes than the built-in ones, as those of plug-ins are. */
class OtherActionsTest {
  private static final Batch SAMPLES = new Batch(2, 3, new double[] {1, 2, 3, -0.5, 0.25, 4});

  private static final class Other extends FilterGroupAction {
    Other(GroupAction action) {
      super(action);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"so(3)", "translate(3)", "aff(3)"})
  void flowsAreExactWhereMonomialsAreAtMostAffine(String spec) {
    GroupAction known = Actions.parse(spec);
    double[] c = new double[known.dimension()];
    c[0] = 0.7;
    assertThat(Flows.of(new Other(known), c).at(SAMPLES, 0.3).values())
        .containsExactly(Flows.of(known, c).at(SAMPLES, 0.3).values());
  }

  @Test
  void aLinearOneHasTensors() {
    assertThat(Actions.tensor(new Other(Actions.so(3)), 2, 0).fields().values())
        .containsExactly(Actions.parse("tensor(so(3),2)").fields().values());
  }

  @ParameterizedTest
  @ValueSource(strings = {"so(3)->so(3)", "so(3)->same", "so(3)->same(tensor(so(3),2))"})
  void onesThatActOnOutputsSaySoBeforeTheyAreBound(String spec) {
    assertThat(Actions.parse(spec).equivariant()).isTrue();
    assertThat(new Other(Actions.parse(spec)).equivariant()).isTrue();
  }

  @Test
  void onesThatActOnInputsAloneSaySo() {
    assertThat(Actions.so(3).equivariant()).isFalse();
    assertThat(new Other(Actions.so(3)).equivariant()).isFalse();
  }
}
