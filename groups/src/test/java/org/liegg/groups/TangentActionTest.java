package org.liegg.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.Matrix;
import org.liegg.api.spi.Flow;
import org.liegg.api.spi.GroupAction;

class TangentActionTest {
  private static final double STEP = 1e-6;

  /** A curve that is moved has the velocity that is moved along with it. */
  @Test
  void velocitiesAreThoseOfMovedCurves() {
    for (String spec : new String[] {"gl(2)", "se(2)", "translate(2)", "poly(2,2)"}) {
      GroupAction base = Actions.parse(spec);
      GroupAction tangent = Actions.tangent(base);
      double[] x = {0.3, -0.2};
      double[] y = {0.7, 0.4};
      for (int a = 0; a < base.dimension(); a++) {
        double[] unit = new double[base.dimension()];
        unit[a] = 1;
        Flow flow = Flows.of(base, unit);
        double[] ahead = moved(flow, x[0] + STEP * y[0], x[1] + STEP * y[1]);
        double[] behind = moved(flow, x[0] - STEP * y[0], x[1] - STEP * y[1]);
        double[] both = moved(Flows.of(tangent, unit), x[0], x[1], y[0], y[1]);

        for (int i = 0; i < 2; i++) {
          assertThat(both[i]).isCloseTo(moved(flow, x)[i], within(1e-10));
          assertThat(both[2 + i])
              .as("%s of %s", base.fieldName(a), spec)
              .isCloseTo((ahead[i] - behind[i]) / (2 * STEP), within(1e-8));
        }
      }
    }
  }

  private static double[] moved(Flow flow, double... x) {
    return flow.at(new Batch(1, x.length, x), 0.5).values();
  }

  @Test
  void velocitiesAreMovedAsPositionsByLinearFields() {
    Matrix found =
        Embeddings.coefficients(Actions.tangent(Actions.so(3)), Actions.parse("so(3)^2"));

    for (int e = 0; e < 9; e++) {
      assertThat(found.values()[e]).isCloseTo(e % 4 == 0 ? 1 : 0, within(1e-12));
    }
  }

  @Test
  void fieldsThatAreNoPolynomialsAreRefused() {
    assertThatThrownBy(() -> Actions.parse("tangent(image(3x3))"))
        .isInstanceOf(ActionException.class)
        .hasMessageContaining("no polynomials");
    assertThatThrownBy(() -> Actions.parse("tangent(gl(2),2)"))
        .isInstanceOf(ActionException.class)
        .hasMessageContaining("1 argument");
  }
}
