package org.liegg.core.stability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.liegg.api.Dataset;
import org.liegg.api.DirectionBaseline;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.api.ModelException;
import org.liegg.api.NumericalException;
import org.liegg.api.Warning;
import org.liegg.api.WarningCode;
import org.liegg.api.report.Generator;
import org.liegg.api.report.Stability;
import org.liegg.api.report.SymmetryReport;
import org.liegg.core.assemble.Descriptions;
import org.liegg.core.evidence.ReferenceAlgebra;
import org.liegg.metrics.HeldOutSums;
import org.liegg.metrics.MeasuredBaseline;

/** Decides anew on other samples, and compares with the report. */
public final class StabilityTrials {
  /** Degrees up to which two nullspaces count as the same. */
  private static final double ANGLE_BOUND = 5;

  private static final int MEASURED = 64;

  private final SymmetryReport report;
  private final FieldBasis fields;
  private final MeasuredBaseline baseline;
  private final Optional<DirectionBaseline.Source> source;
  private final Matrix generators;
  private final List<Stability.Trial> trials = new ArrayList<>();
  private final List<String> differences = new ArrayList<>();

  /** Extracts from other samples, without what comes after an answer. */
  public interface Extractors {
    /**
     * The report on them.
     *
     * @param data the samples
     * @param sums of the report's generators, to be measured on all of them
     * @param reference the report's nullspace, to be compared with
     */
    SymmetryReport of(Dataset data, HeldOutSums sums, ReferenceAlgebra reference);
  }

  /**
   * @param baseline what generators are compared with
   * @param source of the baselines of generators, where it is at hand
   */
  public StabilityTrials(
      SymmetryReport report,
      FieldBasis fields,
      MeasuredBaseline baseline,
      Optional<DirectionBaseline.Source> source) {
    this.report = report;
    this.fields = fields;
    this.baseline = baseline;
    this.source = source;
    int columns = fields.fields();
    double[] rows = new double[report.generators().size() * columns];
    for (int i = 0; i < report.generators().size(); i++) {
      Generator generator = report.generators().get(i);
      System.arraycopy(generator.coefficients(), 0, rows, i * columns, columns);
    }
    generators = new Matrix(report.generators().size(), columns, rows);
  }

  /** Runs all trials. */
  public void run(Map<String, Dataset> variations, Extractors extractors) {
    variations.forEach(
        (variation, data) -> {
          try {
            trial(variation, data, extractors);
          } catch (ModelException | NumericalException e) {
            Descriptions.rethrowInterruption(e);
            differences.add("%s: no answer, as %s".formatted(variation, e.getMessage()));
          }
        });
  }

  private void trial(String variation, Dataset data, Extractors extractors) {
    Matrix measured = worst();
    MeasuredBaseline with = source.map(of -> baseline.with(of.of(measured))).orElse(baseline);
    HeldOutSums sums = new HeldOutSums(fields, measured, 1, with);
    SymmetryReport found =
        extractors.of(data, sums, new ReferenceAlgebra("the report", generators));
    double[] angles = found.reference().orElseThrow().principalAngles();
    Stability.Trial trial =
        new Stability.Trial(
            variation,
            found.data().used(),
            found.nullspace().dimension(),
            found.nullspace().trivial(),
            Arrays.stream(sums.defects()).max().orElse(0),
            angles.length == 0 ? 0 : angles[angles.length - 1]);
    trials.add(trial);
    int dimension = report.nullspace().dimension();
    if (trial.dimension() != dimension) {
      differences.add(
          "%s: dimension %d, not %d".formatted(variation, trial.dimension(), dimension));
    } else if (!(trial.largestAngle() <= ANGLE_BOUND)) {
      differences.add(
          String.format(
              Locale.ROOT, "%s: a nullspace at %.1f degrees", variation, trial.largestAngle()));
    }
  }

  /**
   * The generators of largest defect, which come last: as many as are cheap to measure. Those of
   * defect 0 move nothing that the model depends on, and have no defect elsewhere.
   */
  private Matrix worst() {
    int columns = generators.columns();
    int from = Math.max(0, generators.rows() - MEASURED);
    while (from < generators.rows() && report.generators().get(from).defect() == 0) {
      from++;
    }
    int count = generators.rows() - from;
    return new Matrix(
        count,
        columns,
        Arrays.copyOfRange(generators.values(), from * columns, generators.rows() * columns));
  }

  /** What the trials gave. */
  public Stability result() {
    return new Stability(differences.isEmpty(), ANGLE_BOUND, trials);
  }

  /** Names the trials that differ. */
  public List<Warning> warnings() {
    if (differences.isEmpty()) {
      return List.of();
    }
    return List.of(
        new Warning(
            WarningCode.UNSTABLE,
            "The answer is another one on other samples (%s). Give more samples, or a tolerance that is further from the defects of the directions in question."
                .formatted(String.join("; ", differences)),
            Optional.empty()));
  }
}
