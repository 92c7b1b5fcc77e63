package org.liegg.benchmarks.measure;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.liegg.api.FieldBasis;
import org.liegg.api.Polarization;

/**
 * The defect as its first edition had it, kept as a baseline and made of nothing but rows: {@code
 * EᵀE h / N = δ M h} with {@code M_ab = tr(A_aᵀ C A_b Φ)}; trivial is what M does not see, at a cut
 * of 1e-12 with the diagonal scaled to 1. Beside it the rules that read singular values alone.
 *
 * @param trivial how many directions M does not see
 * @param defects of the others, ascending
 * @param singularValues σ of E, ascending
 */
record FirstDefect(int trivial, double[] defects, double[] singularValues) {
  private static final double CUT = 1e-12;
  private static final double SMALL_SIGMA = 0.01;

  /** σ/σ₁ below this is rounding, as σ² are summed. */
  private static final double ROUNDING = 1e-8;

  static FirstDefect of(Polarization polarization) {
    int m = polarization.columns();
    DMatrixRMaj change = gram(polarization.rows().values(), m);
    DMatrixRMaj baseline = baseline(polarization);
    CommonOps_DDRM.scale(1.0 / polarization.samples(), change);
    double[] sigma = eigenvalues(change);
    Arrays.setAll(sigma, i -> Math.sqrt(Math.max(0, sigma[i]) * polarization.samples()));

    double[] scale = new double[m];
    for (int a = 0; a < m; a++) {
      scale[a] = baseline.get(a, a) > 0 ? 1 / Math.sqrt(baseline.get(a, a)) : 0;
    }
    scaleBoth(baseline, scale);
    scaleBoth(change, scale);
    EigenDecomposition_F64<DMatrixRMaj> eigen = decomposed(baseline, true);
    double largest = 0;
    for (int i = 0; i < m; i++) {
      largest = Math.max(largest, eigen.getEigenvalue(i).getReal());
    }
    DMatrixRMaj whitening = new DMatrixRMaj(m, m);
    int seen = 0;
    for (int i = 0; i < m; i++) {
      double value = eigen.getEigenvalue(i).getReal();
      if (value > CUT * largest) {
        DMatrixRMaj vector = eigen.getEigenVector(i);
        for (int a = 0; a < m; a++) {
          whitening.set(seen, a, vector.get(a) / Math.sqrt(value));
        }
        seen++;
      }
    }
    whitening.reshape(seen, m, true);
    DMatrixRMaj half = new DMatrixRMaj(seen, m);
    DMatrixRMaj whitened = new DMatrixRMaj(seen, seen);
    CommonOps_DDRM.mult(whitening, change, half);
    CommonOps_DDRM.multTransB(half, whitening, whitened);
    return new FirstDefect(m - seen, seen == 0 ? new double[0] : eigenvalues(whitened), sigma);
  }

  /** What the rule counts at a tolerance. */
  Count at(double tolerance) {
    int held = (int) Arrays.stream(defects).filter(d -> d <= tolerance).count();
    return new Count(held + trivial, trivial);
  }

  /** How many singular values are at most a hundredth of the largest. */
  int smallSigmas() {
    double largest = singularValues[singularValues.length - 1];
    return (int) Arrays.stream(singularValues).filter(s -> s <= SMALL_SIGMA * largest).count();
  }

  /** How many singular values stand below the largest ratio of neighbours. */
  int largestGap() {
    int m = singularValues.length;
    double floor = ROUNDING * singularValues[m - 1];
    if (floor == 0) {
      return m;
    }
    int dimension = 0;
    double best = 1;
    for (int i = 1; i < m; i++) {
      double ratio = Math.max(singularValues[i], floor) / Math.max(singularValues[i - 1], floor);
      if (ratio > best) {
        best = ratio;
        dimension = i;
      }
    }
    return dimension;
  }

  private static DMatrixRMaj baseline(Polarization polarization) {
    FieldBasis basis = polarization.fields();
    int d = basis.components();
    int p = basis.features();
    int m = basis.fields();
    double samples = polarization.samples();
    DMatrixRMaj c = gram(polarization.baselineRows().values(), d);
    DMatrixRMaj phi = gram(polarization.features().values(), p);
    DMatrixRMaj baseline = new DMatrixRMaj(m, m);
    DMatrixRMaj half = new DMatrixRMaj(d, p);
    DMatrixRMaj whole = new DMatrixRMaj(d, p);
    for (int b = 0; b < m; b++) {
      half.zero();
      for (int e = basis.offsets()[b]; e < basis.offsets()[b + 1]; e++) {
        for (int i = 0; i < d; i++) {
          half.add(i, basis.feature()[e], basis.values()[e] * c.get(i, basis.component()[e]));
        }
      }
      CommonOps_DDRM.mult(half, phi, whole);
      for (int a = 0; a < m; a++) {
        double sum = 0;
        for (int e = basis.offsets()[a]; e < basis.offsets()[a + 1]; e++) {
          sum += basis.values()[e] * whole.get(basis.component()[e], basis.feature()[e]);
        }
        baseline.set(a, b, sum / samples / samples);
      }
    }
    return baseline;
  }

  private static DMatrixRMaj gram(double[] rows, int columns) {
    DMatrixRMaj matrix = DMatrixRMaj.wrap(rows.length / columns, columns, rows);
    DMatrixRMaj gram = new DMatrixRMaj(columns, columns);
    CommonOps_DDRM.multInner(matrix, gram);
    return gram;
  }

  private static void scaleBoth(DMatrixRMaj matrix, double[] scale) {
    for (int a = 0; a < scale.length; a++) {
      for (int b = 0; b < scale.length; b++) {
        matrix.set(a, b, matrix.get(a, b) * scale[a] * scale[b]);
      }
    }
  }

  private static EigenDecomposition_F64<DMatrixRMaj> decomposed(
      DMatrixRMaj symmetric, boolean vectors) {
    DMatrixRMaj copy = symmetric.copy();
    for (int a = 0; a < copy.numRows; a++) {
      for (int b = 0; b < a; b++) {
        copy.set(a, b, copy.get(b, a));
      }
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen =
        DecompositionFactory_DDRM.eig(copy.numRows, vectors, true);
    if (!eigen.decompose(copy)) {
      throw new IllegalStateException("the eigenvalues did not converge");
    }
    return eigen;
  }

  private static double[] eigenvalues(DMatrixRMaj symmetric) {
    EigenDecomposition_F64<DMatrixRMaj> eigen = decomposed(symmetric, false);
    double[] values = new double[symmetric.numRows];
    Arrays.setAll(values, i -> eigen.getEigenvalue(i).getReal());
    Arrays.sort(values);
    return values;
  }
}
