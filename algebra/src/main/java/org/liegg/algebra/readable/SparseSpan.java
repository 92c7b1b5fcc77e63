package org.liegg.algebra.readable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.liegg.api.Matrix;
import org.liegg.metrics.ReadableBasis;
import org.liegg.metrics.Subspaces;

/**
 * A sparse basis of a space. Candidates are the vectors of an elimination, and what the alternating
 * directions of Qu, Sun and Wright ("Finding a sparse vector in a subspace", IEEE Transactions on
 * Information Theory 62, 2016) lead to from the shadow of every coordinate. Of each, the fewest
 * entries are kept outside which some vector of the space has no more than a tolerance; the
 * sparsest independent ones are taken. What two of these have less of together takes the place of
 * one of them.
 */
final class SparseSpan {
  /** Coordinates beyond which elimination alone finds candidates. */
  private static final int MOST_COORDINATES = 400;

  private static final int ROUNDS = 60;

  /** So often all pairs of a basis are tried; each time it has fewer entries than before. */
  private static final int PAIRINGS = 4;

  /** What rounding leaves of entries that cancel in vectors of unit norm. */
  private static final double NOTHING = 1e-12;

  /** What a vector must have outside the ones before it to count as independent of them. */
  private static final double INDEPENDENT = 0.2;

  private final Matrix basis;
  private final double tolerance;

  private SparseSpan(Matrix basis, double tolerance) {
    this.basis = basis;
    this.tolerance = tolerance;
  }

  /** A vector of unit norm with its zeros, and the norm of what these were. */
  private record Sparse(double[] vector, int support, double lost) {}

  /**
   * A sparse basis.
   *
   * @param rows linearly independent
   * @param tolerance the norm, in a vector of unit norm, of what may be taken for 0
   * @return a row a vector of unit norm, as many as the rows span dimensions
   */
  static Matrix of(Matrix rows, double tolerance) {
    Matrix orthonormal = Subspaces.orthonormalBasis(rows);
    return new SparseSpan(orthonormal, tolerance).found();
  }

  private Matrix found() {
    int m = basis.columns();
    Matrix eliminated = ReadableBasis.of(basis).vectors();
    List<double[]> starts = new ArrayList<>();
    for (int r = 0; r < eliminated.rows(); r++) {
      starts.add(row(eliminated, r));
    }
    List<Sparse> candidates = new ArrayList<>();
    starts.forEach(start -> candidates.add(sparse(start)));
    for (int c = 0; c < m && m <= MOST_COORDINATES && basis.rows() > 1; c++) {
      double[] unit = new double[m];
      unit[c] = 1;
      double[] q = shadow(unit);
      if (norm(q) > INDEPENDENT) {
        candidates.add(sparse(alternated(q)));
      }
    }
    candidates.sort(Comparator.comparingInt(Sparse::support).thenComparingDouble(Sparse::lost));
    // What elimination left, as it is, completes the basis whatever is taken before.
    starts.forEach(start -> candidates.add(new Sparse(start, m, 0)));
    List<Sparse> taken = chosen(candidates);
    for (int pairing = 0; pairing < PAIRINGS && m <= MOST_COORDINATES; pairing++) {
      List<Sparse> sparser = pairs(taken);
      if (sparser.isEmpty()) {
        break;
      }
      sparser.addAll(taken);
      sparser.sort(Comparator.comparingInt(Sparse::support).thenComparingDouble(Sparse::lost));
      taken = chosen(sparser);
    }
    return matrix(taken);
  }

  /** Of vectors less a multiple of another, in which an entry cancels, those that are sparser. */
  private List<Sparse> pairs(List<Sparse> taken) {
    List<Sparse> found = new ArrayList<>();
    for (Sparse one : taken) {
      for (Sparse other : taken) {
        for (int c = 0; c < one.vector.length; c++) {
          if (one.vector[c] != 0 && other.vector[c] != 0) {
            less(one, one.vector[c] / other.vector[c], other)
                .filter(sparser -> sparser.support < one.support)
                .ifPresent(found::add);
          }
        }
      }
    }
    return found;
  }

  /** Empty where nothing is left, or clearly no fewer entries. */
  private Optional<Sparse> less(Sparse one, double factor, Sparse other) {
    double[] rest = one.vector.clone();
    add(rest, -factor, other.vector);
    double norm = norm(rest);
    double small = Math.max(tolerance, NOTHING) * norm;
    long support = Arrays.stream(rest).filter(x -> Math.abs(x) > small).count();
    if (norm <= NOTHING || support >= one.support) {
      return Optional.empty();
    }
    Arrays.setAll(rest, i -> rest[i] / norm);
    return Optional.of(sparse(rest));
  }

  private List<Sparse> chosen(List<Sparse> candidates) {
    List<Sparse> taken = new ArrayList<>();
    List<double[]> orthogonal = new ArrayList<>();
    for (double least : new double[] {INDEPENDENT, 1e-6}) {
      for (Sparse candidate : candidates) {
        double[] rest = candidate.vector.clone();
        for (double[] before : orthogonal) {
          add(rest, -dot(rest, before), before);
        }
        double left = norm(rest);
        if (taken.size() < basis.rows() && left > least) {
          taken.add(candidate);
          Arrays.setAll(rest, i -> rest[i] / left);
          orthogonal.add(rest);
        }
      }
    }
    return taken;
  }

  private Matrix matrix(List<Sparse> taken) {
    int m = basis.columns();
    double[] values = new double[taken.size() * m];
    for (int r = 0; r < taken.size(); r++) {
      System.arraycopy(taken.get(r).vector, 0, values, r * m, m);
    }
    return new Matrix(taken.size(), m, values);
  }

  /** The coefficients in the basis of a vector's projection. */
  private double[] shadow(double[] vector) {
    double[] q = new double[basis.rows()];
    for (int r = 0; r < q.length; r++) {
      for (int c = 0; c < vector.length; c++) {
        q[r] += basis.get(r, c) * vector[c];
      }
    }
    return q;
  }

  private double[] vector(double[] q) {
    double[] sum = new double[basis.columns()];
    for (int r = 0; r < q.length; r++) {
      for (int c = 0; c < sum.length; c++) {
        sum[c] += q[r] * basis.get(r, c);
      }
    }
    double norm = norm(sum);
    Arrays.setAll(sum, c -> norm == 0 ? 0 : sum[c] / norm);
    return sum;
  }

  private double[] alternated(double[] start) {
    double[] y = vector(start);
    double cut = 1 / Math.sqrt(basis.columns());
    for (int round = 0; round < ROUNDS; round++) {
      double[] cleared = new double[y.length];
      for (int c = 0; c < y.length; c++) {
        cleared[c] = Math.signum(y[c]) * Math.max(0, Math.abs(y[c]) - cut);
      }
      double[] q = shadow(cleared);
      if (norm(q) < 1e-12) {
        return y;
      }
      y = vector(q);
    }
    return y;
  }

  /** The vector of fewest entries that is near enough to the space. */
  private Sparse sparse(double[] near) {
    double[] sizes = Arrays.stream(near).map(Math::abs).sorted().toArray();
    for (int support = 1; support < sizes.length; support++) {
      double least = sizes[sizes.length - support];
      if (least <= 1.0001 * sizes[sizes.length - support - 1]) {
        // Entries of one size are kept or left together.
        continue;
      }
      boolean[] kept = new boolean[near.length];
      for (int c = 0; c < near.length; c++) {
        kept[c] = Math.abs(near[c]) >= least;
      }
      double[] best = vector(emptiest(kept));
      double lost = 0;
      double[] cleared = best.clone();
      for (int c = 0; c < near.length; c++) {
        lost += kept[c] ? 0 : best[c] * best[c];
        cleared[c] = kept[c] ? best[c] : 0;
      }
      if (Math.sqrt(lost) <= tolerance) {
        double norm = norm(cleared);
        Arrays.setAll(cleared, c -> cleared[c] / norm);
        return new Sparse(cleared, support, Math.sqrt(lost));
      }
    }
    return new Sparse(near, near.length, 0);
  }

  /** The element of the space that has least outside some entries. */
  private double[] emptiest(boolean[] kept) {
    int k = basis.rows();
    DMatrixRMaj gram = new DMatrixRMaj(k, k);
    for (int i = 0; i < k; i++) {
      for (int j = i; j < k; j++) {
        double sum = 0;
        for (int c = 0; c < kept.length; c++) {
          sum += kept[c] ? 0 : basis.get(i, c) * basis.get(j, c);
        }
        gram.set(i, j, sum);
        gram.set(j, i, sum);
      }
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(k, true, true);
    double[] q = new double[k];
    if (!eigen.decompose(gram)) {
      return q;
    }
    int least = 0;
    for (int i = 1; i < k; i++) {
      if (eigen.getEigenvalue(i).real < eigen.getEigenvalue(least).real) {
        least = i;
      }
    }
    System.arraycopy(eigen.getEigenVector(least).data, 0, q, 0, k);
    return q;
  }

  static double[] row(Matrix matrix, int r) {
    return Arrays.copyOfRange(matrix.values(), r * matrix.columns(), (r + 1) * matrix.columns());
  }

  private static void add(double[] sum, double factor, double[] other) {
    Arrays.setAll(sum, i -> sum[i] + factor * other[i]);
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  static double norm(double[] a) {
    return Math.sqrt(dot(a, a));
  }
}
