package org.liegg.groups.basic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;
import org.liegg.groups.Embeddings;
import org.liegg.groups.Flows;

class QuadraticActionsTest {

  @ParameterizedTest
  @CsvSource({"conf(1), 3", "conf(2), 6", "conf(3), 10", "conf(4), 15", "proj(1), 3", "proj(2), 8"})
  void hasTheDimensionOfItsAlgebra(String spec, int dimension) {
    assertThat(Actions.parse(spec).dimension()).isEqualTo(dimension);
  }

  @ParameterizedTest
  @ValueSource(strings = {"conf(1)", "conf(3)", "proj(1)", "proj(3)"})
  void liesAmongQuadraticFields(String spec) {
    GroupAction action = Actions.parse(spec);
    GroupAction all = Actions.poly(action.inputSize(), 2);
    assertThat(Embeddings.coefficients(action, all).rows()).isEqualTo(action.dimension());
  }

  @ParameterizedTest
  @CsvSource({"se(3), conf(3)", "aff(2), proj(2)", "conf(1), proj(1)", "proj(1), conf(1)"})
  void holdsTheAffineMapsOfItsKind(String inner, String outer) {
    GroupAction known = Actions.parse(inner);
    assertThat(Embeddings.coefficients(known, Actions.parse(outer)).rows())
        .isEqualTo(known.dimension());
  }

  @ParameterizedTest
  @ValueSource(strings = {"conf(3)", "proj(3)"})
  void everyFieldHasUnitNorm(String spec) {
    FieldBasis fields = Actions.parse(spec).fields();
    for (int a = 0; a < fields.fields(); a++) {
      double squares =
          IntStream.range(fields.offsets()[a], fields.offsets()[a + 1])
              .mapToDouble(e -> fields.values()[e] * fields.values()[e])
              .sum();
      assertThat(squares).isCloseTo(1, within(1e-14));
    }
  }

  @Test
  void aSpecialConformalFlowIsATranslationOfTheInversePoint() {
    GroupAction conformal = Actions.conf(2);
    double[] k = new double[conformal.dimension()];
    k[4] = Math.sqrt(6);
    double[] x = {0.3, -0.2};
    double[] moved = Flows.of(conformal, k).at(new Batch(1, 2, x), 0.5).values();
    double[] inverse = inverted(x);
    double[] moving = inverted(moved);
    assertThat(moving[0] - inverse[0]).isCloseTo(-0.5, within(1e-6));
    assertThat(moving[1] - inverse[1]).isCloseTo(0, within(1e-6));
  }

  private static double[] inverted(double[] x) {
    double square = x[0] * x[0] + x[1] * x[1];
    return new double[] {x[0] / square, x[1] / square};
  }

  @ParameterizedTest
  @ValueSource(strings = {"conf(0)", "proj(2000)", "conf(2147483647)", "proj(2147483647)"})
  void sizesThatCannotBeBuiltAreRefused(String spec) {
    assertThatThrownBy(() -> Actions.parse(spec)).isInstanceOf(ActionException.class);
  }
}
