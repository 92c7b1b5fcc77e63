package org.liegg.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.algebra.LearnedAlgebra.ExactBasis;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;
import org.liegg.groups.Embeddings;
import org.liegg.groups.MatrixAction;

class LieAlgebrasTest {

  @Test
  void theHeisenbergAlgebraIsNilpotent() {
    GroupAction action =
        MatrixAction.of("heisenberg()", unit(3, 0, 1), unit(3, 1, 2), unit(3, 0, 2));
    LearnedAlgebra found = Nullspaces.everyField(action);
    assertThat(found.name()).isEqualTo("heisenberg(3)");
    assertThat(found.derivedDimensions()).containsExactly(1, 0);
    assertThat(found.lowerCentralDimensions()).containsExactly(1, 0);
    assertThat(found.centerDimension()).isEqualTo(1);
    assertThat(found.radicalDimension()).isEqualTo(3);
    assertThat(found.compact()).isFalse();
  }

  @Test
  void thePoincareAlgebraIsASemidirectSum() {
    GroupAction aff = Actions.aff(4);
    Matrix lorentz = Embeddings.coefficients(Actions.so(1, 3), Actions.gl(4));
    double[] rows = new double[10 * 20];
    for (int r = 0; r < 6; r++) {
      for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 4; j++) {
          rows[r * 20 + 5 * i + j] = lorentz.get(r, 4 * i + j);
        }
      }
    }
    for (int i = 0; i < 4; i++) {
      rows[(6 + i) * 20 + 5 * i + 4] = 1;
    }
    LearnedAlgebra found = LieAlgebras.of(aff, new Matrix(10, 20, rows), 0);
    assertThat(found.name()).as("%s", found).isEqualTo("iso(1,3)");
    assertThat(found.leviDimension()).isEqualTo(6);
    assertThat(found.radicalDimension()).isEqualTo(4);
    assertThat(found.invariantForms().get(0).signature()).containsExactly(1, 3, 0);
  }

  @Test
  void so3OnSixCoordinatesOfASymmetricMatrixIsStillSo3() {
    LearnedAlgebra found = Nullspaces.everyField(Actions.parse("tensor(so(3),2)"));
    assertThat(found.name()).isEqualTo("so(3)");
  }

  @Test
  void su2IsNotCalledSo3WhereItActsOnC2() {
    LearnedAlgebra found = Nullspaces.everyField(Actions.su(2));
    assertThat(found.name()).isEqualTo("su(2)");
    assertThat(found.isomorphicTo()).contains("so(3)");
  }

  @Test
  void upperTriangularMatricesAreNotInTheCatalogue() {
    GroupAction action =
        MatrixAction.of(
            "triangular()",
            unit(3, 0, 0),
            unit(3, 1, 1),
            unit(3, 2, 2),
            unit(3, 0, 1),
            unit(3, 1, 2),
            unit(3, 0, 2));
    LearnedAlgebra found = Nullspaces.everyField(action);
    assertThat(found.identified()).isFalse();
    assertThat(found.isClosed()).isTrue();
    assertThat(found.name()).isEqualTo("unidentified, dimension 6, signature (2,0,4)");
    assertThat(found.derivedDimensions()).containsExactly(3, 1, 0);
    assertThat(found.lowerCentralDimensions()).containsExactly(3);
  }

  @Test
  void oneWrongGeneratorAmongTenTakesTheName() {
    GroupAction gl = Actions.gl(5);
    Matrix so5 = Embeddings.coefficients(Actions.so(5), gl);
    double[] rows = so5.values().clone();
    Arrays.fill(rows, 0, 25, 0);
    rows[0] = 1;
    for (double noise : new double[] {0, 0.01, 0.1, 1}) {
      LearnedAlgebra found = LieAlgebras.of(gl, new Matrix(10, 25, rows), noise);
      assertThat(found.identified()).as("noise %s: %s", noise, found).isFalse();
      assertThat(found.closureResidual()).isGreaterThan(0.3);
    }
  }

  @Test
  void noiseThatIsNotSaidTakesTheNameToo() {
    Matrix rows =
        Nullspaces.noisy(
            Embeddings.coefficients(Actions.so(5), Actions.gl(5)), 0.02, Nullspaces.SEED);
    assertThat(LieAlgebras.of(Actions.gl(5), rows, 1e-4).identified()).isFalse();
    assertThat(LieAlgebras.of(Actions.gl(5), rows, 0.02).name()).isEqualTo("so(5)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"so(5)|gl(5)", "so(5)|gl(5)^2", "so(1,3)|gl(4)", "se(3)|aff(3)"})
  void snapsToCoordinatePlanes(String action, String candidates) {
    GroupAction all = Actions.parse(candidates);
    Matrix exact = Embeddings.coefficients(Actions.parse(action), all);
    Matrix learned = Nullspaces.noisy(exact, 0.02, Nullspaces.SEED);
    ExactBasis nearestExact = LieAlgebras.of(all, learned, 0.02).nearestExact().orElseThrow();
    assertThat(nearestExact.rounded()).isTrue();
    assertThat(nearestExact.largestAngle()).isBetween(0.1, 3.0);
    LearnedAlgebra again = LieAlgebras.of(all, nearestExact.coefficients(), 0);
    assertThat(again.closureResidual()).isLessThan(1e-14);
    assertThat(again.name()).isEqualTo(action);
    for (int r = 0; r < nearestExact.coefficients().rows(); r++) {
      double[] row = LieAlgebras.row(nearestExact.coefficients(), r);
      long entries = Arrays.stream(row).filter(c -> c != 0).count();
      assertThat(entries).as("entries of generator %d", r + 1).isBetween(1L, 2L);
    }
  }

  @Test
  void snapsToAnExactAlgebraWhereNoCoordinatesArePlain() {
    SimpleMatrix p =
        SimpleMatrix.identity(4)
            .plus(new SimpleMatrix(4, 4, true, Nullspaces.gaussian(16, 7)).scale(0.3));
    Matrix learned =
        Nullspaces.noisy(Nullspaces.conjugated(Actions.so(1, 3), p), 0.01, Nullspaces.SEED);
    ExactBasis nearestExact =
        LieAlgebras.of(Actions.gl(4), learned, 0.01).nearestExact().orElseThrow();
    assertThat(nearestExact.rounded()).isFalse();
    assertThat(nearestExact.largestAngle()).isBetween(0.05, 3.0);
    LearnedAlgebra again = LieAlgebras.of(Actions.gl(4), nearestExact.coefficients(), 0);
    assertThat(again.closureResidual()).isLessThan(1e-8);
    assertThat(again.name()).isEqualTo("so(1,3)");
  }

  @Test
  void doesNotSnapAcrossMoreThanTheNoise() {
    double c = Math.cos(0.2);
    double s = Math.sin(0.2);
    // 11° from the rotation of a plane, and exactly closed as every single generator is.
    Matrix rows =
        new Matrix(
            1,
            4,
            new double[] {
              s * Math.sqrt(0.5), c * Math.sqrt(0.5), -c * Math.sqrt(0.5), s * Math.sqrt(0.5)
            });
    ExactBasis nearestExact =
        LieAlgebras.of(Actions.gl(2), rows, 1e-3).nearestExact().orElseThrow();
    assertThat(nearestExact.rounded()).isFalse();
    assertThat(nearestExact.largestAngle()).isCloseTo(0, within(1e-6));
  }

  @Test
  void theLengthOfDirectionsDoesNotMatter() {
    Matrix so3 = Embeddings.coefficients(Actions.so(3), Actions.gl(3));
    double[] rows = so3.values().clone();
    for (int c = 0; c < 9; c++) {
      rows[c] *= 1e8;
      rows[9 + c] *= 1e-8;
    }
    Matrix scaled = new Matrix(3, 9, rows);
    assertThat(LieAlgebras.of(Actions.gl(3), scaled, 1e-6).name()).isEqualTo("so(3)");
    assertThat(rows[1]).isCloseTo(1e8 * Math.sqrt(0.5), within(1.0));
  }

  @Test
  void noiseIsTheAngleThatTheDefectsAllow() {
    assertThat(LieAlgebras.noise(0.002, 2)).isCloseTo(0.0316, within(1e-3));
    assertThat(LieAlgebras.noise(0, 2)).isZero();
    assertThat(LieAlgebras.noise(3, 2)).isEqualTo(Math.PI / 2);
    assertThatIllegalArgumentException().isThrownBy(() -> LieAlgebras.noise(1, 0));
  }

  @Test
  void tooManyDirectionsAreSaidToBe() {
    GroupAction gl = Actions.gl(12);
    LearnedAlgebra found = LieAlgebras.of(gl, Nullspaces.identity(144), 0);
    assertThat(found.identified()).isFalse();
    assertThat(found.evidence())
        .containsExactly("144 directions: structure is computed for at most 120");
  }

  @Test
  void refusesDirectionsOfAnotherLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LieAlgebras.of(Actions.gl(2), Nullspaces.identity(3), 0))
        .withMessageContaining("directions of 3 coefficients, 'gl(2)' has 4 fields");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LieAlgebras.of(Actions.gl(2), Nullspaces.identity(4), Double.NaN));
  }

  private static Matrix unit(int n, int i, int j) {
    double[] values = new double[n * n];
    values[i * n + j] = 1;
    return new Matrix(n, n, values);
  }
}
