package org.liegg.linalg.defect;

import java.util.Optional;
import org.liegg.api.DefectSettings;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.InsensitiveDirections;
import org.liegg.blas.Kernels;
import org.liegg.linalg.dense.EigenSolver;
import org.liegg.linalg.sums.BaselineMoments;

/**
 * What the problem of the defect is, once all moments are known.
 *
 * @param samples N
 * @param whitening by N²·B, trivial directions split off
 * @param insensitive input directions that the model does not depend on
 * @param baseline of other directions
 */
public record DefectProblem(
    long samples, Whitening whitening, InsensitiveDirections insensitive, DefectBaseline baseline) {

  public static DefectProblem of(
      BaselineMoments.Finished moments, DefectSettings settings, Kernels kernels) {
    EigenSolver solver = new EigenSolver(kernels);
    MomentAverages averages = MomentAverages.of(moments, settings);
    Optional<KroneckerBasis> all = complete(averages);
    ConstantFields constants = ConstantFields.of(averages, solver);
    MeanFields means = MeanFields.of(averages, constants.constants(), settings.tolerance(), solver);
    DefectBaseline baseline = new DefectBaseline(averages, means, settings.tolerance(), kernels);
    if (all.isPresent()) {
      CompleteBaseline complete = CompleteBaseline.of(averages, settings.tolerance(), solver);
      return new DefectProblem(
          averages.samples(),
          KroneckerWhitening.of(all.get(), complete),
          DefectBaseline.insensitive(averages, settings, solver),
          baseline);
    }
    FieldSplit split = FieldSplit.of(averages, constants, settings.tolerance(), solver, kernels);
    return new DefectProblem(
        averages.samples(),
        BaselineWhitening.of(averages, baseline, split, solver, kernels),
        split.whole()
            ? InsensitiveDirections.none()
            : DefectBaseline.insensitive(averages, settings, solver),
        baseline);
  }

  /** A basis of all matrices on two inputs or more; of one, fields are not mixed. */
  static Optional<KroneckerBasis> complete(MomentAverages averages) {
    return averages.inputs() < 2 || averages.inputs() != averages.components()
        ? Optional.empty()
        : KroneckerBasis.of(averages.basis());
  }

  DefectSpectrum spectrum(double[] defects, double[] directions) {
    int columns = whitening.trivial().columns();
    double[] trivial = whitening.trivial().values();
    return new DefectSpectrum(
        columns,
        defects,
        directions,
        new DefectSpectrum.Trivial(trivial, columns == 0 ? 0 : trivial.length / columns),
        Whitening.CUT,
        insensitive,
        Optional.of(baseline));
  }
}
