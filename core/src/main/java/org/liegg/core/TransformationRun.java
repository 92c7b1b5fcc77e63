package org.liegg.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.liegg.api.Accuracy;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.Warning;
import org.liegg.api.WarningCode;
import org.liegg.api.report.Action;
import org.liegg.api.report.DecompositionInfo;
import org.liegg.api.report.Nullspace;
import org.liegg.api.report.Reference;
import org.liegg.api.report.SpectrumInfo;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.core.evidence.ReferenceAlgebra;
import org.liegg.core.family.FamilyVerdict;
import org.liegg.core.samples.BlockedSamples;
import org.liegg.core.stepped.ActionMeans;
import org.liegg.core.stepped.ElementPlan;
import org.liegg.core.stepped.FlowElement;
import org.liegg.core.transformation.TransformationMeasure;
import org.liegg.core.transformation.VaryingModel;

/** One run on a model without derivatives: finite transformations of a known group alone. */
final class TransformationRun {
  /** Of a bound on one side. */
  private static final double TAIL = 0.025;

  private final ExtractionSetup setup;
  private final ReferenceAlgebra known;
  private final TriedSamples tried;

  private TransformationRun(ExtractionSetup setup, ReferenceAlgebra known) {
    this.setup = setup;
    this.known = known;
    tried = new TriedSamples(setup, TriedSamples.FINITE);
  }

  /**
   * A run.
   *
   * @throws ModelException {@code LIEGG-MODEL-STEPS} if no known algebra was named, or no samples
   *     for transformations were asked for
   * @throws org.liegg.api.DataException if the data cannot be read
   */
  static TransformationRun of(ExtractionSetup setup) {
    ReferenceAlgebra known =
        setup.reference.orElseThrow(
            () ->
                steps(
                    setup,
                    "name the group to try by --reference, or ask by check --expect: finite"
                        + " transformations need no derivatives"));
    if (setup.settings.extras().finiteSamples() == 0) {
      throw steps(setup, "give --finite-samples at least 1: only finite transformations are left");
    }
    return new TransformationRun(setup, known);
  }

  private static ModelException steps(ExtractionSetup setup, String remedy) {
    return new ModelException(
        "LIEGG-MODEL-STEPS",
        "model " + setup.model.info().path(),
        "its values jump and are constant between the jumps, or no derivatives were asked for:"
            + " there are none to look for symmetries by",
        remedy);
  }

  /** The samples that it tries them on. */
  TriedSamples tried() {
    return tried;
  }

  /** Tries all elements, and writes down what they say. */
  SymmetryReport report() {
    ElementPlan plan = new ElementPlan(setup.action, setup.flows, setup.model.info().outputSize());
    BlockedSamples samples =
        tried.stages().time("read", () -> tried.draw(plan.samples(known, tried.wanted())));
    VaryingModel model = new VaryingModel(setup.model, setup.batchSize);
    double[] variances = tried.variances();
    Batch varying = model.varying(samples.batch());
    double[] weights = tried.weights(model, samples, setup.action.outputSize() > 0);
    TransformationMeasure measure =
        tried.measure(model, samples, ActionMeans.of(setup.action, varying, variances), weights);
    List<FlowElement> elements =
        tried
            .stages()
            .time(
                TriedSamples.FINITE, () -> plan.elements(known, varying, variances, setup.seed()));
    FamilyVerdict family = family(measure, elements, samples.count());
    Verdict verdict = tried.limited(family.verdict(), measure.changes(), known.generators().rows());
    return report(family, weights, samples.count(), verdict);
  }

  private FamilyVerdict family(
      TransformationMeasure measure, List<FlowElement> elements, int samples) {
    return new FamilyVerdict(
        tried.elements(measure, elements, FlowElement::path, samples),
        setup.tolerance(),
        known.generators().rows(),
        setup.action.outputSize() > 0 ? Double.POSITIVE_INFINITY : measure.spread(),
        tried.rule(TAIL));
  }

  private SymmetryReport report(
      FamilyVerdict family, double[] weights, int samples, Verdict verdict) {
    return new SymmetryReport(
        SymmetryReport.SCHEMA,
        new SymmetryReport.Subject(setup.model.info(), tried.data(samples), action()),
        new SymmetryReport.Answer(
            new DecompositionInfo(
                "none", Accuracy.BACKWARD_STABLE, "finite transformations of the reference"),
            SpectrumInfo.none(),
            nullspace(family, verdict),
            List.of(),
            Optional.empty(),
            Optional.of(
                new Reference(
                    known.name(),
                    known.generators().rows(),
                    new double[0],
                    new double[0],
                    Optional.empty(),
                    family.reference(verdict)))),
        tried.evidence(family, weights, samples),
        warnings(family),
        tried.provenance());
  }

  private Action action() {
    return new Action(
        setup.action.spec(),
        setup.action.dimension(),
        setup.action.equivariant(),
        IntStream.range(0, setup.action.dimension()).mapToObj(setup.action::fieldName).toList());
  }

  private Nullspace nullspace(FamilyVerdict family, Verdict verdict) {
    int low = verdict == Verdict.INVARIANT ? known.generators().rows() : 0;
    return new Nullspace(
        new Nullspace.Count(
            family.contained(),
            family.insensitive(),
            Optional.of(new int[] {low, setup.action.dimension()})),
        setup.tolerance(),
        Optional.empty(),
        0,
        "finite transformations of the reference alone: upper bounds of all defects at or below"
            + " the tolerance",
        verdict);
  }

  private List<Warning> warnings(FamilyVerdict family) {
    List<Warning> warnings = new ArrayList<>(setup.model.warnings());
    warnings.add(noDerivatives());
    warnings.addAll(tried.warnings(family, known.generators().rows()));
    return List.copyOf(warnings);
  }

  private Warning noDerivatives() {
    String unused =
        setup.settings.extras().stability() ? " --stability was left out: it needs them." : "";
    return new Warning(
        WarningCode.NO_DERIVATIVES,
        "The model is known by its values alone: they jump and are constant between the jumps, as those of trees are, or no derivatives were asked for. What is said of %s rests on finite transformations alone; there is no spectrum, and nothing is said of other symmetries.%s"
            .formatted(known.name(), unused));
  }
}
