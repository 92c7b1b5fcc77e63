package org.liegg.study.run;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.liegg.api.Batch;
import org.liegg.api.Dataset;
import org.liegg.api.Matrix;
import org.liegg.api.ModelOptions;
import org.liegg.api.report.Nullspace;
import org.liegg.api.report.Reference;
import org.liegg.api.report.ReferenceDefects;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.core.SymmetryExtractor;
import org.liegg.core.SymmetryExtractorBuilder;
import org.liegg.core.evidence.ReferenceAlgebra;
import org.liegg.core.settings.Extras;
import org.liegg.data.Datasets;
import org.liegg.data.scaling.StandardizedGradient;
import org.liegg.groups.ActionFit;
import org.liegg.groups.Actions;
import org.liegg.metrics.Subspaces;
import org.liegg.metrics.SymmetrySummary;
import org.liegg.study.network.DenseLoss;
import org.liegg.study.network.DenseNetwork;
import org.liegg.study.result.Findings;
import org.liegg.study.spec.StudySpec;
import org.liegg.study.task.StudyTask;

/** Judges networks on the held-out samples of a study. Safe for use by many threads. */
final class Examiner {
  private static final int VARIANCES = 16;

  private final StudySpec spec;
  private final StudyTask task;
  private final GroupAction action;
  private final Optional<ReferenceAlgebra> reference;
  private final DecompositionProvider decomposition;
  private final Dataset heldOut;

  /**
   * @throws org.liegg.api.ActionException if the action does not fit the samples, or the reference
   *     the action
   */
  Examiner(StudySpec spec, StudyTask task) {
    this.spec = spec;
    this.task = task;
    action = ActionFit.bind(Actions.parse(spec.action()), task.inputs(), task.outputs());
    reference =
        spec.reference().map(Actions::parse).map(known -> ReferenceAlgebra.of(known, action));
    decomposition =
        ProviderRegistry.find(ProviderKind.DECOMPOSITION)
            .choose("the spectrum of E", provider -> true);
    heldOut = Datasets.of("held-out samples", task.heldOut().x());
  }

  /** The study. */
  StudySpec spec() {
    return spec;
  }

  /** What its networks are trained on. */
  StudyTask task() {
    return task;
  }

  /** The candidate fields. */
  GroupAction action() {
    return action;
  }

  /** How networks are opened. */
  ModelOptions options() {
    return ModelOptions.defaults().withHead(spec.head());
  }

  /**
   * Measures a network as it is now.
   *
   * @throws org.liegg.api.LieggException if it cannot be measured
   */
  Findings examine(DenseNetwork network) {
    SymmetryReport report;
    // Dense layers are differentiated the same way whatever is in them, which is tested elsewhere.
    try (ModelGradient model = model(network)) {
      SymmetryExtractorBuilder extractor =
          SymmetryExtractor.builder()
              .model(model)
              .data(heldOut)
              .action(action)
              .decomposition(decomposition)
              .with(
                  s ->
                      s.withTolerance(spec.evaluation().tolerance())
                          .withThreads(1)
                          .with(Extras.none()));
      reference.ifPresent(extractor::reference);
      report = extractor.build().extract();
    }
    Batch shown = task.heldOut().x();
    return findings(
        report, network.outputs(task.scaling().map(known -> known.applied(shown)).orElse(shown)));
  }

  /** A network behind the scaling of its inputs: the model of the samples as they are. */
  private ModelGradient model(DenseNetwork network) {
    ModelGradient model = network.gradients(options().withSelfCheck(false));
    return task.scaling()
        .<ModelGradient>map(known -> new StandardizedGradient(model, known))
        .orElse(model);
  }

  private Findings findings(SymmetryReport report, Batch outputs) {
    double[] ascending = report.spectrum().symmetryVariance().clone();
    Arrays.sort(ascending);
    double[][] vectors = report.spectrum().rightSingularVectors();
    int r = reference.map(known -> known.generators().rows()).orElse(1);
    Optional<Matrix> basis = reference.map(known -> Subspaces.orthonormalBasis(known.generators()));
    Matrix smallest = last(vectors, Math.min(r, vectors.length));
    double error = error(outputs);
    boolean classes = task.loss() == DenseLoss.CROSS_ENTROPY;
    return new Findings(
        new Findings.HeldOut(error, classes ? Optional.of(1 - error) : Optional.empty()),
        new Findings.Variances(
            Arrays.copyOf(ascending, Math.min(VARIANCES, ascending.length)),
            ascending[0],
            reference.map(known -> Arrays.stream(ascending, 0, r).average().orElseThrow())),
        defects(report),
        new Findings.Distance(
            basis.map(span -> bias(smallest, span)),
            basis.map(
                span -> Arrays.stream(Subspaces.principalAngles(smallest, span)).max().orElse(0))),
        symmetries(report.nullspace(), ascending, r),
        vectors[vectors.length - 1]);
  }

  private static Findings.Defects defects(SymmetryReport report) {
    Optional<ReferenceDefects> inside = report.reference().flatMap(Reference::defect);
    return new Findings.Defects(
        SymmetrySummary.of(report).smallestDefect().stream().boxed().findFirst(),
        inside.map(ReferenceDefects::worst),
        inside.map(ReferenceDefects::worstInterval),
        inside.map(ReferenceDefects::mean));
  }

  private static Findings.Symmetries symmetries(Nullspace decision, double[] ascending, int r) {
    return new Findings.Symmetries(
        decision.dimension(),
        decision.interval(),
        r < ascending.length && ascending[r - 1] > 0
            ? Optional.of(ascending[r] / ascending[r - 1])
            : Optional.empty(),
        decision.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private static Matrix last(double[][] rows, int count) {
    int columns = rows[0].length;
    double[] values = new double[count * columns];
    for (int i = 0; i < count; i++) {
      System.arraycopy(rows[rows.length - count + i], 0, values, i * columns, columns);
    }
    return new Matrix(count, columns, values);
  }

  private static double bias(Matrix vectors, Matrix span) {
    return IntStream.range(0, vectors.rows())
        .mapToDouble(
            i -> {
              int from = i * vectors.columns();
              return Subspaces.symmetryBias(
                  Arrays.copyOfRange(vectors.values(), from, from + vectors.columns()), span);
            })
        .average()
        .orElseThrow();
  }

  private double error(Batch outputs) {
    Batch y = task.heldOut().y();
    if (task.loss() == DenseLoss.MEAN_SQUARED_ERROR) {
      return task.loss().mean(outputs, y);
    }
    double wrong = 0;
    for (int n = 0; n < y.rows(); n++) {
      wrong += y.get(n, largest(outputs, n)) == 1 ? 0 : 1;
    }
    return wrong / y.rows();
  }

  private static int largest(Batch outputs, int n) {
    int at = 0;
    for (int o = 1; o < outputs.columns(); o++) {
      if (outputs.get(n, o) > outputs.get(n, at)) {
        at = o;
      }
    }
    return at;
  }
}
