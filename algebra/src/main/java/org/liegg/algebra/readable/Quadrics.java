package org.liegg.algebra.readable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.liegg.api.Matrix;
import org.liegg.api.Monomials;
import org.liegg.api.report.readable.Quadric;
import org.liegg.api.report.readable.Term;
import org.liegg.api.report.readable.Value;

/**
 * Quadratic functions that affine fields keep: q with ∇q(x)·(Ax + b) = 0 for all of them, by the
 * nullspace of that condition on the coefficients of q.
 */
final class Quadrics {
  private static final int MOST_INPUTS = 12;
  private static final int MOST = 4;
  private static final double ROUNDING = 1e-9;

  /** Conditions up to this many times the noise may hold. */
  private static final double CLEAR = 3;

  /** How much less than others those must be broken that hold. */
  private static final double STEP = 10;

  private final int d;
  private final Monomials monomials;
  private final boolean exact;
  private final double noise;

  private Quadrics(int d, boolean exact, double noise) {
    this.d = d;
    // Without the constant, which everything keeps.
    this.monomials =
        new Monomials(d, Monomials.upTo(d, 2).exponents().subList(1, 1 + d + d * (d + 1) / 2));
    this.exact = exact;
    this.noise = noise;
  }

  /**
   * The first few of them.
   *
   * @param fields [[A, b], [0, 0]], their largest entry about 1
   * @param exact whether their entries are
   * @param noise otherwise how far they may be off
   */
  static List<Quadric> of(List<DMatrixRMaj> fields, boolean exact, double noise) {
    int d = fields.isEmpty() ? 0 : fields.get(0).numRows - 1;
    return d < 1 || d > MOST_INPUTS ? List.of() : new Quadrics(d, exact, noise).kept(fields);
  }

  private List<Quadric> kept(List<DMatrixRMaj> fields) {
    Monomials all = Monomials.upTo(d, 2);
    int count = monomials.count();
    DMatrixRMaj conditions = new DMatrixRMaj(Math.max(count, fields.size() * all.count()), count);
    for (int f = 0; f < fields.size(); f++) {
      for (int p = 0; p < count; p++) {
        addDerivative(fields.get(f), p, conditions, f * all.count(), all);
      }
    }
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(conditions.numRows, count, false, true, true);
    if (!svd.decompose(conditions)) {
      return List.of();
    }
    double tolerance = exact ? ROUNDING : CLEAR * noise;
    DMatrixRMaj vt = svd.getV(null, true);
    double[] sigma = svd.getSingularValues();
    double limit = limit(Arrays.copyOf(sigma, count), tolerance);
    List<double[]> rows = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      if (sigma[k] <= limit) {
        rows.add(Arrays.copyOfRange(vt.data, k * count, (k + 1) * count));
      }
    }
    return rows.isEmpty() ? List.of() : readable(rows);
  }

  /**
   * Up to which singular value a condition holds: of those within the tolerance, the one before the
   * widest step, where that is clear; −1 where none is.
   */
  private static double limit(double[] sigma, double tolerance) {
    double[] ascending = sigma.clone();
    Arrays.sort(ascending);
    double limit = -1;
    double widest = STEP;
    for (int k = 0; k < ascending.length && ascending[k] <= tolerance; k++) {
      double next = k + 1 < ascending.length ? ascending[k + 1] : Double.POSITIVE_INFINITY;
      double step = next / Math.max(ascending[k], ROUNDING);
      if (step >= widest) {
        widest = step;
        limit = ascending[k];
      }
    }
    return limit;
  }

  /** Adds ∇(monomial p)·(Ax + b) as coefficients of monomials. */
  private void addDerivative(
      DMatrixRMaj field, int p, DMatrixRMaj conditions, int row, Monomials all) {
    int[] powers = monomials.exponents().get(p);
    for (int i = 0; i < d; i++) {
      for (int j = 0; powers[i] > 0 && j <= d; j++) {
        int[] product = powers.clone();
        product[i]--;
        if (j < d) {
          product[j]++;
        }
        conditions.add(row + indexOf(all, product), p, powers[i] * field.get(i, j));
      }
    }
  }

  private static int indexOf(Monomials all, int[] powers) {
    int p = 0;
    while (!Arrays.equals(all.exponents().get(p), powers)) {
      p++;
    }
    return p;
  }

  private List<Quadric> readable(List<double[]> rows) {
    int count = monomials.count();
    double[] values = new double[rows.size() * count];
    for (int r = 0; r < rows.size(); r++) {
      System.arraycopy(rows.get(r), 0, values, r * count, count);
    }
    double[] units = new double[count];
    Arrays.fill(units, 1);
    double off = exact ? ROUNDING : CLEAR * noise;
    // A square that is wrongly left out changes what is said more than one that is wrongly kept.
    Matrix sparse =
        SparseSpan.of(new Matrix(rows.size(), count, values), exact ? ROUNDING : noise / 2);
    ExactFields found = ExactFields.of(units, sparse, off);
    List<Quadric> quadrics = new ArrayList<>();
    for (int r = 0; r < Math.min(MOST, sparse.rows()); r++) {
      quadrics.add(quadric(SparseSpan.row(found.rows(), r), found.exact().get(r).isPresent()));
    }
    return quadrics;
  }

  private Quadric quadric(double[] coefficients, boolean known) {
    double first = firstOf(coefficients);
    double scale = known ? Math.signum(first) : 1 / first;
    double[] q = Arrays.stream(coefficients).map(c -> scale * c).toArray();
    Optional<double[]> center = center(q);
    List<Term> terms = new ArrayList<>();
    for (int p = 0; p < q.length; p++) {
      boolean linear = p < d;
      if (q[p] != 0 && !(linear && center.isPresent())) {
        terms.add(new Term(monomials.name(p), value(q[p], known)));
      }
    }
    return new Quadric(
        center
            .filter(point -> Arrays.stream(point).anyMatch(x -> x != 0))
            .map(point -> Arrays.stream(point).mapToObj(x -> value(x, known)).toList()),
        terms);
  }

  /** The sign of a function is free: that of its first square, or else of its first term. */
  private double firstOf(double[] coefficients) {
    for (int from : new int[] {d, 0}) {
      for (int p = from; p < coefficients.length; p++) {
        if (coefficients[p] != 0) {
          return coefficients[p];
        }
      }
    }
    return 1;
  }

  private static Value value(double number, boolean known) {
    return known
        ? ExactNumbers.ofRounding(number).map(Exact::toValue).orElse(Value.of(number))
        : Value.of(number);
  }

  /** Where the gradient vanishes, nearest to 0; empty where it does not, or all of it is linear. */
  private Optional<double[]> center(double[] q) {
    DMatrixRMaj hessian = new DMatrixRMaj(d, d);
    for (int p = d; p < q.length; p++) {
      int[] powers = monomials.exponents().get(p);
      for (int i = 0; i < d; i++) {
        for (int j = 0; j < d; j++) {
          int both = powers[i] * (i == j ? powers[i] - 1 : powers[j]);
          hessian.add(i, j, both * q[p]);
        }
      }
    }
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(d, d, true, true, true);
    if (!svd.decompose(hessian)) {
      return Optional.empty();
    }
    DMatrixRMaj u = svd.getU(null, false);
    DMatrixRMaj v = svd.getV(null, false);
    double[] sigma = svd.getSingularValues();
    double largest = Arrays.stream(sigma).max().orElse(0);
    double[] x = new double[d];
    for (int k = 0; k < d; k++) {
      double along = 0;
      for (int i = 0; i < d; i++) {
        along -= u.get(i, k) * q[i];
      }
      if (sigma[k] <= 1e-9 * largest) {
        if (Math.abs(along) > 1e-9) {
          return Optional.empty();
        }
      } else {
        for (int i = 0; i < d; i++) {
          x[i] += v.get(i, k) * along / sigma[k];
        }
      }
    }
    return largest == 0
        ? Optional.empty()
        : Optional.of(Arrays.stream(x).map(c -> Math.abs(c) < 1e-12 ? 0 : c).toArray());
  }
}
