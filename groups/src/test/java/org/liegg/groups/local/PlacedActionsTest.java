package org.liegg.groups.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.Polarization;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;
import org.liegg.groups.Embeddings;
import org.liegg.groups.Flows;

class PlacedActionsTest {
  private static final double HALF = Math.sqrt(0.5);

  @Test
  void turnsChosenInputsOnly() {
    GroupAction action = Actions.parse("at(so(2),4,3,1)");
    assertThat(matrix(action))
        .containsExactly(new double[] {0, 0, -HALF, 0, 0, 0, 0, 0, HALF, 0, 0, 0, 0, 0, 0, 0});
  }

  @Test
  void actsOnSeveralBlocksWithOneElement() {
    assertThat(Actions.parse("at(gl(2),4,1,2,3,4)").fields().values())
        .isEqualTo(Actions.parse("gl(2)^2").fields().values());
  }

  @Test
  void blocksThatShareInputsAddUp() {
    // A matrix by rows: from the left on columns, by the inverse from the right on rows.
    GroupAction both = Actions.parse("at(so(2),4,1,3,2,4,1,2,3,4)");
    GroupAction tensor = Actions.parse("tensor(so(2),2)");
    assertThat(matrix(both)).containsExactly(dense(tensor), within(1e-15));
  }

  private static double[] matrix(GroupAction action) {
    return action.matrix(new double[] {1}).orElseThrow().values();
  }

  private static double[] dense(GroupAction tensor) {
    double[] dense = new double[16];
    for (int e = 0; e < tensor.fields().values().length; e++) {
      dense[tensor.fields().component()[e] * 4 + tensor.fields().feature()[e]] +=
          tensor.fields().values()[e];
    }
    return dense;
  }

  @Test
  void joinsWithoutWhatDependsOnFieldsBefore() {
    GroupAction action = Actions.parse("join(so(3),scale(3),gl(3))");
    assertThat(action.dimension()).isEqualTo(9);
    assertThat(IntStream.range(0, 9).mapToObj(action::fieldName).toList())
        .startsWith("1:L[1,2]", "1:L[1,3]", "1:L[2,3]", "2:s[1]")
        .endsWith("3:E[2,3]");
    assertThat(Embeddings.coefficients(Actions.sl(3), action).rows()).isEqualTo(8);
  }

  @Test
  void localFieldsHavePolynomialCoefficients() {
    GroupAction action = Actions.parse("local(so(2)+none(1),2,3)");
    assertThat(IntStream.range(0, 3).mapToObj(action::fieldName))
        .containsExactly("1:L[1,2]", "x3·1:L[1,2]", "x3^2·1:L[1,2]");
    double[] moved =
        Flows.of(action, new double[] {0, 0, 1})
            .at(new Batch(1, 3, new double[] {1, 0, 2}), 0.1)
            .values();
    double angle = -0.4 * HALF;
    assertThat(moved)
        .containsExactly(new double[] {Math.cos(angle), Math.sin(angle), 2}, within(1e-9));
  }

  @Test
  void leavesOutLocalFieldsThatAreCombinations() {
    // x1 · x2 e_i comes of E_i2 times x1 and of E_i1 times x2.
    assertThat(Actions.parse("local(gl(2),1,1,2)").dimension()).isEqualTo(4 + 6);
    assertThat(Actions.parse("join(local(gl(2),1,1,2),translate(2))").dimension())
        .isEqualTo(Actions.poly(2, 2).dimension());
  }

  @Test
  void containsTheActionItself() {
    GroupAction local = Actions.parse("local(so(3),2,1,2,3)");
    double[] first = Embeddings.coefficients(Actions.so(3), local).values();
    assertThat(first[0]).isCloseTo(1, within(1e-9));
  }

  @Test
  void gaugeOfLinksAloneHasOneFieldLessThanSites() {
    assertThat(Actions.parse("gauge(2x3)").dimension()).isEqualTo(5);
    assertThat(Actions.parse("gauge(2x3)").inputSize()).isEqualTo(24);
    assertThat(Actions.parse("gauge(2x3,matter)").dimension()).isEqualTo(6);
    assertThat(Actions.parse("gauge(2x3,matter)").inputSize()).isEqualTo(36);
  }

  @Test
  void gaugeKeepsPlaquettesAndMatterAcrossLinks() {
    GroupAction action = Actions.parse("gauge(3x3,matter)");
    SplittableRandom random = new SplittableRandom(7);
    double[] x = random.doubles(action.inputSize(), -1, 1).toArray();
    double[] element = random.doubles(action.dimension(), -1, 1).toArray();
    double[] moved = Flows.of(action, element).at(new Batch(1, x.length, x), 0.7).values();
    assertThat(plaquette(moved)).isCloseTo(plaquette(x), within(1e-12));
    assertThat(hopping(moved)).isCloseTo(hopping(x), within(1e-12));
    assertThat(Math.abs(moved[0] - x[0])).isGreaterThan(1e-3);
  }

  /** U_right(p) U_down(q) U_right(r)* U_down(p)*, around the first site's square, real part. */
  private static double plaquette(double[] x) {
    double[] around = times(link(x, 0, 0, 0), link(x, 0, 1, 1));
    around = times(around, conjugate(link(x, 1, 0, 0)));
    return times(around, conjugate(link(x, 0, 0, 1)))[0];
  }

  /** ψ* U ψ over the link from the first row's last site to its first, around the lattice. */
  private static double hopping(double[] x) {
    double[] from = {x[4], x[5]};
    double[] to = {x[0], x[1]};
    return times(times(conjugate(from), link(x, 0, 2, 0)), to)[1];
  }

  private static double[] link(double[] x, int row, int column, int direction) {
    int at = 18 + 2 * (2 * (3 * row + column) + direction);
    return Arrays.copyOfRange(x, at, at + 2);
  }

  private static double[] times(double[] u, double[] v) {
    return new double[] {u[0] * v[0] - u[1] * v[1], u[0] * v[1] + u[1] * v[0]};
  }

  private static double[] conjugate(double[] u) {
    return new double[] {u[0], -u[1]};
  }

  @Test
  void rowsOfAFunctionThatIsKeptAreZero() {
    // f(|x|², z): every local rotation, and nothing of a local scaling.
    Batch x = new Batch(1, 3, new double[] {0.3, -0.8, 1.7});
    Jacobians j = new Jacobians(1, 1, 3, new double[] {0.6, -1.6, 5}, new double[] {0});
    Polarization rows = Actions.parse("local(so(2)+none(1),3,3)").polarize(x, j);
    double[] row = new double[4];
    for (int e = 0; e < rows.fields().values().length; e++) {
      int field = e / 2;
      row[field] +=
          rows.fields().values()[e]
              * j.values()[rows.fields().component()[e]]
              * rows.features().values()[rows.fields().feature()[e]];
    }
    assertThat(row).containsExactly(new double[4], within(1e-12));
  }
}
