package org.liegg.core.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.liegg.api.Bounded;
import org.liegg.api.InsensitiveDirections;
import org.liegg.api.Warning;
import org.liegg.api.WarningCode;
import org.liegg.api.report.DefectMeasure;
import org.liegg.api.report.HeldOut;
import org.liegg.api.report.ReferenceDefects;
import org.liegg.api.report.Verdict;
import org.liegg.metrics.AngleBounds;
import org.liegg.metrics.DimensionBounds;
import org.liegg.metrics.HeldOutMeasure;
import org.liegg.metrics.HeldOutStorage;
import org.liegg.metrics.NullspaceDecision;
import org.liegg.metrics.ReferenceMeasure;

/**
 * What samples say of directions that other samples suggested.
 *
 * @param chosen what one half of the samples suggested
 * @param chosenOn samples in that half
 * @param measure of those directions, and behind them of the reference's generators, on the other
 *     half
 * @param aside what else the other half says
 * @param reference of the reference's generators alone
 * @param judging what defects are judged by
 * @param storage how the sums of the other half were kept
 */
public record Evidence(
    ChosenDirections chosen,
    long chosenOn,
    Optional<HeldOutMeasure> measure,
    SideMeasures aside,
    Optional<ReferenceMeasure> reference,
    Judging judging,
    HeldOutStorage storage) {
  /** Bounds of insensitive directions may be looser: they guard against chance findings. */
  private static final double LOOSER = 3;

  /** Samples for each direction that make the worst of several a matter of course. */
  private static final int MANY = 50;

  /** So many directions go into the report. */
  private static final int REPORTED = 64;

  /** A space of more directions is not solved anew for every block. */
  private static final int MAX_ANGLES = 160;

  /**
   * How many of the directions are symmetries; empty where too few samples were measured. Where no
   * direction is sensitive there is nothing to measure, and the answer is certain.
   */
  public Optional<DimensionBounds> bounds() {
    if (chosen.sensitive() == 0 && chosenOn > 0) {
      return Optional.of(new DimensionBounds(0, 0, 0));
    }
    return measure.map(measured -> DimensionBounds.of(measured, chosen.count(), tolerance()));
  }

  /** The section of the report. */
  public Optional<HeldOut> section() {
    return measure.map(
        measured ->
            new HeldOut(
                chosenOn,
                measured.samples(),
                measured.blocks(),
                measured.confidence(),
                IntStream.range(0, Math.min(REPORTED, chosen.count()))
                    .mapToObj(i -> direction(measured, i))
                    .toList()));
  }

  private HeldOut.Direction direction(HeldOutMeasure measured, int i) {
    double[] c = new double[measured.directions()];
    c[i] = 1;
    Bounded defect = measured.defect(c);
    double[] h = chosen.direction(i);
    double unit = 0;
    for (double value : h) {
      unit += value * value;
    }
    Bounded variance = measured.variance(c);
    return new HeldOut.Direction(
        chosen.defects()[i],
        defect.value(),
        defect.interval(),
        variance.value() / unit,
        new double[] {variance.low() / unit, variance.high() / unit});
  }

  /** The largest defect of a symmetry. */
  public double tolerance() {
    return judging.settings().tolerance();
  }

  /**
   * Whether what one half called insensitive is so on the other. Where it was not measured, there
   * was nothing to measure, or too little to say.
   */
  public boolean insensitiveHolds() {
    return aside.insensitive().isEmpty()
        ? measure.isPresent() || chosen.count() == 0
        : worstShare().filter(share -> share.high() <= bound()).isPresent();
  }

  /** The largest share of any insensitive direction, with its bounds. */
  Optional<Bounded> worstShare() {
    return aside
        .insensitive()
        .map(measured -> measured.worst(0, measured.directions()).orElse(new Bounded(0, 0, 0)));
  }

  /** Some times the tolerance, for it is an upper bound of the worst of several. */
  private double bound() {
    return LOOSER * tolerance();
  }

  /** The first single output that is above the tolerance along what was found. */
  public Optional<DefectMeasure.OutputDefect> failingOutput(int held) {
    return outputs(held).stream()
        .filter(output -> output.defectInterval()[0] > tolerance())
        .max(Comparator.comparingDouble(DefectMeasure.OutputDefect::defect));
  }

  /**
   * How far all of the reference is from being a symmetry; empty without a reference or with too
   * few samples.
   */
  public Optional<ReferenceDefects> referenceDefects(int dimension) {
    return reference.flatMap(
        known ->
            known
                .all()
                .map(measured -> referenceDefects(dimension, known, measured))
                .or(() -> allInsensitive(dimension, known)));
  }

  /** Of no direction is there anything to measure. */
  private Optional<ReferenceDefects> allInsensitive(int dimension, ReferenceMeasure known) {
    boolean certain = measure.isPresent() && known.sensitive() == 0 && insensitiveHolds();
    return certain
        ? Optional.of(new ReferenceDefects(0, new double[2], 0, dimension, Verdict.INVARIANT))
        : Optional.empty();
  }

  private ReferenceDefects referenceDefects(
      int dimension, ReferenceMeasure known, HeldOutMeasure measured) {
    double[] defects = measured.defects();
    int insensitive = dimension - defects.length;
    int contained =
        insensitive + (int) Arrays.stream(defects).filter(d -> d <= tolerance()).count();
    Optional<Bounded> worst = measured.worst(0, measured.directions());
    return new ReferenceDefects(
        worst.map(Bounded::value).orElse(0.0),
        worst.map(Bounded::interval).orElseGet(() -> new double[2]),
        Arrays.stream(defects).sum() / dimension,
        contained,
        verdict(known, worst, insensitive > 0));
  }

  /**
   * It holds where the upper bound of the worst direction is at or below the tolerance, for every
   * output; it does not where a direction that was chosen on other samples is above.
   */
  private Verdict verdict(
      ReferenceMeasure known, Optional<Bounded> worst, boolean restsOnInsensitive) {
    boolean holds = worst.filter(found -> found.high() > tolerance()).isEmpty();
    for (HeldOutMeasure output : known.outputs()) {
      holds &=
          output
              .worst(0, output.directions())
              .filter(found -> found.high() > tolerance())
              .isEmpty();
    }
    if (holds) {
      return !restsOnInsensitive || insensitiveHolds()
          ? Verdict.INVARIANT
          : Verdict.INSUFFICIENT_EVIDENCE;
    }
    boolean fails =
        known.fails(tolerance())
            || known.all().filter(all -> failsAmongMany(all, worst)).isPresent();
    return fails ? Verdict.BROKEN : Verdict.INSUFFICIENT_EVIDENCE;
  }

  /**
   * The worst of r directions on n samples is too large by about {@code (1 + √(r/n))²}, the edge of
   * what r unrelated directions of the same defect scatter to (Marchenko and Pastur 1967). With
   * many samples a direction this far above the tolerance fails, whichever it is.
   */
  private boolean failsAmongMany(HeldOutMeasure all, Optional<Bounded> worst) {
    double share = (double) all.directions() / all.samples();
    double edge = 1 + Math.sqrt(share);
    return MANY * share <= 1
        && worst.filter(found -> found.low() > tolerance() * edge * edge).isPresent();
  }

  /** What stands beside the defects. */
  public DefectMeasure beside(int held, InsensitiveDirections insensitive) {
    return new DefectMeasure(
        outputs(held),
        insensitive.count() == 0
            ? Optional.empty()
            : Optional.of(
                new DefectMeasure.InsensitiveInputs(
                    insensitive.count(),
                    insensitive.directions().copyRows(),
                    insensitive.shares(),
                    worstShare().map(Bounded::interval))),
        typical(held),
        reference.flatMap(ReferenceMeasure::typical));
  }

  /** The largest median of what was found. */
  public Optional<Double> typical(int held) {
    return aside
        .medians()
        .filter(all -> held > 0 && all.length >= held)
        .map(all -> Arrays.stream(all).limit(held).max().orElse(0));
  }

  private List<DefectMeasure.OutputDefect> outputs(int held) {
    List<HeldOutMeasure> apart = reference.map(ReferenceMeasure::outputs).orElse(aside.outputs());
    List<DefectMeasure.OutputDefect> outputs = new ArrayList<>();
    for (int o = 0; o < apart.size(); o++) {
      HeldOutMeasure output = apart.get(o);
      int count = reference.isPresent() ? output.directions() : Math.min(held, chosen.count());
      Bounded worst =
          count == 0 ? new Bounded(0, 0, 0) : output.worst(0, count).orElse(new Bounded(0, 0, 0));
      double[] weights = judging.weights();
      outputs.add(
          new DefectMeasure.OutputDefect(
              o, weights.length == 0 ? 1 : weights[o], worst.value(), worst.interval()));
    }
    return outputs;
  }

  /** The interval of the largest principal angle, where every direction was measured. */
  public Optional<Bounded> angle(
      double largest, long samples, NullspaceDecision decision, ReferenceAlgebra known) {
    if (measure.isEmpty()
        || !chosen.complete()
        || chosen.count() > MAX_ANGLES
        || chosen.trivial().rows() != decision.defects().trivialCount()
        || decision.dimension() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        AngleBounds.of(
            largest,
            samples,
            measure.get(),
            chosen.directions(),
            decision.accepted(),
            chosen.trivial(),
            known.generators()));
  }

  /**
   * Directions of the candidate space that the model is insensitive to, or that were too many to
   * measure.
   */
  public int unmeasured() {
    return chosen.sensitive() - chosen.count();
  }

  /** What memory did not allow. */
  public List<Warning> warnings() {
    List<Warning> warnings = new ArrayList<>();
    if (storage.kept() < storage.distributed()) {
      warnings.add(
          new Warning(
              WarningCode.FEWER_BLOCKS,
              "The held-out samples were summed in %d blocks, not %d, to fit into memory: intervals are a little wider than they could be. A larger heap (-Xmx) allows more."
                  .formatted(storage.kept(), storage.distributed())));
    }
    if (chosen.omitted() > 0) {
      warnings.add(
          new Warning(
              WarningCode.FEWER_DIRECTIONS,
              "Of %d directions that look like symmetries, or are next to them, the first %d were measured on held-out samples, to fit into memory; nothing is certain of the others. A larger heap (-Xmx) allows more."
                  .formatted(chosen.count() + chosen.omitted(), chosen.count())));
    }
    return List.copyOf(warnings);
  }
}
