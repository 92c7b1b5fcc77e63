package org.liegg.algebra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;
import org.liegg.groups.Embeddings;

class QuadraticNamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "conf(3)|poly(3,2)|so(1,4)",
        "conf(2)|poly(2,2)|so(1,3)",
        "conf(2)|conf(2)|so(1,3)",
        "conf(3)|conf(3)|so(1,4)",
        "proj(2)|poly(2,2)|sl(3)",
        "proj(2)|proj(2)|sl(3)",
      })
  void areThoseOfTheSpaceActedOn(String known, String among, String isomorphic) {
    GroupAction candidates = Actions.parse(among);
    Matrix rows = Embeddings.coefficients(Actions.parse(known), candidates);
    LearnedAlgebra found = LieAlgebras.of(candidates, blurred(rows, 1e-5), 1e-4);
    assertThat(found.name()).isEqualTo(known);
    assertThat(found.isomorphicTo()).contains(isomorphic);
  }

  @ParameterizedTest
  @ValueSource(strings = {"se(3)", "aff(2)", "so(3)", "translate(2)"})
  void affineOnesKeepTheirs(String known) {
    GroupAction inner = Actions.parse(known);
    GroupAction candidates = Actions.poly(inner.inputSize(), 2);
    Matrix rows = Embeddings.coefficients(inner, candidates);
    assertThat(LieAlgebras.of(candidates, blurred(rows, 1e-6), 1e-5).name()).isEqualTo(known);
  }

  @ParameterizedTest
  @ValueSource(strings = {"conf(3)", "proj(3)"})
  void rigidMotionsAmongThemAreRigidMotions(String among) {
    GroupAction candidates = Actions.parse(among);
    Matrix rows = Embeddings.coefficients(Actions.se(3), candidates);
    assertThat(LieAlgebras.of(candidates, rows, 1e-5).name()).isEqualTo("se(3)");
  }

  private static Matrix blurred(Matrix rows, double size) {
    SplittableRandom random = new SplittableRandom(5);
    double[] values = rows.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += size * random.nextGaussian();
    }
    return new Matrix(rows.rows(), rows.columns(), values);
  }
}
