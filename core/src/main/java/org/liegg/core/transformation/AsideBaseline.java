package org.liegg.core.transformation;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.liegg.api.Batch;

/**
 * What a model that has nothing to do with a transformation would change by: every sample is moved
 * by what the transformation displaces another one by,
 *
 * <pre>b(x) = ‖F(x + gx′ − x′) − F(x)‖² + ‖ρ(g)F(x) − F(x)‖²        x, x′ independent</pre>
 *
 * and what of the mean of gx′ − x′ is a translation among the candidates, or moves inputs each by
 * itself, is put back one input at a time.
 */
final class AsideBaseline {
  /** κ: an input counts by its own change, and by this share of what an average one has. */
  private static final double SHARE_OF_AVERAGE = 0.02;

  /** An input so much less sensitive than the average one is compared with itself alone. */
  private static final double WEAK = 0.25;

  private final DisplacedSamples displaced;
  private final Donors donors;
  private final MeanMoves means;
  private final double[] centre;

  /**
   * @param centre mean of the samples, d
   */
  AsideBaseline(DisplacedSamples displaced, Donors donors, MeanMoves means, double[] centre) {
    this.displaced = displaced;
    this.donors = donors;
    this.means = means;
    this.centre = centre;
  }

  /**
   * The baseline of every sample and output.
   *
   * @param squares {@code samples × k}
   * @param centred whether a part of the mean was put back one input at a time
   */
  record Found(double[] squares, boolean centred) {}

  /** The baseline on inputs; empty where the model fails at a sample. */
  Optional<Found> inputs(Displacement move) {
    double[] translation = means.translation(move.mean());
    double[] rest = minus(move.mean(), translation);
    double[] scaling = means.scaling(rest);
    double[] taken = minus(move.mean(), minus(rest, scaling));
    boolean centred = Arrays.stream(taken).anyMatch(value -> value != 0);
    Optional<double[]> aside = aside(move.values(), taken);
    if (!centred || aside.isEmpty()) {
      return aside.map(squares -> new Found(squares, centred));
    }
    double[] sum = aside.get();
    return translated(translation)
        .flatMap(
            ofTranslation -> {
              DisplacedSamples.add(sum, ofTranslation, 1);
              return scaled(scaling);
            })
        .map(
            ofScaling -> {
              DisplacedSamples.add(sum, ofScaling, 1);
              return new Found(sum, true);
            });
  }

  /**
   * What the inputs that are moved would give each alone, were their changes unrelated; empty where
   * the model fails. A baseline of next to nothing of it is one of a model that does not depend on
   * what is moved.
   */
  Optional<double[]> single(Displacement move) {
    double[] none = new double[move.mean().length];
    return displaced
        .singleChanges(donors.rows(0, move.values(), none), move.moved())
        .flatMap(own -> average(move.spreads(), move.moved()).map(all -> added(own, all)));
  }

  private Optional<double[]> aside(double[] moves, double[] taken) {
    double[] sum = new double[displaced.still().values().length];
    for (int round = 0; round < donors.rounds(); round++) {
      Optional<double[]> changed = displaced.change(donors.rows(round, moves, taken));
      if (changed.isEmpty()) {
        return changed;
      }
      DisplacedSamples.add(sum, changed.get(), 1.0 / donors.rounds());
    }
    return Optional.of(sum);
  }

  /** {@code tᵀDt}: every input of a translation alone, and a share of an average one. */
  private Optional<double[]> translated(double[] translation) {
    int[] moved = moved(translation);
    if (moved.length == 0) {
      return Optional.of(new double[displaced.still().values().length]);
    }
    return displaced
        .singleChanges(everywhere(translation), moved)
        .flatMap(own -> average(spreads(translation), moved).map(all -> added(own, all)));
  }

  /**
   * {@code sᵀGs}: every input alone, or what an average one would give where that is more. Inputs
   * that are many are compared all together.
   */
  private Optional<double[]> scaled(double[] scaling) {
    int[] moved = moved(scaling);
    double[] sum = new double[displaced.still().values().length];
    int[][] groups =
        moved.length > DisplacedSamples.MAX_SINGLE
            ? new int[][] {moved}
            : Arrays.stream(moved).mapToObj(i -> new int[] {i}).toArray(int[][]::new);
    for (int[] group : groups) {
      Optional<double[]> found = scaled(scaling, group);
      if (found.isEmpty()) {
        return found;
      }
      DisplacedSamples.add(sum, found.get(), 1);
    }
    return Optional.of(sum);
  }

  private Optional<double[]> scaled(double[] scaling, int[] inputs) {
    return displaced
        .singleChanges(everywhere(scaling), inputs)
        .flatMap(
            own ->
                average(spreads(scaling), inputs)
                    .map(
                        all -> {
                          double mine = Arrays.stream(own).sum();
                          double average = Arrays.stream(all).sum();
                          return mine >= WEAK * average && average > mine ? all : own;
                        }));
  }

  /**
   * What moving these inputs would give, were the model as sensitive to each as to the average one:
   * a move like the data's own, of the size of these moves.
   *
   * @param spreads squares of the moves in units of each input's variance
   */
  private Optional<double[]> average(double[] spreads, int[] moved) {
    double sum = Arrays.stream(moved).mapToDouble(i -> spreads[i]).sum();
    long counted = Arrays.stream(moved).filter(i -> spreads[i] > 0).count();
    long all = Arrays.stream(means.variances()).filter(value -> value > 0).count();
    if (counted == 0) {
      return Optional.of(new double[displaced.still().values().length]);
    }
    double size = Math.sqrt(sum / counted);
    double[] deviations = donors.rows(0, displaced.varying().values(), centre);
    for (int at = 0; at < deviations.length; at++) {
      deviations[at] *= size;
    }
    return displaced
        .change(deviations)
        .map(
            changed -> {
              double[] scaled = new double[changed.length];
              DisplacedSamples.add(scaled, changed, (double) counted / all);
              return scaled;
            });
  }

  private static double[] added(double[] own, double[] average) {
    DisplacedSamples.add(own, average, SHARE_OF_AVERAGE);
    return own;
  }

  private double[] spreads(double[] move) {
    double[] spreads = new double[move.length];
    for (int i = 0; i < move.length; i++) {
      double variance = means.variances()[i];
      spreads[i] = variance > 0 ? move[i] * move[i] / variance : 0;
    }
    return spreads;
  }

  private double[] everywhere(double[] move) {
    Batch varying = displaced.varying();
    double[] rows = new double[varying.values().length];
    for (int n = 0; n < varying.rows(); n++) {
      System.arraycopy(move, 0, rows, n * move.length, move.length);
    }
    return rows;
  }

  private static int[] moved(double[] move) {
    return IntStream.range(0, move.length).filter(i -> move[i] != 0).toArray();
  }

  private static double[] minus(double[] left, double[] right) {
    double[] difference = new double[left.length];
    for (int i = 0; i < left.length; i++) {
      difference[i] = left[i] - right[i];
    }
    return difference;
  }
}
