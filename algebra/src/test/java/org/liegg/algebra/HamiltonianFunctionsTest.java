package org.liegg.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;

class HamiltonianFunctionsTest {
  private static final List<String> PLANE = List.of("x", "y", "px", "py");

  private static List<String> of(String spec, double noise) {
    GroupAction action = Actions.parse(spec);
    Random random = new Random(1);
    int m = action.dimension();
    double[] rows = new double[m * m];
    for (int e = 0; e < rows.length; e++) {
      rows[e] = (e % (m + 1) == 0 ? 1 : 0) + noise * random.nextGaussian() / m;
    }
    return HamiltonianFunctions.of(
            action.polynomialFields().orElseThrow(), new Matrix(m, m, rows), noise)
        .stream()
        .map(one -> one.text(PLANE.subList(0, action.inputSize())))
        .toList();
  }

  @Test
  void rotationsHaveTheAngularMomentum() {
    assertThat(of("so(2)^2", 0)).containsExactly("x py − y px");
  }

  @Test
  void shiftsHaveMomenta() {
    assertThat(of("translate(2)+none(2)", 0)).containsExactlyInAnyOrder("px", "py");
  }

  @Test
  void everySymplecticFieldHasOne() {
    assertThat(of("sp(4)", 0)).hasSize(10);
  }

  /** x ∂x and its like come from no function; x ∂x − px ∂px does, from x px. */
  @Test
  void fieldsThatAreNotCanonicalHaveNone() {
    assertThat(of("scale(4)", 0)).containsExactlyInAnyOrder("x px", "y py");
    assertThat(of("so(2)+none(2)", 0)).isEmpty();
  }

  @Test
  void whatWasLearnedHasThemUpToItsNoise() {
    assertThat(of("so(2)^2", 1e-3)).containsExactly("x py − y px");
    assertThat(of("scale(4)", 1e-4)).hasSize(2);
  }

  @Test
  void positionsAndMomentaAreAsMany() {
    assertThatThrownBy(() -> of("gl(3)", 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
