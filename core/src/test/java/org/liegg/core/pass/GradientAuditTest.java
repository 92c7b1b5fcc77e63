package org.liegg.core.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.groups.Actions;

class GradientAuditTest {
  private static final double[] X = {1, 2, -1, 3, 0.5, 1, 4, -2};
  private static final double[] GRADIENTS = {1, 0, -3, 0, 1e-9, 0, 2, 0};

  @Test
  void partsMergeToTheWhole() {
    GradientAudit whole = audit(0, 4);
    GradientAudit merged = audit(0, 1);
    merged.merge(audit(1, 4));

    assertThat(merged.sensitive()).containsExactly(whole.sensitive());
    assertThat(merged.stillShare(0, 20)).isEqualTo(whole.stillShare(0, 20)).contains(0.25);
    assertThat(merged.gradientMoment().orElseThrow().values())
        .containsExactly(whole.gradientMoment().orElseThrow().values(), within(1e-12));
    assertThat(merged.featureMoment().orElseThrow().values())
        .containsExactly(whole.featureMoment().orElseThrow().values(), within(1e-12));
  }

  @Test
  void nothingMergedWithAllIsAllInEitherOrder() {
    GradientAudit first = new GradientAudit();
    first.merge(audit(0, 4));
    GradientAudit second = audit(0, 4);
    second.merge(new GradientAudit());

    assertThat(first.sensitive()).containsExactly(3, 0);
    assertThat(second.sensitive()).containsExactly(3, 0);
    assertThat(new GradientAudit().gradientSeen()).isFalse();
  }

  private static GradientAudit audit(int from, int to) {
    int samples = to - from;
    double[] x = new double[2 * samples];
    double[] g = new double[2 * samples];
    System.arraycopy(X, 2 * from, x, 0, x.length);
    System.arraycopy(GRADIENTS, 2 * from, g, 0, g.length);
    Jacobians jacobians = new Jacobians(samples, 1, 2, g, new double[samples]);
    GradientAudit audit = new GradientAudit();
    audit.accept(jacobians, Actions.parse("gl(2)").polarize(new Batch(samples, 2, x), jacobians));
    return audit;
  }
}
