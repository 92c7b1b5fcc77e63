package org.liegg.core.discrete;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.liegg.api.Batch;
import org.liegg.core.samples.BlockedSamples;
import org.liegg.core.transformation.OutputSpread;
import org.liegg.core.transformation.VaryingModel;

/**
 * Which candidates a model keeps on the samples that choose, as far as these can tell: few samples
 * drop what is far from kept, more of them what is near. Nothing is claimed here.
 *
 * <p>The defect is that of {@link org.liegg.core.transformation.TransformationMeasure}, as a share
 * of no more than unrelated samples differ by; several candidates go through the model at a time.
 * Confined to one thread.
 */
final class Screening {
  /** Samples of the first look at a candidate. */
  static final int FIRST = 8;

  /** Samples of each look, and how many times the tolerance a defect may be after it. */
  private static final int[] LOOKS = {FIRST, 64, 1024};

  private static final double[] LOOSER = {30, 5, 1};

  /** A defect above it is dropped at any look. */
  private static final double FAR = 0.5;

  /** Numbers that go through the model at a time. */
  private static final int HELD = 1 << 20;

  /** Samples of which each input is replaced by another's. */
  private static final int SENSITIVITY = 1 << 16;

  /** A change below this share of what the average input gives is no change. */
  private static final double LEAST = 2e-4;

  private final VaryingModel model;
  private final BlockedSamples samples;
  private final Batch varying;
  private final Batch still;
  private final double[] weights;
  private final double tolerance;
  private final double[] sensitivities;
  private final double scale;

  /**
   * @param samples those that choose
   * @param weights of outputs
   */
  Screening(VaryingModel model, BlockedSamples samples, double[] weights, double tolerance) {
    this.model = model;
    this.samples = samples;
    this.weights = weights;
    this.tolerance = tolerance;
    varying = model.varying(samples.batch());
    still = model.outputs(samples.batch());
    sensitivities = sensitivities();
    scale = OutputSpread.of(still, weights);
  }

  private Screening(Screening other, double scale) {
    model = other.model;
    samples = other.samples;
    weights = other.weights;
    tolerance = other.tolerance;
    varying = other.varying;
    still = other.still;
    sensitivities = other.sensitivities;
    this.scale = scale;
  }

  /** What the average input gives, a mean square. */
  private double average() {
    return Arrays.stream(sensitivities).average().orElse(0);
  }

  /** The smallest mean square that counts as a change. */
  double least() {
    return LEAST * average();
  }

  /** The most that a model which has nothing to do with a candidate is taken to change by. */
  double scale() {
    return scale;
  }

  /** The largest defect of a symmetry. */
  double tolerance() {
    return tolerance;
  }

  /** The same, where this is the most. */
  Screening within(double most) {
    return new Screening(this, Math.min(scale, most));
  }

  /** The inputs, those that the model is most sensitive to first. */
  int[] bySensitivity() {
    return IntStream.range(0, sensitivities.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -sensitivities[i]))
        .mapToInt(i -> i)
        .toArray();
  }

  /** What candidates change, the largest of their mean squares. */
  double change(List<Candidate> candidates) {
    int count = Math.min(LOOKS[LOOKS.length - 1], samples.count());
    int[] of = IntStream.range(0, count).toArray();
    Batch first = varying.slice(0, count);
    return candidates.stream()
        .map(one -> changes(of, one.inputs(first).values()))
        .mapToDouble(
            found ->
                found
                    .map(all -> Arrays.stream(all).average().orElse(0))
                    .orElse(Double.POSITIVE_INFINITY))
        .max()
        .orElse(0);
  }

  /** Inputs that the model depends on. */
  int[] sensitive() {
    return IntStream.range(0, sensitivities.length)
        .filter(i -> sensitivities[i] > least())
        .toArray();
  }

  /** Which candidates hold. */
  boolean[] holds(List<Candidate> candidates) {
    boolean[] holds = new boolean[candidates.size()];
    int[] open = IntStream.range(0, holds.length).toArray();
    for (int look = 0; look < LOOKS.length; look++) {
      int count = Math.min(LOOKS[look], samples.count());
      double limit = Math.max(tolerance, Math.min(FAR, LOOSER[look] * tolerance));
      double[] defects = defects(Arrays.stream(open).mapToObj(candidates::get).toList(), count);
      int[] looked = open;
      open =
          IntStream.range(0, looked.length)
              .filter(at -> defects[at] <= limit)
              .map(at -> looked[at])
              .toArray();
    }
    for (int one : open) {
      holds[one] = true;
    }
    return holds;
  }

  private double[] defects(List<Candidate> candidates, int count) {
    double[] defects = new double[candidates.size()];
    int together = Math.max(1, HELD / (2 * count * samples.batch().columns()));
    for (int from = 0; from < candidates.size(); from += together) {
      int to = Math.min(candidates.size(), from + together);
      together(candidates.subList(from, to), from, count, defects);
    }
    return defects;
  }

  /** Of each candidate, the samples moved by it, and the samples moved by what others are. */
  private void together(List<Candidate> candidates, int from, int count, double[] defects) {
    int d = varying.columns();
    int rows = 2 * count * candidates.size();
    double[] moved = new double[rows * d];
    int[] of = new int[rows];
    for (int c = 0; c < candidates.size(); c++) {
      for (int n = 0; n < count; n++) {
        int row = 2 * (c * count + n);
        int sample = (int) (((long) (from + c) * count + n) % samples.count());
        int donor = (sample + samples.count() / 2) % samples.count();
        of[row] = sample;
        of[row + 1] = sample;
        candidates.get(c).move(varying.values(), sample * d, moved, row * d);
        candidates.get(c).move(varying.values(), donor * d, moved, (row + 1) * d);
        for (int i = 0; i < d; i++) {
          moved[(row + 1) * d + i] +=
              varying.values()[sample * d + i] - varying.values()[donor * d + i];
        }
      }
    }
    Optional<double[]> changes = changes(of, moved);
    if (changes.isEmpty() && candidates.size() > 1) {
      // The model has no answer where one of them leads: the others are looked at without it.
      for (int c = 0; c < candidates.size(); c++) {
        together(candidates.subList(c, c + 1), from + c, count, defects);
      }
      return;
    }
    for (int c = 0; c < candidates.size(); c++) {
      defects[from + c] =
          changes.isEmpty() ? Double.POSITIVE_INFINITY : defect(changes.get(), c * count, count);
    }
  }

  private double defect(double[] changes, int first, int count) {
    double change = 0;
    double baseline = 0;
    for (int n = first; n < first + count; n++) {
      change += changes[2 * n];
      baseline += changes[2 * n + 1];
    }
    return baseline > count * least()
        ? change / Math.min(baseline, count * scale)
        : Double.POSITIVE_INFINITY;
  }

  /** What each input gives where another sample's is put in its place: a mean square. */
  private double[] sensitivities() {
    int d = varying.columns();
    int count = Math.min(samples.count(), Math.max(FIRST, SENSITIVITY / d));
    double[] found = new double[d];
    for (int i = 0; i < d && count > 0; i++) {
      double[] moved = new double[count * d];
      int[] of = IntStream.range(0, count).toArray();
      for (int n = 0; n < count; n++) {
        System.arraycopy(varying.values(), n * d, moved, n * d, d);
        int donor = (n + samples.count() / 2) % samples.count();
        moved[n * d + i] = varying.values()[donor * d + i];
      }
      found[i] = changes(of, moved).map(all -> Arrays.stream(all).average().orElse(0)).orElse(0.0);
    }
    return found;
  }

  /**
   * {@code ‖F(moved) − F(x)‖²} of every row, outputs weighed; empty where the model fails.
   *
   * @param of whose sample each row is
   */
  private Optional<double[]> changes(int[] of, double[] moved) {
    int columns = samples.batch().columns();
    double[] whole = new double[of.length * columns];
    for (int row = 0; row < of.length; row++) {
      System.arraycopy(samples.batch().values(), of[row] * columns, whole, row * columns, columns);
    }
    return model
        .outputs(
            new Batch(of.length, columns, whole), new Batch(of.length, varying.columns(), moved))
        .map(outputs -> squares(of, outputs));
  }

  private double[] squares(int[] of, Batch outputs) {
    int k = still.columns();
    double[] squares = new double[of.length];
    for (int at = 0; at < outputs.values().length; at++) {
      int row = at / k;
      int o = at % k;
      double change = weights[o] * (outputs.values()[at] - still.values()[of[row] * k + o]);
      squares[row] += change * change;
    }
    return squares;
  }
}
