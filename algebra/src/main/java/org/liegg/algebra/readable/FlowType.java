package org.liegg.algebra.readable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.dense.row.SingularOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.liegg.api.report.readable.OneParameter;
import org.liegg.api.report.readable.Value;

/**
 * The kind of the flow x' = Ax + b by the eigenvalues of A. Where the numbers are known up to noise
 * alone, only what noise cannot change is said: a shear has a rotation next to it.
 */
final class FlowType {
  /** Eigenvalues of a defective matrix of exact entries are off by roots of its rounding. */
  private static final double ROUNDING = 1e-4;

  /** An eigenvalue this many times the noise is none of 0. */
  private static final double CLEAR = 3;

  private static final int MOST_INPUTS = 64;
  private static final int MOST_TURNS = 60;

  private final DMatrixRMaj a;
  private final DMatrixRMaj b;
  private final boolean exact;
  private final double tolerance;

  private FlowType(DMatrixRMaj homogeneous, boolean exact, double noise) {
    int d = homogeneous.numRows - 1;
    this.a = CommonOps_DDRM.extract(homogeneous, 0, d, 0, d);
    this.b = CommonOps_DDRM.extract(homogeneous, 0, d, d, d + 1);
    this.exact = exact;
    double size = CommonOps_DDRM.elementMaxAbs(homogeneous);
    this.tolerance = size * (exact ? ROUNDING : Math.max(ROUNDING, CLEAR * noise));
  }

  /**
   * The kind; empty where noise leaves it open.
   *
   * @param homogeneous [[A, b], [0, 0]]
   * @param exact whether its entries are
   * @param noise otherwise how far they may be off, as a share of the largest
   */
  static Optional<OneParameter> of(DMatrixRMaj homogeneous, boolean exact, double noise) {
    return homogeneous.numRows > MOST_INPUTS + 1
        ? Optional.empty()
        : new FlowType(homogeneous, exact, noise).type();
  }

  private Optional<OneParameter> type() {
    if (CommonOps_DDRM.elementMaxAbs(a) <= (exact ? 0 : tolerance)) {
      return exact ? kind("translation") : Optional.empty();
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen =
        DecompositionFactory_DDRM.eig(a.numRows, false, false);
    if (!eigen.decompose(a.copy())) {
      return Optional.empty();
    }
    List<Double> rates = new ArrayList<>();
    List<Double> turns = new ArrayList<>();
    boolean both = false;
    for (int i = 0; i < a.numRows; i++) {
      Complex_F64 value = eigen.getEigenvalue(i);
      boolean grows = Math.abs(value.real) > tolerance;
      boolean turning = Math.abs(value.imaginary) > tolerance;
      both |= grows && turning;
      if (grows) {
        rates.add(value.real);
      }
      if (turning && value.imaginary > 0) {
        turns.add(value.imaginary);
      }
    }
    if (rates.isEmpty() && turns.isEmpty()) {
      return exact ? kind("parabolic") : Optional.empty();
    }
    boolean regular = rates.size() + 2 * turns.size() >= a.numRows;
    Optional<List<Value>> fixed = fixedPoint(regular);
    if (fixed.isEmpty() || both || (!rates.isEmpty() && !turns.isEmpty())) {
      return fixed.isEmpty() && !exact ? Optional.empty() : kind("mixed");
    }
    Collections.sort(rates);
    Collections.sort(turns);
    if (exact ? !isDiagonal(rates, turns) : !staysDiagonal(rates, turns)) {
      return exact ? kind("mixed") : Optional.empty();
    }
    Optional<List<Value>> away =
        fixed.filter(point -> point.stream().anyMatch(x -> Math.abs(x.value()) > tolerance));
    return Optional.of(
        rates.isEmpty()
            ? new OneParameter("elliptic", period(turns), List.of(), away)
            : new OneParameter(
                "hyperbolic", Optional.empty(), rates.stream().map(this::value).toList(), away));
  }

  private static Optional<OneParameter> kind(String name) {
    return Optional.of(new OneParameter(name, Optional.empty(), List.of(), Optional.empty()));
  }

  private Value value(double number) {
    // Eigenvalues are known to the square root of what entries are.
    return exact
        ? ExactNumbers.ofRounding(number).map(Exact::toValue).orElse(Value.of(number))
        : Value.of(number);
  }

  /**
   * The point nearest to 0 with Ax + b = 0.
   *
   * @param regular whether no eigenvalue of A may be 0
   */
  private Optional<List<Value>> fixedPoint(boolean regular) {
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(a.numRows, a.numCols, true, true, true);
    if (!svd.decompose(a.copy())) {
      return Optional.empty();
    }
    double[] sigma = svd.getSingularValues();
    DMatrixRMaj u = svd.getU(null, false);
    DMatrixRMaj v = svd.getV(null, false);
    double[] x = new double[a.numRows];
    for (int k = 0; k < sigma.length; k++) {
      double along = 0;
      for (int i = 0; i < a.numRows; i++) {
        along -= u.get(i, k) * b.get(i);
      }
      if (sigma[k] <= (exact || regular ? 1e-9 * max(sigma) : tolerance)) {
        if (Math.abs(along) > tolerance) {
          return Optional.empty();
        }
        continue;
      }
      for (int i = 0; i < x.length; i++) {
        x[i] += v.get(i, k) * along / sigma[k];
      }
    }
    return Optional.of(Arrays.stream(x).map(FlowType::clean).mapToObj(this::value).toList());
  }

  private static double clean(double number) {
    return Math.abs(number) < 1e-12 ? 0 : number;
  }

  private static double max(double[] values) {
    return Arrays.stream(values).max().orElse(0);
  }

  /** Whether eigenvectors span the space: of each value as many as it is a multiple root. */
  private boolean isDiagonal(List<Double> rates, List<Double> turns) {
    int zeros = a.numRows - rates.size() - 2 * turns.size();
    boolean whole = nullity(a) == zeros;
    for (double rate : rates) {
      DMatrixRMaj shifted = a.copy();
      addToDiagonal(shifted, -rate);
      whole &= nullity(shifted) == alike(rates, rate);
    }
    for (double turn : turns) {
      DMatrixRMaj shifted = CommonOps_DDRM.mult(a, a, null);
      addToDiagonal(shifted, turn * turn);
      whole &= nullity(shifted) == 2 * alike(turns, turn);
    }
    return whole;
  }

  /**
   * Whether noise makes no shear of it: eigenvalues that are no zeros stand apart, or A commutes
   * with its transpose, and there are as many small singular values as zeros.
   */
  private boolean staysDiagonal(List<Double> rates, List<Double> turns) {
    double size = NormOps_DDRM.normF(a);
    double apart = Math.sqrt(tolerance * size);
    boolean simple =
        rates.stream().allMatch(rate -> near(rates, rate, apart) == 1)
            && turns.stream().allMatch(turn -> near(turns, turn, apart) == 1);
    DMatrixRMaj commutator = CommonOps_DDRM.multTransA(a, a, null);
    CommonOps_DDRM.multAddTransB(-1, a, a, commutator);
    boolean normal = NormOps_DDRM.normF(commutator) <= 2 * tolerance * size;
    int zeros = a.numRows - rates.size() - 2 * turns.size();
    long small =
        Arrays.stream(SingularOps_DDRM.singularValues(a)).filter(s -> s <= tolerance).count();
    return (simple || normal) && (zeros < 2 || small == zeros);
  }

  private static long near(List<Double> values, double one, double apart) {
    return values.stream().filter(value -> Math.abs(value - one) <= apart).count();
  }

  private static void addToDiagonal(DMatrixRMaj matrix, double value) {
    for (int i = 0; i < matrix.numRows; i++) {
      matrix.add(i, i, value);
    }
  }

  private long alike(List<Double> values, double one) {
    return values.stream().filter(value -> Math.abs(value - one) <= tolerance).count();
  }

  private long nullity(DMatrixRMaj matrix) {
    double[] sigma = SingularOps_DDRM.singularValues(matrix);
    double least = 1e-6 * Math.max(NormOps_DDRM.normF(a), 1e-300);
    return Arrays.stream(sigma).filter(value -> value <= least).count();
  }

  /** When all turns are whole. */
  private Optional<Value> period(List<Double> turns) {
    double slowest = turns.get(0);
    for (int n = 1; n <= MOST_TURNS; n++) {
      boolean whole = true;
      for (double turn : turns) {
        double count = n * turn / slowest;
        whole &= Math.abs(count - Math.rint(count)) <= n * (exact ? 1e-9 : tolerance / slowest);
      }
      if (whole && (exact || n == 1 || n * tolerance / slowest < 0.05)) {
        return Optional.of(value(2 * Math.PI * n / slowest));
      }
    }
    return Optional.empty();
  }
}
