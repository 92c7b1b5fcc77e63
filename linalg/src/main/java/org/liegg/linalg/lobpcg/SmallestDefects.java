package org.liegg.linalg.lobpcg;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.liegg.api.DefectSettings;
import org.liegg.api.DefectSpectrum;
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
import org.liegg.linalg.factors.NormalOperator;

/**
 * The smallest defects from an operator: of a complete basis in coordinates in which its metric is
 * the identity, of any other in those in which the metric's diagonal is 1.
 *
 * @param judged EᵀE of the outputs as they are weighed for defects
 * @param settings what counts as a symmetry
 */
record SmallestDefects(
    NormalOperator judged,
    Kernels kernels,
    DenseKernel kernel,
    EigenSolver eigen,
    ProblemSolver solver,
    SolverRequest request,
    DefectSettings settings) {
  private static final String NAME = "defects";

  DefectSpectrum ofComplete(FieldMap map, MomentAverages averages) {
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
        BlockSolver.Solved solved = solver.solveUntil(pencil, NAME, open(metric.exponent()));
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

  DefectSpectrum ofAny(FieldMap map, Moments moments) {
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
      int exponent = moments.gradients().exponent() + moments.features().exponent();
      BlockSolver.Solved solved = solver.solveUntil(pencil, NAME, open(exponent));
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

  /** Whether all defects that were found are symmetries, so that there may be more of them. */
  private Predicate<double[]> open(int exponent) {
    return lambda ->
        lambda.length > 0 && defect(lambda[lambda.length - 1], exponent) <= settings.tolerance();
  }

  private double defect(double lambda, int exponent) {
    return Math.scalb(Math.max(0, lambda) * request.samples(), judged.exponent() - exponent);
  }

  /** From {@code EᵀE h = λ N²M h} to {@code EᵀE h / N = δ M h} with {@code hᵀMh = 1}, in order. */
  private DefectSpectrum defects(
      int m, double[] lambda, double[] h, int exponent, double[] trivial, int trivialCount) {
    int[] descending = Vectors.descending(lambda);
    double[] values = new double[lambda.length];
    double[] directions = new double[h.length];
    double length = request.samples();
    for (int i = 0; i < values.length; i++) {
      values[i] = defect(lambda[descending[i]], exponent);
      for (int a = 0; a < m; a++) {
        directions[i * m + a] = Math.scalb(h[descending[i] * m + a] * length, -exponent / 2);
      }
    }
    SmallestTriplets.requireFinite(values);
    SmallestTriplets.requireFinite(directions);
    Orientation.apply(directions, m);
    return new DefectSpectrum(m, values, directions, trivial, trivialCount, Whitening.CUT);
  }
}
