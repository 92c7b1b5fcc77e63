package org.liegg.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.algebra.InvariantForm.Kind;
import org.liegg.api.Batch;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;
import org.liegg.tck.SymmetricFunctions;

/** Functions whose symmetry algebra is known, from exact gradients to its name. */
class KnownAnswersTest {
  private static final double NOISE = 1e-9;

  @ParameterizedTest
  @ValueSource(strings = {"gl(5)^2", "gl(10)", "gl(5)+gl(5)", "aff(5)^2"})
  void o5IsInvariantToSo5(String action) {
    LearnedAlgebra found = learned(action, SymmetricFunctions::o5);
    assertThat(found.name()).as("%s", found).isEqualTo("so(5)");
    assertThat(found.dimension()).isEqualTo(10);
    assertThat(found.closureResidual()).isLessThan(1e-10);
    assertThat(found.killingSignature()).containsExactly(0, 10, 0);
    assertThat(found.derivedDimensions()).containsExactly(10);
    assertThat(found.lowerCentralDimensions()).containsExactly(10);
    assertThat(found.centerDimension()).isZero();
    assertThat(found.radicalDimension()).isZero();
    assertThat(found.leviDimension()).isEqualTo(10);
    assertThat(found.simpleIdealDimensions()).containsExactly(10);
    assertThat(found.compact()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gl(5)^2", "aff(5)^2"})
  void o5KeepsTheScalarProductAndNothingElse(String action) {
    LearnedAlgebra found = learned(action, SymmetricFunctions::o5);
    assertThat(found.invariantForms()).hasSize(1);
    InvariantForm form = found.invariantForms().get(0);
    assertThat(form.kind()).isEqualTo(Kind.SYMMETRIC);
    assertThat(form.isDefinite()).isTrue();
    assertThat(form.form().values())
        .containsExactly(SimpleMatrix.identity(5).getDDRM().data, within(1e-9));
  }

  @Test
  void o5OnTwoFreeBlocksKeepsThreeProducts() {
    // a·a, b·b and a·b; and the antisymmetric pairing of a with b.
    LearnedAlgebra found = learned("gl(5)+gl(5)", SymmetricFunctions::o5);
    assertThat(found.invariantForms())
        .extracting(InvariantForm::kind)
        .containsExactly(Kind.SYMMETRIC, Kind.SYMMETRIC, Kind.SYMMETRIC, Kind.ANTISYMMETRIC);
  }

  @Test
  void minkowskiIsInvariantToTheLorentzAlgebra() {
    LearnedAlgebra found = learned("gl(4)", SymmetricFunctions::minkowski);
    assertThat(found.name()).isEqualTo("so(1,3)");
    assertThat(found.isomorphicTo()).contains("sl(2,C)");
    assertThat(found.killingSignature()).containsExactly(3, 3, 0);
    assertThat(found.compact()).isFalse();
    assertThat(found.simpleIdealDimensions()).containsExactly(6);
    assertThat(found.invariantForms()).hasSize(1);
    assertThat(found.invariantForms().get(0).signature()).containsExactly(1, 3, 0);
    assertThat(found.invariantForms().get(0).form().values())
        .containsExactly(SimpleMatrix.diag(1, -1, -1, -1).getDDRM().data, within(1e-9));
  }

  @Test
  void minkowskiInOtherCoordinatesHasItsMetricThere() {
    for (long seed = 1; seed <= 5; seed++) {
      SimpleMatrix p = new SimpleMatrix(4, 4, true, Nullspaces.gaussian(16, seed));
      SimpleMatrix metric = p.transpose().mult(SimpleMatrix.diag(1, -1, -1, -1)).mult(p);
      // F(x) = (Px)ᵀ η (Px): what keeps F keeps PᵀηP.
      Matrix rows =
          Nullspaces.of(
              Actions.gl(4),
              x -> metric.mult(new SimpleMatrix(4, 1, true, x)).scale(2).getDDRM().data);
      LearnedAlgebra found = LieAlgebras.of(Actions.gl(4), rows, NOISE);
      assertThat(found.name()).as("seed %d: %s", seed, found).isEqualTo("so(1,3)");
      assertThat(found.invariantForms()).as("seed %d", seed).hasSize(1);
      Matrix form = found.invariantForms().get(0).form();
      SimpleMatrix unit = metric.divide(metric.normF());
      SimpleMatrix got = new SimpleMatrix(4, 4, true, form.values());
      got = got.divide(got.normF());
      double distance = Math.min(got.minus(unit).normF(), got.plus(unit).normF());
      assertThat(distance).as("to PᵀηP, seed %d", seed).isLessThan(1e-8);
    }
  }

  @Test
  void theReynoldsNumberHasThreeCommutingScalings() {
    double[] values = Nullspaces.gaussian(2000 * 4, Nullspaces.SEED);
    Arrays.setAll(values, i -> Math.exp(0.5 * values[i]));
    for (String action : new String[] {"scale(4)", "gl(4)"}) {
      GroupAction candidates = Actions.parse(action);
      Matrix rows =
          Nullspaces.of(candidates, new Batch(2000, 4, values), SymmetricFunctions::reynolds);
      LearnedAlgebra found = LieAlgebras.of(candidates, rows, NOISE);
      assertThat(found.name()).as("%s", found).isEqualTo("abelian(3)");
      assertThat(found.killingSignature()).containsExactly(0, 0, 3);
      assertThat(found.derivedDimensions()).containsExactly(0);
      assertThat(found.centerDimension()).isEqualTo(3);
    }
  }

  @Test
  void deadInputsLeaveSo3ModuloTenTrivialFields() {
    GroupAction gl = Actions.gl(5);
    Matrix all = Nullspaces.of(gl, x -> new double[] {2 * x[0], 2 * x[1], 2 * x[2], 0, 0});
    assertThat(all.rows()).isEqualTo(13);
    double[] into = new double[10 * 25];
    double[] rotations = new double[3 * 25];
    for (int k = 0; k < 10; k++) {
      into[k * 25 + 15 + k] = 1;
    }
    int r = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = i + 1; j < 3; j++, r++) {
        rotations[r * 25 + 5 * i + j] = Math.sqrt(0.5);
        rotations[r * 25 + 5 * j + i] = -Math.sqrt(0.5);
        // A sensitive direction is one only up to trivial ones.
        rotations[r * 25 + 15 + r] = 0.3;
      }
    }
    LearnedAlgebra found =
        LieAlgebras.of(gl, new Matrix(3, 25, rotations), new Matrix(10, 25, into), NOISE);
    assertThat(found.name()).as("%s", found).isEqualTo("so(3)");
    assertThat(found.dimension()).isEqualTo(3);
    assertThat(found.trivialDimension()).isEqualTo(10);
    assertThat(found.invariantForms().get(0).form().values())
        .containsExactly(SimpleMatrix.diag(1, 1, 1, 0, 0).getDDRM().data, within(1e-9));
    LearnedAlgebra whole = LieAlgebras.of(gl, all, NOISE);
    assertThat(whole.isClosed()).isTrue();
    assertThat(whole.identified()).as("%s", whole).isFalse();
    assertThat(whole.name()).startsWith("unidentified, dimension 13, signature (");
  }

  @Test
  void aBottleneckLeavesFifteenTrivialFields() {
    // F = sin(Wx)·(1, 2) with W 2 × 5: every field into the nullspace of W.
    double[] w = Nullspaces.gaussian(10, 3);
    Matrix rows =
        Nullspaces.of(
            Actions.gl(5),
            x -> {
              double[] gradient = new double[5];
              for (int k = 0; k < 2; k++) {
                double sum = 0;
                for (int i = 0; i < 5; i++) {
                  sum += w[5 * k + i] * x[i];
                }
                for (int i = 0; i < 5; i++) {
                  gradient[i] += (k + 1) * Math.cos(sum) * w[5 * k + i];
                }
              }
              return gradient;
            });
    assertThat(rows.rows()).isEqualTo(15);
    LearnedAlgebra found =
        LieAlgebras.of(Actions.gl(5), new Matrix(0, 25, new double[0]), rows, NOISE);
    assertThat(found.isClosed()).isTrue();
    assertThat(found.closureResidual()).isLessThan(1e-10);
    assertThat(found.name()).isEqualTo("none, 15 trivial fields");
    assertThat(found.identified()).isFalse();
  }

  @Test
  void aConstantLeavesNothingButTrivialFields() {
    LearnedAlgebra found =
        LieAlgebras.of(
            Actions.gl(3), new Matrix(0, 9, new double[0]), Nullspaces.identity(9), NOISE);
    assertThat(found.identified()).isFalse();
    assertThat(found.name()).isEqualTo("none, 9 trivial fields");
    assertThat(found.dimension()).isZero();
  }

  @Test
  void nothingLearnedIsNoAlgebra() {
    LearnedAlgebra found = LieAlgebras.of(Actions.gl(4), new Matrix(0, 16, new double[0]), NOISE);
    assertThat(found.identified()).isFalse();
    assertThat(found.dimension()).isZero();
  }

  @Test
  void symmetriesOfTheSamplesAloneAreNotNamed() {
    // F = x₁ + x₂² sampled on x₂ = 0, where its gradient is (1, 0).
    double[] values = Nullspaces.gaussian(400, Nullspaces.SEED);
    for (int n = 0; n < 200; n++) {
      values[2 * n + 1] = 0;
    }
    Matrix rows =
        Nullspaces.of(Actions.gl(2), new Batch(200, 2, values), x -> new double[] {1, 2 * x[1]});
    assertThat(rows.rows()).isEqualTo(3);
    for (double noise : new double[] {0, 1e-3, 0.1, 1}) {
      LearnedAlgebra found = LieAlgebras.of(Actions.gl(2), rows, noise);
      assertThat(found.closureResidual()).isGreaterThan(0.5);
      assertThat(found.isClosed()).isFalse();
      assertThat(found.identified()).isFalse();
      assertThat(found.name()).startsWith("not an algebra, closure residual ");
      assertThat(found.nearestExact()).isEmpty();
    }
  }

  @Test
  void distancesInThePlaneAreInvariantToItsRigidMotions() {
    LearnedAlgebra found = learned("aff(2)^3", SymmetricFunctions::distances);
    assertThat(found.name()).as("%s", found).isEqualTo("se(2)");
    assertThat(found.derivedDimensions()).containsExactly(2, 0);
    assertThat(found.lowerCentralDimensions()).containsExactly(2);
    assertThat(found.radicalDimension()).isEqualTo(3);
    // The metric is that of the linear parts.
    assertThat(found.invariantForms().get(0).form().values())
        .containsExactly(new double[] {1, 0, 0, 1}, within(1e-9));
  }

  @Test
  void polynomialFieldsCutOffAtADegreeAreNoAlgebra() {
    // F = y − x² keeps g·(∂x + 2x ∂y) for every function g; g = 1, x, y are of degree 2 at most,
    // and the bracket of the last two is not.
    LearnedAlgebra one = learned("poly(2,1)", x -> new double[] {-2 * x[0], 1});
    assertThat(one.name()).isEqualTo("abelian(1)");
    LearnedAlgebra three = learned("poly(2,2)", x -> new double[] {-2 * x[0], 1});
    assertThat(three.dimension()).isEqualTo(3);
    assertThat(three.identified()).isFalse();
    assertThat(three.isClosed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"poly(2,2)", "poly(2,3)", "poly(3,2)"})
  void whatRoundingPutsBeyondTheDegreeIsNoTerm(String action) {
    // Turns times any function: no algebra, whose orthonormal basis has entries of 1e-17
    // everywhere.
    LearnedAlgebra found = learned(action, x -> Arrays.stream(x).map(value -> 2 * value).toArray());
    assertThat(found.isClosed()).isFalse();
    assertThat(found.closureResidual()).isBetween(0.1, 10.0);
  }

  @Test
  void quadraticFieldsThatCloseAreRead() {
    // Projective maps of the line: 1, x, x².
    GroupAction line = Actions.parse("poly(1,2)");
    Matrix turned = Nullspaces.noisy(Nullspaces.identity(3), 1e-12, 5);
    LearnedAlgebra found = LieAlgebras.of(line, turned, 1e-9);
    assertThat(found.isClosed()).as("%s", found).isTrue();
    assertThat(found.killingSignature()).containsExactly(2, 1, 0);
  }

  @Test
  void rotationsAmongPolynomialFieldsAreNamedAsMatrices() {
    LearnedAlgebra found = learned("poly(3,1)", x -> new double[] {2 * x[0], 2 * x[1], 2 * x[2]});
    assertThat(found.name()).as("%s", found).isEqualTo("so(3)");
    assertThat(found.invariantForms().get(0).isDefinite()).isTrue();
  }

  private static LearnedAlgebra learned(String action, UnaryOperator<double[]> gradient) {
    GroupAction candidates = Actions.parse(action);
    return LieAlgebras.of(candidates, Nullspaces.of(candidates, gradient), NOISE);
  }
}
