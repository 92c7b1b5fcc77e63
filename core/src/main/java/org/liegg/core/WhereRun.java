package org.liegg.core;

import java.util.List;
import java.util.Optional;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.ModelInfo;
import org.liegg.api.WarningCode;
import org.liegg.api.report.BeyondData;
import org.liegg.api.report.BreakingRegion;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.api.report.Where;
import org.liegg.api.spi.GroupElement;
import org.liegg.core.family.ElementPath;
import org.liegg.core.family.FamilyVerdict;
import org.liegg.core.family.TriedElement;
import org.liegg.core.samples.BlockedSamples;
import org.liegg.core.settings.Locating;
import org.liegg.core.slices.SampleColumns;
import org.liegg.core.slices.Slicer;
import org.liegg.core.slices.Slices;
import org.liegg.core.stepped.ActionMeans;
import org.liegg.core.stepped.ElementPlan;
import org.liegg.core.stepped.FlowElement;
import org.liegg.core.transformation.MeanMoves;
import org.liegg.core.transformation.TransformationMeasure;
import org.liegg.core.transformation.VaryingModel;
import org.liegg.core.where.BreakingTree;
import org.liegg.core.where.MovedSamples;
import org.liegg.core.where.PartMeasure;
import org.liegg.core.where.ScaledOut;
import org.liegg.core.where.SliceParts;
import org.liegg.core.where.TriedOn;

/**
 * Where a known group is broken: its elements are tried on as many samples as are drawn for it, and
 * what they change is looked at part by part.
 */
final class WhereRun {
  /** Of a bound on one side, all parts together. */
  private static final double TAIL = 0.025;

  private final ExtractionSetup setup;
  private final Locating asked;
  private final TriedSamples tried;
  private final VaryingModel model;
  private final BlockedSamples samples;
  private final List<Slices> slices;
  private final Trial trial;

  /**
   * What is tried.
   *
   * @param elements of the group
   * @param means of translations among them
   * @param equivariant whether outputs are moved as well
   */
  private record Trial(
      List<? extends GroupElement> elements, MeanMoves means, boolean equivariant) {}

  private WhereRun(ExtractionSetup setup) {
    this.setup = setup;
    asked = setup.settings.locating();
    tried = new TriedSamples(setup, TriedSamples.FINITE);
    model = new VaryingModel(setup.model, setup.batchSize);
    if (setup.group.isPresent()) {
      samples = draw(tried.wanted());
      trial =
          new Trial(
              GroupRun.elements(setup, setup.group.get(), tried.variances()).tried(),
              MeanMoves.of(setup.group.get().translations(), tried.variances()),
              setup.group.get().equivariant());
    } else {
      ElementPlan plan =
          new ElementPlan(setup.action, setup.flows, setup.model.info().outputSize());
      samples = draw(plan.samples(setup.reference.orElseThrow(), tried.wanted()));
      Batch varying = model.varying(samples.batch());
      trial =
          new Trial(
              plan.elements(
                  setup.reference.orElseThrow(), varying, tried.variances(), setup.seed()),
              ActionMeans.of(setup.action, varying, tried.variances()),
              setup.action.outputSize() > 0);
    }
    slices = slices();
  }

  /**
   * A run, its samples read.
   *
   * @throws ActionException {@code LIEGG-SLICE-GROUP} if no group or algebra was named, or no
   *     samples to try it on were asked for
   * @throws org.liegg.api.DataException if the data cannot be read, or not be sliced as asked
   */
  static WhereRun of(ExtractionSetup setup) {
    boolean known = setup.group.isPresent() || setup.reference.isPresent();
    if (!known || setup.settings.extras().finiteSamples() == 0) {
      throw new ActionException(
          "LIEGG-SLICE-GROUP",
          "slices",
          known
              ? "no samples are asked for to try a group on"
              : "no group is named that could be broken somewhere",
          known
              ? "give --finite-samples at least 1"
              : "name one by check --expect, or in Java by check(…) or group(…)");
    }
    return new WhereRun(setup);
  }

  private BlockedSamples draw(int wanted) {
    return tried.stages().time("read", () -> tried.draw(wanted).shuffled(setup.seed()));
  }

  /** The report with what was found. */
  SymmetryReport beside(SymmetryReport report) {
    setup.progress.stage("where it is broken");
    double[] weights = tried.weights(model, samples, trial.equivariant);
    TriedOn on = tried(samples, weights);
    PartMeasure parts = PartMeasure.of(on);
    Where found =
        new Where(
            parts.counted(),
            new SliceParts(parts).of(slices),
            region(on),
            beyond(weights),
            List.of(),
            moved(on));
    return report.with(
        report.evidence().with(found), tried.stages().seconds().getOrDefault("total", 0.0));
  }

  private Optional<BreakingRegion> region(TriedOn on) {
    return asked.region()
        ? Optional.of(new BreakingTree(on, columns()).region())
        : Optional.empty();
  }

  private Optional<BeyondData> beyond(double[] weights) {
    int some = setup.settings.extras().finiteSamples();
    return asked.beyond()
        ? Optional.of(
            new ScaledOut(samples.first(some), model.info(), out -> tried(out, weights)).found())
        : Optional.empty();
  }

  private SampleColumns columns() {
    return new SampleColumns(samples.batch(), setup.data.columnNames());
  }

  /** Before anything is measured: what cannot be sliced is said at once. */
  private List<Slices> slices() {
    boolean skipped =
        setup.data.warnings().stream()
            .anyMatch(warning -> warning.code().equals(WarningCode.MISSING_VALUES.label()));
    Slicer.Source source =
        new Slicer.Source(tried.read().survey().samples(), setup.limit.isPresent(), skipped);
    Slicer slicer =
        new Slicer(samples, columns(), () -> model.outputs(samples.batch()), source, setup.seed());
    return asked.slices().stream().map(slicer::of).toList();
  }

  private List<Where.MovedSample> moved(TriedOn on) {
    ModelInfo info = model.info();
    List<Integer> shape =
        info.inputSize() == setup.data.columns()
            ? setup.data.sampleShape()
            : List.of(info.inputSize());
    MovedSamples pictures = new MovedSamples(model, samples, shape);
    return pictures.drawn() ? pictures.of(on, trial.elements) : List.of();
  }

  /** Tries all elements on samples. */
  private TriedOn tried(BlockedSamples some, double[] weights) {
    TransformationMeasure measure = tried.measure(model, some, trial.means, weights);
    List<TriedElement> elements =
        tried.elements(measure, trial.elements, WhereRun::path, some.count());
    FamilyVerdict family =
        new FamilyVerdict(
            elements,
            setup.tolerance(),
            0,
            trial.equivariant ? Double.POSITIVE_INFINITY : measure.spread(),
            tried.rule(TAIL));
    boolean trusted =
        family.offSupport().isEmpty()
            && tried.limited(Verdict.INVARIANT, measure.changes(), 1) == Verdict.INVARIANT;
    return new TriedOn(some, measure, elements, tried.rule(TAIL), setup.tolerance(), trusted);
  }

  private static ElementPath path(GroupElement element) {
    return element instanceof FlowElement flow ? flow.path() : ElementPath.none();
  }
}
