package org.liegg.linalg.lobpcg;

import java.util.Arrays;
import java.util.Optional;
import org.liegg.api.DefectSettings;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.NumericalException;
import org.liegg.blas.DenseKernel;
import org.liegg.blas.Kernels;
import org.liegg.blas.Vectors;
import org.liegg.linalg.defect.MomentAverages;
import org.liegg.linalg.dense.EigenSolver;
import org.liegg.linalg.dense.Orientation;
import org.liegg.linalg.factors.NormalOperator;
import org.liegg.linalg.sums.BaselineMoments;

/**
 * The smallest defects and singular values from an operator. Defects come first: where the metric
 * is known, theirs is the better conditioned problem, and its directions are where the singular
 * values are small for symmetry. The other reason for a small one is want of scale, and those
 * directions the metric itself tells; from both, and random ones, the singular values start.
 */
final class SmallestTriplets {
  private final NormalOperator operator;
  private final DenseKernel kernel;
  private final EigenSolver eigen;
  private final ProblemSolver solver;
  private final SolverRequest request;

  /**
   * @param operator EᵀE
   */
  SmallestTriplets(
      NormalOperator operator,
      DenseKernel kernel,
      EigenSolver eigen,
      ProblemSolver solver,
      SolverRequest request) {
    this.operator = operator;
    this.kernel = kernel;
    this.eigen = eigen;
    this.solver = solver;
    this.request = request;
  }

  /** σ, descending, and v, a row each. */
  record Singular(double[] values, double[] vectors) {

    /** Those that nobody asked for. */
    static Singular none() {
      return new Singular(new double[0], new double[0]);
    }
  }

  /** Of plain rows. */
  Singular ofRows() {
    try (PlainPencil pencil =
        new PlainPencil(operator, Optional.empty(), Optional.empty(), kernel)) {
      return singular(pencil, new double[0], request.wanted());
    }
  }

  /**
   * The defects of factored rows.
   *
   * @param judged EᵀE of the outputs as they are weighed for defects
   */
  DefectSpectrum defects(
      NormalOperator judged,
      BaselineMoments.Finished finished,
      DefectSettings settings,
      Kernels kernels) {
    FieldMap map = new FieldMap(finished.basis());
    MomentAverages averages = MomentAverages.of(finished, settings);
    SmallestDefects smallest =
        new SmallestDefects(judged, kernels, kernel, eigen, solver, request, settings);
    return isComplete(map, averages)
        ? smallest.ofComplete(map, averages)
        : smallest.ofAny(map, new Moments(finished.c(), finished.phi()));
  }

  private static boolean isComplete(FieldMap map, MomentAverages averages) {
    return map.complete() && averages.inputs() == averages.components();
  }

  /** The singular values of the same rows, as many as there are defects at least. */
  Singular ofFactors(
      BaselineMoments.Finished finished, DefectSettings settings, DefectSpectrum defects) {
    FieldMap map = new FieldMap(finished.basis());
    Optional<KroneckerPreconditioner> preconditioner = Optional.empty();
    double[] scarce = {};
    if (isComplete(map, MomentAverages.of(finished, settings))) {
      KroneckerPreconditioner kronecker =
          new KroneckerPreconditioner(
              map,
              new Moments(finished.c(), finished.phi()),
              request.samples(),
              operator.exponent(),
              kernel,
              eigen);
      scarce = kronecker.smallest(request.wanted());
      preconditioner = Optional.of(kronecker);
    }
    try (PlainPencil pencil =
        new PlainPencil(
            operator,
            Optional.of(map),
            preconditioner.map(PlainPencil.Preconditioner.class::cast),
            kernel)) {
      int count = Math.max(request.wanted(), defects.defects().length);
      return singular(pencil, starts(defects, scarce), count);
    }
  }

  private static double[] starts(DefectSpectrum defects, double[] more) {
    double[] directions = defects.directions();
    double[] start = Arrays.copyOf(directions, directions.length + more.length);
    System.arraycopy(more, 0, start, directions.length, more.length);
    return start;
  }

  private Singular singular(Pencil pencil, double[] start, int wanted) {
    int m = pencil.order();
    BlockSolver.Solved solved = solver.solve(pencil, start, "singular values", wanted);
    int[] descending = Vectors.descending(solved.values());
    int count = descending.length;
    double[] values = new double[count];
    double[] vectors = new double[count * m];
    for (int i = 0; i < count; i++) {
      // The rank is at most the number of rows: what lies beyond is rounding.
      boolean beyond = (long) m - count + i >= request.rows();
      double square = solved.values()[descending[i]];
      values[i] = beyond ? 0 : Math.scalb(Math.sqrt(square), operator.exponent() / 2);
      System.arraycopy(solved.vectors(), descending[i] * m, vectors, i * m, m);
    }
    requireFinite(values);
    Orientation.apply(vectors, m);
    return new Singular(values, vectors);
  }

  /** Refuses what is outside the range of double. */
  static void requireFinite(double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new NumericalException(
            "LIEGG-SPECTRUM-RANGE",
            "spectrum",
            "a value is outside the range of double",
            "rescale the inputs or the outputs of the model");
      }
    }
  }
}
