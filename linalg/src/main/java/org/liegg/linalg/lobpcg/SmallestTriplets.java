package org.liegg.linalg.lobpcg;

import java.util.Arrays;
import java.util.Optional;
import org.liegg.api.DefectSettings;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.NumericalException;
import org.liegg.blas.DenseKernel;
import org.liegg.blas.Kernels;
import org.liegg.blas.Vectors;
import org.liegg.linalg.defect.CompleteBaseline;
import org.liegg.linalg.defect.ConstantFields;
import org.liegg.linalg.defect.DefectBaseline;
import org.liegg.linalg.defect.MeanFields;
import org.liegg.linalg.defect.MomentAverages;
import org.liegg.linalg.defect.MomentEigen;
import org.liegg.linalg.defect.Whitening;
import org.liegg.linalg.dense.EigenSolver;
import org.liegg.linalg.dense.GramSchmidt;
import org.liegg.linalg.dense.Orientation;
import org.liegg.linalg.dense.Products;
import org.liegg.linalg.sums.BaselineMoments;

/**
 * The smallest defects and singular values from an operator. Defects come first: where the metric
 * is known, theirs is the better conditioned problem, and its directions are where the singular
 * values are small for symmetry. The other reason for a small one is want of scale, and those
 * directions the metric itself tells; from both, and random ones, the singular values start.
 */
final class SmallestTriplets {
  private final NormalOperator operator;
  private final NormalOperator judged;
  private final DenseKernel kernel;
  private final Products products;
  private final EigenSolver eigen;
  private final Request request;
  private int iterations;
  private double residual;

  /**
   * What is asked for.
   *
   * @param owner whose work it is, as messages name it
   * @param wanted p
   * @param samples N
   * @param rows N·k
   * @param capacity vectors that a search space may hold
   * @param iterations steps of one problem
   * @param residual what has to be reached
   */
  record Request(
      String owner,
      int wanted,
      long samples,
      long rows,
      int capacity,
      int iterations,
      double residual) {}

  /**
   * @param operator EᵀE
   * @param judged the same of the outputs as they are weighed for defects
   */
  SmallestTriplets(
      NormalOperator operator,
      NormalOperator judged,
      Products products,
      EigenSolver eigen,
      Request request) {
    this.operator = operator;
    this.judged = judged;
    this.products = products;
    this.kernel = products.kernel();
    this.eigen = eigen;
    this.request = request;
  }

  /** Steps taken, of both problems together. */
  int iterations() {
    return iterations;
  }

  /** The largest residual of all that was found. */
  double residual() {
    return residual;
  }

  /** σ, descending, and v, a row each. */
  record Singular(double[] values, double[] vectors) {}

  /** Of plain rows. */
  Singular ofRows() {
    try (PlainPencil pencil =
        new PlainPencil(operator, Optional.empty(), Optional.empty(), kernel)) {
      return singular(pencil, new double[0]);
    }
  }

  /** Both spectra, from the factors' operator. */
  record Both(Singular singular, DefectSpectrum defects) {}

  /** Of factored rows. */
  Both ofFactors(BaselineMoments.Finished finished, DefectSettings settings, Kernels kernels) {
    FieldMap map = new FieldMap(finished.basis());
    Moments moments = new Moments(finished.c(), finished.phi());
    MomentAverages averages = MomentAverages.of(finished, settings);
    if (!map.complete() || averages.inputs() != averages.components()) {
      DefectSpectrum defects = generalDefects(map, moments);
      try (PlainPencil pencil =
          new PlainPencil(operator, Optional.of(map), Optional.empty(), kernel)) {
        return new Both(singular(pencil, starts(defects, new double[0])), defects);
      }
    }
    DefectSpectrum defects = kroneckerDefects(map, averages, settings, kernels);
    KroneckerPreconditioner preconditioner =
        new KroneckerPreconditioner(
            map, moments, request.samples(), operator.exponent(), kernel, eigen);
    double[] start = starts(defects, preconditioner.smallest(request.wanted()));
    try (PlainPencil pencil =
        new PlainPencil(operator, Optional.of(map), Optional.of(preconditioner), kernel)) {
      return new Both(singular(pencil, start), defects);
    }
  }

  private static double[] starts(DefectSpectrum defects, double[] more) {
    double[] directions = defects.directions();
    double[] start = Arrays.copyOf(directions, directions.length + more.length);
    System.arraycopy(more, 0, start, directions.length, more.length);
    return start;
  }

  private BlockSolver.Solved solve(Pencil pencil, double[] start, String what) {
    SolverPlan plan =
        SolverPlan.of(
            request.wanted(),
            pencil.order(),
            request.capacity(),
            request.iterations(),
            request.residual());
    BlockSolver.Solved solved = new BlockSolver(pencil, products, eigen, plan, what).solve(start);
    iterations += solved.iterations();
    residual = Math.max(residual, solved.residual());
    return solved;
  }

  private Singular singular(Pencil pencil, double[] start) {
    int m = pencil.order();
    BlockSolver.Solved solved =
        solve(pencil, start, "smallest singular values of %d columns".formatted(m));
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

  private DefectSpectrum kroneckerDefects(
      FieldMap map, MomentAverages averages, DefectSettings settings, Kernels kernels) {
    int m = map.size();
    CompleteBaseline metric = CompleteBaseline.of(averages, settings.tolerance(), eigen);
    int trivialCount = metric.trivialCount();
    double[] fields = metric.trivial(request.wanted());
    double[] trivial = new double[fields.length];
    map.coefficientsOf(fields, fields.length / Math.max(1, m), trivial);
    GramSchmidt.orthonormalise(trivial, m);
    Orientation.apply(trivial, Math.max(1, m));
    DefectBaseline baseline =
        new DefectBaseline(
            averages,
            MeanFields.of(
                averages,
                ConstantFields.of(averages, eigen).constants(),
                settings.tolerance(),
                eigen),
            settings.tolerance(),
            kernels);
    double[] values = {};
    double[] directions = {};
    if (metric.rank() > 0) {
      try (WhitenedPencil pencil = new WhitenedPencil(judged, metric, kernel)) {
        BlockSolver.Solved solved =
            solve(pencil, new double[0], "smallest defects of %d fields".formatted(m));
        double[] matrices = pencil.directions(solved.vectors()).values();
        double[] h = new double[matrices.length];
        map.coefficientsOf(matrices, solved.values().length, h);
        DefectSpectrum found =
            defects(m, solved.values(), h, metric.exponent(), trivial, trivialCount);
        values = found.defects();
        directions = found.directions();
      }
    }
    return new DefectSpectrum(
        m,
        values,
        directions,
        new DefectSpectrum.Trivial(trivial, trivialCount),
        Whitening.CUT,
        DefectBaseline.insensitive(averages, settings, eigen),
        Optional.of(baseline));
  }

  private DefectSpectrum generalDefects(FieldMap map, Moments moments) {
    int m = map.basis().fields();
    try (EquilibratedPencil pencil = new EquilibratedPencil(judged, map, moments, kernel)) {
      double[] trivial = deadFields(m, pencil.live());
      int trivialCount = m - pencil.order();
      if (pencil.order() == 0) {
        return new DefectSpectrum(
            m, new double[0], new double[0], trivial, trivialCount, Whitening.CUT);
      }
      new FieldSupport("defects by the " + request.owner())
          .requireRegular(
              map.basis(),
              pencil.live(),
              MomentEigen.of(moments.gradients(), eigen),
              MomentEigen.of(moments.features(), eigen),
              eigen);
      BlockSolver.Solved solved =
          solve(pencil, new double[0], "smallest defects of %d fields".formatted(m));
      int exponent = moments.gradients().exponent() + moments.features().exponent();
      double[] directions = pencil.coefficients(solved.vectors());
      return defects(m, solved.values(), directions, exponent, trivial, trivialCount);
    }
  }

  /** Coefficients of fields that are insensitive, one each, of the first p of them. */
  private double[] deadFields(int m, int[] live) {
    double[] trivial = new double[Math.min(request.wanted(), m - live.length) * m];
    int row = 0;
    for (int a = 0; a < m && row * m < trivial.length; a++) {
      if (Arrays.binarySearch(live, a) < 0) {
        trivial[row++ * m + a] = 1;
      }
    }
    return trivial;
  }

  /** From {@code EᵀE h = λ N²M h} to {@code EᵀE h / N = δ M h} with {@code hᵀMh = 1}, in order. */
  private DefectSpectrum defects(
      int m, double[] lambda, double[] h, int exponent, double[] trivial, int trivialCount) {
    int[] descending = Vectors.descending(lambda);
    double[] values = new double[lambda.length];
    double[] directions = new double[h.length];
    double length = request.samples();
    for (int i = 0; i < values.length; i++) {
      double share = Math.max(0, lambda[descending[i]]);
      values[i] = Math.scalb(share * length, judged.exponent() - exponent);
      for (int a = 0; a < m; a++) {
        directions[i * m + a] = Math.scalb(h[descending[i] * m + a] * length, -exponent / 2);
      }
    }
    requireFinite(values);
    requireFinite(directions);
    Orientation.apply(directions, m);
    return new DefectSpectrum(m, values, directions, trivial, trivialCount, Whitening.CUT);
  }

  private static void requireFinite(double[] values) {
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
