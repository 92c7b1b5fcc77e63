package org.liegg.linalg;

import java.util.Arrays;

/**
 * The metric of the defect for a complete basis, {@code N²M = C ⊗ Φ}, without forming it. Its
 * eigenvalues, both factors equilibrated, are all products of theirs; a pair of eigenvectors whose
 * product is above the cut of {@link Whitening} is felt, every other pair is trivial. Felt pairs
 * are coordinates in which M is the identity: {@code H = W_Cᵀ U W_Φ}, where U has a number for each
 * felt pair and zeros elsewhere.
 */
final class KroneckerMetric {
  private final MomentEigen c;
  private final MomentEigen phi;
  private final int exponent;
  private final int[] felt;

  KroneckerMetric(Symmetric c, Symmetric phi, EigenSolver solver) {
    this.c = MomentEigen.of(c, solver);
    this.phi = MomentEigen.of(phi, solver);
    exponent = c.exponent() + phi.exponent();
    int[] pairs = new int[Math.multiplyExact(this.c.rank(), this.phi.rank())];
    int count = 0;
    for (int i = 0; i < this.c.rank(); i++) {
      for (int j = 0; j < this.phi.rank(); j++) {
        if (isFelt(i, j)) {
          pairs[count++] = i * this.phi.rank() + j;
        }
      }
    }
    felt = Arrays.copyOf(pairs, count);
  }

  private boolean isFelt(int i, int j) {
    double largest = c.values()[0] * phi.values()[0];
    return c.values()[i] * phi.values()[j] > Whitening.CUT * largest;
  }

  /** How many directions M feels. */
  int rank() {
    return felt.length;
  }

  /** Positions of the felt pairs in U, {@code c.rank() × phi.rank()}, row-major. */
  int[] felt() {
    return felt;
  }

  MomentEigen gradients() {
    return c;
  }

  MomentEigen features() {
    return phi;
  }

  /** The power of two by which {@code N²M} is scaled down in the felt coordinates. */
  int exponent() {
    return exponent;
  }

  /**
   * Orthonormal coefficients of directions that M does not feel: of all of them, or the first few.
   *
   * @return at most {@code most} rows of {@code map.size()} coefficients
   */
  double[] trivial(FieldMap map, int most) {
    int m = map.size();
    int wanted = Math.min(most, m - rank());
    double[] basis = new double[wanted * m];
    int dead = deadCoordinates(map, wanted, basis);
    if (dead < wanted) {
      double[] matrices = new double[(wanted - dead) * m];
      unfeltPairs(wanted - dead, matrices);
      double[] rest = new double[matrices.length];
      map.coefficientsOf(matrices, wanted - dead, rest);
      GramSchmidt.orthonormalise(rest, m);
      System.arraycopy(rest, 0, basis, dead * m, rest.length);
    }
    Orientation.apply(basis, Math.max(1, m));
    return basis;
  }

  /** Fields of an input or a feature that vanishes on all the data, one coefficient each. */
  private int deadCoordinates(FieldMap map, int most, double[] basis) {
    int count = 0;
    for (int a = 0; a < map.size() && count < most; a++) {
      if (!c.isLive(map.basis().component()[a]) || !phi.isLive(map.basis().feature()[a])) {
        basis[count++ * map.size() + a] = 1;
      }
    }
    return count;
  }

  /** Pairs at or below the cut, from the smallest of C's eigenvalues on. */
  private void unfeltPairs(int most, double[] matrices) {
    int count = 0;
    int p = phi.order();
    for (int i = c.live().length - 1; i >= 0; i--) {
      for (int j = phi.live().length - 1; j >= 0 && count < most; j--) {
        if (isFelt(i, j)) {
          break;
        }
        for (int row = 0; row < c.order(); row++) {
          for (int column = 0; column < p; column++) {
            matrices[(count * c.order() + row) * p + column] =
                c.directions()[i * c.order() + row] * phi.directions()[j * p + column];
          }
        }
        count++;
      }
    }
  }
}
