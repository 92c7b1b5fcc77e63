package org.liegg.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;
import org.liegg.groups.Embeddings;

/** Algebras of pairs: an element on the input and one on the output. */
class EquivariantAlgebraTest {

  @Test
  void theInertiaTensorIsEquivariantToGl3ModuloPairsThatActOnNothing() {
    GroupAction pairs = Actions.parse("gl(3)^3 -> gl(9)");
    // Σ(r²1 − rrᵀ) = tr(M)1 − M of M = Σ rrᵀ, which moves as AM + MAᵀ.
    SimpleMatrix inertia = new SimpleMatrix(9, 9);
    for (int column = 0; column < 9; column++) {
      inertia.set(column, column, -1);
      if (column % 4 == 0) {
        for (int diagonal = 0; diagonal < 9; diagonal += 4) {
          inertia.set(diagonal, column, inertia.get(diagonal, column) + 1);
        }
      }
    }
    double[] sensitive = new double[9 * 90];
    for (int a = 0; a < 9; a++) {
      SimpleMatrix move = new SimpleMatrix(3, 3);
      move.set(a / 3, a % 3, 1);
      SimpleMatrix both =
          move.kron(SimpleMatrix.identity(3)).plus(SimpleMatrix.identity(3).kron(move));
      SimpleMatrix output = inertia.mult(both).mult(inertia.invert());
      sensitive[a * 90 + a] = 1;
      System.arraycopy(output.getDDRM().data, 0, sensitive, a * 90 + 9, 81);
    }
    double[] nothing = new double[27 * 90];
    int row = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = i + 1; j < 3; j++) {
        for (int k = 0; k < 9; k++, row++) {
          // Takes the antisymmetric part of a matrix, which is 0, to e_k.
          nothing[row * 90 + 9 + 9 * k + 3 * i + j] = Math.sqrt(0.5);
          nothing[row * 90 + 9 + 9 * k + 3 * j + i] = -Math.sqrt(0.5);
        }
      }
    }
    LearnedAlgebra found =
        LieAlgebras.of(pairs, new Matrix(9, 90, sensitive), new Matrix(27, 90, nothing), 1e-9);
    assertThat(found.isClosed()).isTrue();
    assertThat(found.name()).as("%s", found).isEqualTo("gl(3)");
    assertThat(found.dimension()).isEqualTo(9);
    assertThat(found.trivialDimension()).isEqualTo(27);
    assertThat(found.killingSignature()).containsExactly(5, 3, 1);
  }

  @Test
  void oneElementOnBothSidesIsNamedByItsAction() {
    LearnedAlgebra found = Nullspaces.everyField(Actions.parse("so(3)^2->same"));
    assertThat(found.name()).isEqualTo("so(3)");
  }

  @Test
  void oneElementInTwoRepresentationsIsNamedByThatOfTheInput() {
    GroupAction pairs = Actions.parse("gl(3)^3->same(tensor(gl(3),2))");
    LearnedAlgebra turns = LieAlgebras.of(pairs, Embeddings.coefficients(Actions.so(3), pairs), 0);
    assertThat(turns.name()).isEqualTo("so(3)");
    LearnedAlgebra covectors = Nullspaces.everyField(Actions.parse("so(3)->same(dual(so(3)))"));
    assertThat(covectors.name()).isEqualTo("so(3)");
    LearnedAlgebra scalings = Nullspaces.everyField(Actions.parse("scale(2)->same(translate(2))"));
    assertThat(scalings.name()).isEqualTo("abelian(2)");
  }

  @Test
  void motionsOfAnImageAreNamedAsThoseOfThePlane() {
    LearnedAlgebra found =
        LieAlgebras.of(
            Actions.image(28, 28, 1), new Matrix(1, 4, new double[] {0.01, 0.7, -0.71, 0}), 0.03);
    assertThat(found.name()).isEqualTo("so(2)");
    assertThat(found.nearestExact().orElseThrow().coefficients().values())
        .containsExactly(new double[] {0, Math.sqrt(0.5), -Math.sqrt(0.5), 0}, within(1e-15));
    LearnedAlgebra rigid =
        LieAlgebras.of(
            Actions.affImage(8, 8, 1),
            new Matrix(3, 6, new double[] {0, 1, 0, -1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1}),
            0);
    assertThat(rigid.name()).isEqualTo("se(2)");
  }
}
