package org.liegg.core.transformation;

import java.util.Arrays;
import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.NumericalException;
import org.liegg.api.spi.GroupElement;
import org.liegg.core.assemble.Descriptions;
import org.liegg.core.samples.BlockedSamples;
import org.liegg.metrics.finite.FiniteDefect;
import org.liegg.metrics.finite.TailRule;

/**
 * Measures how far a model is from keeping a transformation, on some samples:
 *
 * <pre>D(g) = E‖F(gx) − ρ(g)F(x)‖² / (E‖F(x + gx′ − x′) − F(x)‖² + E‖ρ(g)F(x) − F(x)‖²)</pre>
 *
 * 0 is an exact symmetry, about 1 no relation. For g = exp(tA) and t → 0 it is the defect of the
 * field A. Values of the model are all it takes. Confined to one thread.
 */
public final class TransformationMeasure {
  /** Samples at which nothing changes for a model to be called insensitive: at most 1 % are not. */
  private static final int SEEN = 369;

  /** The chance that a share is taken for less than it is. */
  private static final double TAIL = 0.025;

  /** The upper bound of what is called insensitive, in units of the tolerance. */
  private static final double LOOSER = 3;

  private final BlockedSamples samples;
  private final DisplacedSamples displaced;
  private final Donors donors;
  private final AsideBaseline baseline;
  private final double[] variances;
  private final double[] weights;
  private final double tolerance;

  /**
   * A measure.
   *
   * @param means what of a mean displacement is compared input by input, with the variances
   * @param weights of outputs, see {@link OutputWeights}
   * @param rounds by how many others' displacements each sample is moved, ≥ 1
   * @param tolerance below which share of what its inputs would give the model does not depend on
   *     what is moved
   */
  public TransformationMeasure(
      VaryingModel model,
      BlockedSamples samples,
      MeanMoves means,
      double[] weights,
      int rounds,
      double tolerance) {
    this.samples = samples;
    displaced = new DisplacedSamples(model, samples);
    donors = Donors.of(samples, rounds);
    variances = means.variances();
    this.weights = weights.clone();
    this.tolerance = tolerance;
    baseline = new AsideBaseline(displaced, donors, means, mean(displaced.varying()));
  }

  /** Whether any output differs between samples. */
  public boolean changes() {
    double[] values = displaced.still().values();
    int k = displaced.still().columns();
    for (int i = k; i < values.length; i++) {
      if (values[i] != values[i - k]) {
        return true;
      }
    }
    return false;
  }

  /** Whether a sample counts: its block has another one to compare with. */
  public boolean counts(int sample) {
    return donors.has(sample);
  }

  /** What two unrelated samples differ by, a mean square of the weighed outputs. */
  public double spread() {
    return OutputSpread.of(displaced.still(), weights);
  }

  /**
   * The defect of one transformation.
   *
   * @return empty where a sample leaves the range of doubles, or the model has no answer where one
   *     goes
   */
  public Optional<MeasuredTransformation> of(GroupElement g) {
    try {
      Batch moved = g.inputs(displaced.varying());
      Batch aim = g.outputs(displaced.still());
      Displacement move = Displacement.of(displaced.varying(), moved, variances);
      return displaced
          .outputs(moved)
          .flatMap(
              there ->
                  baseline.inputs(move).flatMap(aside -> measured(g, move, there, aim, aside)));
    } catch (NumericalException e) {
      Descriptions.rethrowInterruption(e);
      return Optional.empty();
    }
  }

  private Optional<MeasuredTransformation> measured(
      GroupElement g, Displacement move, Batch there, Batch aim, AsideBaseline.Found aside) {
    double[] changes = DisplacedSamples.squares(there, aim);
    double[] all = aside.squares().clone();
    if (g.movesOutputs()) {
      DisplacedSamples.add(all, DisplacedSamples.squares(aim, displaced.still()), 1);
    }
    boolean apart = !g.movesOutputs();
    FiniteDefect defect = sums(changes, all, apart);
    Optional<GroupElement> returning = g.thereAndBack();
    Optional<double[]> back = returning.flatMap(this::lost);
    if (returning.isPresent() && back.isEmpty()) {
      return Optional.empty();
    }
    Optional<FiniteDefect> lost = back.map(squares -> sums(squares, all, apart));
    SampleChanges perSample = SampleChanges.of(there, aim, weights, all, back, apart);
    return insensitive(g, move, defect, aside)
        .map(
            answer ->
                new MeasuredTransformation(g.name(), defect, move.size(), answer, lost, perSample));
  }

  /** What samples that come back change; empty where the model fails. */
  private Optional<double[]> lost(GroupElement back) {
    return displaced
        .outputs(back.inputs(displaced.varying()))
        .map(there -> DisplacedSamples.squares(there, displaced.still()));
  }

  private FiniteDefect sums(double[] changes, double[] all, boolean apart) {
    int k = weights.length;
    FiniteDefect defect = new FiniteDefect(BlockedSamples.BLOCKS, weights, apart);
    for (int n = 0; n < samples.count(); n++) {
      if (donors.has(n)) {
        defect.add(
            samples.blocks()[n],
            Arrays.copyOfRange(changes, n * k, (n + 1) * k),
            Arrays.copyOfRange(all, n * k, (n + 1) * k));
      }
    }
    return defect;
  }

  /** Of what moves outputs too, or is judged input by input, the baseline is never insensitive. */
  private Optional<Boolean> insensitive(
      GroupElement g, Displacement move, FiniteDefect defect, AsideBaseline.Found aside) {
    if (g.movesOutputs() || aside.centred()) {
      return Optional.of(false);
    }
    double mine = defect.baseline(0);
    if (mine == 0) {
      return Optional.of(defect.change(0) == 0 && defect.samples() >= SEEN && changes());
    }
    if (defect.value(0) <= tolerance) {
      return Optional.of(false);
    }
    return baseline.single(move).map(own -> certain(sums(aside.squares(), own, false)));
  }

  /** Whether a share is at or below the tolerance, and certainly not far above. */
  private boolean certain(FiniteDefect share) {
    return share.value(0) <= tolerance
        && share
            .bounds(0, TailRule.independent(TAIL, TAIL))
            .filter(bounds -> bounds.high() <= LOOSER * tolerance)
            .isPresent();
  }

  private static double[] mean(Batch rows) {
    double[] mean = new double[rows.columns()];
    for (int at = 0; at < rows.values().length; at++) {
      mean[at % mean.length] += rows.values()[at] / rows.rows();
    }
    return mean;
  }
}
