package org.liegg.algebra;

import static org.assertj.core.api.Assertions.assertThat;

import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;
import org.liegg.groups.Embeddings;

/** Every algebra of the catalogue, given exactly and then moved by noise. */
class CatalogueTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "so(2)|so(2)|0,0,1",
        "so(3)|so(3)|0,3,0",
        "so(4)|so(4)|0,6,0",
        "so(5)|so(5)|0,10,0",
        "so(9)|so(9)|0,36,0",
        "so(1,1)|so(1,1)|0,0,1",
        "so(2,1)|so(1,2)|2,1,0",
        "so(1,3)|so(1,3)|3,3,0",
        "so(2,2)|so(2,2)|4,2,0",
        "so(2,3)|so(2,3)|6,4,0",
        "sl(2)|sl(2)|2,1,0",
        "sl(3)|sl(3)|5,3,0",
        "gl(3)|gl(3)|5,3,1",
        "gl(6)|gl(6)|20,15,1",
        "sp(4)|sp(4)|6,4,0",
        "sp(6)|sp(6)|12,9,0",
        "sp(8)|sp(8)|20,16,0",
        "u(2)|u(2)|0,3,1",
        "u(3)|u(3)|0,8,1",
        "su(2)|su(2)|0,3,0",
        "su(3)|su(3)|0,8,0",
        "su(4)|su(4)|0,15,0",
        "se(2)|se(2)|0,1,2",
        "se(3)|se(3)|0,3,3",
        "se(4)|se(4)|0,6,4",
        "aff(1)|aff(1)|1,0,1",
        "aff(2)|aff(2)|3,1,2",
        "aff(3)|aff(3)|6,3,3",
        "translate(3)|translate(3)|0,0,3",
        "scale(3)|abelian(3)|0,0,3",
        "so(3)^2|so(3)|0,3,0",
        "so(3)+so(3)|so(3)+so(3)|0,6,0",
        "so(5)+sl(3)|sl(3)+so(5)|5,13,0",
        "so(3)+scale(1)|so(3)+scale(1)|0,3,1",
        "so(3)+scale(2)|so(3)+abelian(2)|0,3,2",
        "su(3)+so(1,3)|so(1,3)+su(3)|3,11,0",
        "tensor(so(4),2)|so(4)|0,6,0",
        "dual(sl(3))|sl(3)|5,3,0",
        "poly(1,1)|aff(1)|1,0,1",
        "poly(1,2)|sl(2)|2,1,0"
      })
  void namesEveryAlgebraItKnows(String action, String name, String killing) {
    LearnedAlgebra exact = Nullspaces.everyField(Actions.parse(action));
    assertThat(exact.name()).as("%s: %s", action, exact.evidence()).isEqualTo(name);
    assertThat(exact.identified()).isTrue();
    assertThat(join(exact.killingSignature())).isEqualTo(killing);
    assertThat(exact.closureResidual()).isLessThan(1e-10);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "so(3)|gl(3)|so(3)",
        "so(5)|gl(5)|so(5)",
        "so(5)|gl(5)+gl(5)|so(5)",
        "so(5)|gl(10)|so(5)",
        "so(4)|gl(4)|so(4)",
        "so(4)|gl(8)|so(4)",
        "so(1,3)|gl(4)|so(1,3)",
        "so(2,2)|gl(4)|so(2,2)",
        "sl(3)|gl(3)|sl(3)",
        "sp(4)|gl(4)|sp(4)",
        "su(3)|gl(6)|su(3)",
        "u(2)|gl(4)|u(2)",
        "se(2)|aff(2)|se(2)",
        "se(3)|aff(3)|se(3)",
        "so(3)+so(2)|gl(5)|so(3)+so(2)",
        "so(3)+so(3)|gl(6)|so(3)+so(3)",
        "aff(2)|aff(2)+gl(2)|aff(2)"
      })
  void namesItThroughNoise(String action, String candidates, String name) {
    GroupAction all = Actions.parse(candidates);
    Matrix rows =
        candidates.equals("aff(2)+gl(2)")
            ? padded(6, all.dimension())
            : Embeddings.coefficients(Actions.parse(action), all);
    for (double noise : new double[] {1e-6, 1e-3, 0.02, 0.045}) {
      Matrix learned = Nullspaces.noisy(rows, noise, Nullspaces.SEED);
      LearnedAlgebra found = LieAlgebras.of(all, learned, noise);
      assertThat(found.name())
          .as("%s in %s, noise %s: %s", action, candidates, noise, found.evidence())
          .isEqualTo(name);
      assertThat(found.closureResidual()).isBetween(noise * 1e-3, found.closureBound());
    }
  }

  private static Matrix padded(int rows, int columns) {
    double[] values = new double[rows * columns];
    for (int r = 0; r < rows; r++) {
      values[r * columns + r] = 1;
    }
    return new Matrix(rows, columns, values);
  }

  @ParameterizedTest
  @ValueSource(strings = {"so(5)", "so(1,3)", "sp(4)", "so(2,2)", "sl(3)", "su(2)"})
  void theNameDoesNotDependOnTheCoordinates(String action) {
    GroupAction known = Actions.parse(action);
    int n = known.inputSize();
    for (long seed = 1; seed <= 5; seed++) {
      SimpleMatrix p = new SimpleMatrix(n, n, true, Nullspaces.gaussian(n * n, seed));
      Matrix rows = Nullspaces.noisy(Nullspaces.conjugated(known, p), 0, seed);
      LearnedAlgebra found = LieAlgebras.of(Actions.gl(n), rows, 1e-10);
      assertThat(found.name()).as("%s, seed %d: %s", action, seed, found).isEqualTo(action);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"so(9)", "so(4,5)", "sp(8)", "u(6)", "sl(6)", "gl(6)", "so(5)+so(5)"})
  void namesLargeAlgebrasInAnyCoordinatesThroughNoise(String action) {
    GroupAction known = Actions.parse(action);
    int n = known.inputSize();
    SimpleMatrix p =
        new SimpleMatrix(n, n, true, Nullspaces.gaussian(n * n, 7))
            .scale(0.5 / Math.sqrt(n))
            .plus(SimpleMatrix.identity(n));
    Matrix exact = Nullspaces.conjugated(known, p);
    for (double noise : new double[] {1e-8, 1e-3, 1e-2}) {
      Matrix learned = Nullspaces.noisy(exact, noise, Nullspaces.SEED);
      LearnedAlgebra found = LieAlgebras.of(Actions.gl(n), learned, noise);
      assertThat(found.name()).as("noise %s: %s", noise, found.evidence()).isEqualTo(action);
      Matrix nearestExact = found.nearestExact().orElseThrow().coefficients();
      assertThat(LieAlgebras.of(Actions.gl(n), nearestExact, 0).closureResidual())
          .as("noise %s", noise)
          .isLessThan(1e-8);
    }
  }

  private static String join(int[] numbers) {
    return numbers[0] + "," + numbers[1] + "," + numbers[2];
  }
}
