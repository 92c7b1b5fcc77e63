package org.liegg.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.liegg.api.Accuracy;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.Warning;
import org.liegg.api.WarningCode;
import org.liegg.api.report.Action;
import org.liegg.api.report.Data;
import org.liegg.api.report.DecompositionInfo;
import org.liegg.api.report.DefectMeasure;
import org.liegg.api.report.FiniteDefects;
import org.liegg.api.report.Nullspace;
import org.liegg.api.report.Reference;
import org.liegg.api.report.ReportEvidence;
import org.liegg.api.report.SpectrumInfo;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.core.assemble.ProvenanceBuilder;
import org.liegg.core.evidence.ReferenceAlgebra;
import org.liegg.core.pass.Stages;
import org.liegg.core.samples.BlockedSamples;
import org.liegg.core.stepped.ActionMeans;
import org.liegg.core.stepped.ElementPlan;
import org.liegg.core.stepped.FamilyVerdict;
import org.liegg.core.stepped.FlowElement;
import org.liegg.core.stepped.TriedElement;
import org.liegg.core.transformation.OutputWeights;
import org.liegg.core.transformation.TransformationMeasure;
import org.liegg.core.transformation.VaryingModel;

/** One run on a model without derivatives: finite transformations of a known group alone. */
final class TransformationRun {
  /** A model of steps says less at a sample than a gradient does. */
  private static final int SAMPLES_FOR_ONE = 4;

  /** Displacements of other samples that each is moved by. */
  private static final int ROUNDS = 1;

  private final ExtractionSetup setup;
  private final ReferenceAlgebra known;
  private final Instant startedAt = Instant.now();
  private final Stages stages = new Stages("read", "finite");
  private final ReadSamples read;

  private TransformationRun(ExtractionSetup setup, ReferenceAlgebra known) {
    this.setup = setup;
    this.known = known;
    read = ReadSamples.of(setup, stages);
    if (read.survey().samples() == 0) {
      throw setup.empty();
    }
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

  /** Tries all elements, and writes down what they say. */
  SymmetryReport report() {
    ModelInfo info = setup.model.info();
    ElementPlan plan = new ElementPlan(setup.action, setup.flows, info.outputSize());
    BlockedSamples samples = stages.time("read", () -> draw(plan));
    VaryingModel model = new VaryingModel(setup.model, setup.batchSize);
    double[] variances =
        Arrays.copyOfRange(
            read.survey().variances(), info.inputFrom(), info.inputFrom() + info.inputSize());
    Batch varying = model.varying(samples.batch());
    double[] weights =
        setup.action.outputSize() > 0
            ? OutputWeights.equal(info.outputSize())
            : stages.time("finite", () -> OutputWeights.of(model, samples, variances));
    TransformationMeasure measure =
        stages.time(
            "finite",
            () ->
                new TransformationMeasure(
                    model,
                    samples,
                    ActionMeans.of(setup.action, varying, variances),
                    weights,
                    ROUNDS,
                    setup.tolerance()));
    List<FlowElement> elements =
        stages.time("finite", () -> plan.elements(known, varying, variances, setup.seed()));
    FamilyVerdict family = family(measure, elements, samples.count());
    return report(family, weights, samples.count(), limited(family.verdict(), measure.changes()));
  }

  private BlockedSamples draw(ElementPlan plan) {
    int wanted = Math.multiplyExact(SAMPLES_FOR_ONE, setup.settings.extras().finiteSamples());
    return BlockedSamples.draw(
        setup.data,
        setup.limit,
        setup.batchSize,
        plan.samples(known, wanted),
        setup.seed(),
        read.independence().assignment());
  }

  private FamilyVerdict family(
      TransformationMeasure measure, List<FlowElement> elements, int samples) {
    List<TriedElement> tried = new ArrayList<>();
    for (FlowElement element : elements) {
      tried.add(new TriedElement(element, stages.time("finite", () -> measure.of(element))));
      setup.progress.samples(
          (long) tried.size() * samples, OptionalLong.of((long) elements.size() * samples));
    }
    return new FamilyVerdict(
        tried,
        setup.tolerance(),
        known.generators().rows(),
        read.independence().assignment().widening(),
        Math.max(
            1, (double) read.independence().samples() / Math.max(1, read.independence().units())));
  }

  /** What the samples allow to be said. */
  private Verdict limited(Verdict verdict, boolean changes) {
    boolean enough =
        read.independence().enough(known.generators().rows(), setup.model.info().outputSize());
    return changes && enough && read.survey().distinct() > 1
        ? verdict
        : Verdict.INSUFFICIENT_EVIDENCE;
  }

  private SymmetryReport report(
      FamilyVerdict family, double[] weights, int samples, Verdict verdict) {
    List<DefectMeasure.OutputDefect> outputs = family.outputs(weights);
    return new SymmetryReport(
        SymmetryReport.SCHEMA,
        new SymmetryReport.Subject(setup.model.info(), data(samples), action()),
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
        ReportEvidence.transformed(
            new FiniteDefects(samples, family.elements()),
            outputs.isEmpty()
                ? Optional.empty()
                : Optional.of(
                    new DefectMeasure(
                        outputs, Optional.empty(), Optional.empty(), Optional.empty()))),
        warnings(family),
        new ProvenanceBuilder(startedAt, setup.seed(), setup.options).build(stages.seconds()));
  }

  private Data data(int used) {
    return new Data(
        setup.data.name(),
        stages.time("read", setup.data::sha256),
        setup.data.samples().orElse(read.survey().samples()),
        used,
        setup.data.columnNames());
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
    warnings.addAll(setup.data.warnings());
    if (read.survey().samples() > 1 && read.survey().distinct() == 1) {
      warnings.add(
          new Warning(
              WarningCode.CONSTANT_SAMPLES,
              "All samples are equal: the model was seen at one point. Give samples that differ"
                  + " from each other."));
    }
    warnings.addAll(
        read.independence().warnings(known.generators().rows(), setup.model.info().outputSize()));
    List<FlowElement> missing = family.missing();
    if (!missing.isEmpty()) {
      warnings.add(
          new Warning(
              WarningCode.TRANSFORMATIONS_MISSING,
              "%d transformations have no defect with bounds, the first being %s at t = %.3g: samples or the model leave the range of numbers there, or too few samples tell."
                  .formatted(missing.size(), missing.get(0).name(), missing.get(0).t())));
    }
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
