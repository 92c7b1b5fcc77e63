package org.liegg.groups.basic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.Batch;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;
import org.liegg.groups.MatrixAction;

class ClassicalActionsTest {

  @ParameterizedTest
  @CsvSource({
    "sl(4), 15",
    "'so(2,3)', 10",
    "sp(6), 21",
    "u(3), 9",
    "su(3), 8",
    "se(4), 10",
    "'poly(3,2)', 30",
    "'tensor(gl(3),2)', 9",
    "'tensor(so(4),1,1)', 6",
    "dual(gl(3)), 9"
  })
  void hasTheDimensionOfItsGroup(String action, int dimension) {
    assertThat(Actions.parse(action).dimension()).isEqualTo(dimension);
  }

  @Test
  void soKeepsItsMetric() {
    requireForm(Actions.so(1, 3), SimpleMatrix.diag(1, -1, -1, -1));
    requireForm(Actions.so(2, 2), SimpleMatrix.diag(1, 1, -1, -1));
  }

  @Test
  void spKeepsTheCanonicalForm() {
    requireForm(Actions.sp(4), complexUnit(2));
  }

  @Test
  void uCommutesWithIAndIsSkew() {
    for (GroupAction action : new GroupAction[] {Actions.u(3), Actions.su(3)}) {
      requireForm(action, SimpleMatrix.identity(6));
      SimpleMatrix i = complexUnit(3);
      for (int a = 0; a < action.dimension(); a++) {
        SimpleMatrix field = matrix(action, a);
        assertThat(field.mult(i).minus(i.mult(field)).normF())
            .as("[%s, i] in %s", action.fieldName(a), action.spec())
            .isLessThan(1e-15);
      }
    }
  }

  @Test
  void slAndSuHaveNoTrace() {
    for (int a = 0; a < 15; a++) {
      assertThat(matrix(Actions.sl(4), a).trace()).isCloseTo(0, within(1e-15));
    }
    GroupAction su = Actions.su(3);
    for (int a = 0; a < su.dimension(); a++) {
      // The trace of the complex matrix is that of X plus i times that of Y.
      SimpleMatrix y = matrix(su, a).extractMatrix(3, 6, 0, 3);
      assertThat(y.trace()).isCloseTo(0, within(1e-15));
    }
  }

  @Test
  void aMatrixMovesByBothItsIndices() {
    GroupAction action = Actions.parse("tensor(gl(2),2)");
    SimpleMatrix m = new SimpleMatrix(2, 2, true, 1, 2, 3, 4);
    SimpleMatrix a = new SimpleMatrix(2, 2, true, 5, 6, 7, 8);
    SimpleMatrix expected = a.mult(m).plus(m.mult(a.transpose()));
    assertThat(field(action, m, 5, 6, 7, 8)).containsExactly(values(expected), within(1e-12));
  }

  @Test
  void anOperatorMovesByTheCommutator() {
    GroupAction action = Actions.parse("tensor(gl(2),1,1)");
    SimpleMatrix m = new SimpleMatrix(2, 2, true, 1, 2, 3, 4);
    SimpleMatrix a = new SimpleMatrix(2, 2, true, 5, 6, 7, 8);
    SimpleMatrix expected = a.mult(m).minus(m.mult(a));
    assertThat(field(action, m, 5, 6, 7, 8)).containsExactly(values(expected), within(1e-12));
  }

  @Test
  void aDualHasTheMatrixOfItsFields() {
    assertThat(Actions.dual(Actions.gl(2)).matrix(new double[] {1, 2, 3, 4}).orElseThrow().values())
        .containsExactly(-1, -3, -2, -4);
  }

  @Test
  void polyOrdersMonomialsByDegree() {
    GroupAction action = Actions.poly(2, 2);
    assertThat(action.features(new Batch(1, 2, new double[] {3, 5})).values())
        .containsExactly(1, 3, 5, 9, 15, 25);
    assertThat(action.fieldName(4)).isEqualTo("x1*x2·e[1]");
    assertThat(action.fieldName(11)).isEqualTo("x2^2·e[2]");
  }

  @Test
  void aTypeIsMadeOfMatricesInOneLine() {
    GroupAction shears = MatrixAction.of("shears()", new Matrix(2, 2, new double[] {0, 1, 0, 0}));
    assertThat(shears.spec()).isEqualTo("shears()");
    assertThat(shears.dimension()).isEqualTo(1);
    assertThat(Actions.copies(shears, 2).inputSize()).isEqualTo(4);
    assertThat(shears.matrix(new double[] {3}).orElseThrow().values()).containsExactly(0, 3, 0, 0);
  }

  @Test
  void refusesMatricesThatDependOnEachOther() {
    Matrix one = new Matrix(1, 1, new double[] {1});
    Matrix two = new Matrix(1, 1, new double[] {2});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MatrixAction.of("twice()", one, two))
        .withMessageContaining("span 1 dimensions only");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MatrixAction.of("twice", one))
        .withMessageContaining("write a name and brackets");
  }

  private static void requireForm(GroupAction action, SimpleMatrix form) {
    for (int a = 0; a < action.dimension(); a++) {
      SimpleMatrix field = matrix(action, a);
      assertThat(field.transpose().mult(form).plus(form.mult(field)).normF())
          .as("AᵀB + BA for %s of %s", action.fieldName(a), action.spec())
          .isLessThan(1e-15);
    }
  }

  /** [[0, 1], [−1, 0]]; up to its sign, the multiplication by i. */
  private static SimpleMatrix complexUnit(int n) {
    SimpleMatrix unit = new SimpleMatrix(2 * n, 2 * n);
    for (int k = 0; k < n; k++) {
      unit.set(k, n + k, 1);
      unit.set(n + k, k, -1);
    }
    return unit;
  }

  private static SimpleMatrix matrix(GroupAction action, int a) {
    double[] unit = new double[action.dimension()];
    unit[a] = 1;
    Matrix matrix = action.matrix(unit).orElseThrow();
    return new SimpleMatrix(matrix.rows(), matrix.columns(), true, matrix.values());
  }

  private static double[] field(GroupAction action, SimpleMatrix at, double... coefficients) {
    double[] x = values(at);
    double[] value = new double[x.length];
    var fields = action.fields();
    for (int a = 0; a < fields.fields(); a++) {
      for (int e = fields.offsets()[a]; e < fields.offsets()[a + 1]; e++) {
        value[fields.component()[e]] +=
            coefficients[a] * fields.values()[e] * x[fields.feature()[e]];
      }
    }
    return value;
  }

  private static double[] values(SimpleMatrix matrix) {
    return Arrays.copyOf(matrix.getDDRM().data, matrix.getNumElements());
  }
}
