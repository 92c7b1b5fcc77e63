package org.liegg.core.samples;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.liegg.api.Batch;
import org.liegg.api.ModelInfo;

/**
 * The directions in which data go on around a sample, from its nearest neighbours among others: all
 * of them where data fill their space, fewer where they lie on a surface. Directions and distances
 * are those of whitened inputs, so that neither units nor mixing of inputs matters. Safe for use by
 * many threads.
 */
public final class LocalTangents {
  /** More inputs than this ask for more neighbours than there are. */
  private static final int MAX_INPUTS = 64;

  private static final int MIN_SAMPLES = 200;
  private static final int SAMPLES_PER_INPUT = 8;
  private static final int MIN_NEIGHBOURS = 12;
  private static final int NEIGHBOURS_PER_INPUT = 4;

  private final Whitening whitening;
  private final double[][] points;

  private LocalTangents(Whitening whitening, double[][] points) {
    this.whitening = whitening;
    this.points = points;
  }

  /** So many different samples are needed for tangents of a model's input. */
  public static int needed(int inputs) {
    return Math.max(MIN_SAMPLES, SAMPLES_PER_INPUT * inputs);
  }

  /** From the reservoir of a survey; empty where that is too small, or the input too wide. */
  public static Optional<LocalTangents> of(SampleSurvey survey, ModelInfo info) {
    int inputs = info.inputSize();
    Batch inputsOnly = distinct(survey.reservoir(), info);
    if (inputs > MAX_INPUTS || inputsOnly.rows() < needed(inputs)) {
      return Optional.empty();
    }
    boolean[] varies = new boolean[inputs];
    for (int i = 0; i < inputs; i++) {
      varies[i] = !survey.constant(info.inputFrom() + i);
    }
    Whitening whitening = Whitening.of(inputsOnly, varies);
    double[][] points = new double[inputsOnly.rows()][];
    for (int n = 0; n < points.length; n++) {
      points[n] = whitening.point(inputsOnly.values(), n * inputs);
    }
    return whitening.rank() == 0
        ? Optional.empty()
        : Optional.of(new LocalTangents(whitening, points));
  }

  private static Batch distinct(Batch rows, ModelInfo info) {
    int from = info.inputFrom();
    Batch inputs = rows.features(from, from + info.inputSize());
    Set<Long> seen = new HashSet<>();
    int[] kept =
        IntStream.range(0, rows.rows())
            .filter(n -> seen.add(SampleSplit.hash(inputs, n)))
            .toArray();
    double[] values = new double[kept.length * inputs.columns()];
    for (int n = 0; n < kept.length; n++) {
      System.arraycopy(
          inputs.values(),
          kept[n] * inputs.columns(),
          values,
          n * inputs.columns(),
          inputs.columns());
    }
    return new Batch(kept.length, inputs.columns(), values);
  }

  Whitening whitening() {
    return whitening;
  }

  /**
   * An orthonormal basis of the directions around an input, a row a direction, whitened; of all
   * directions where its neighbours say nothing.
   */
  DMatrixRMaj at(double[] input, int from) {
    double[] center = whitening.point(input, from);
    int rank = whitening.rank();
    int wanted = Math.min(points.length, Math.max(MIN_NEIGHBOURS, NEIGHBOURS_PER_INPUT * rank));
    int[] nearest = nearest(center);
    TangentFit fit = TangentFit.of(center, points, Arrays.copyOf(nearest, wanted));
    if (fit.complete()) {
      return fit.basis();
    }
    int more = Math.max(wanted, fit.neighboursToBend());
    return more > points.length / 4
        ? fit.basis()
        : fit.bent(center, points, Arrays.copyOf(nearest, more));
  }

  /** All points by distance. */
  private int[] nearest(double[] center) {
    long[] keys = new long[points.length];
    for (int n = 0; n < keys.length; n++) {
      float sum = 0;
      for (int i = 0; i < center.length; i++) {
        double off = points[n][i] - center[i];
        sum += (float) (off * off);
      }
      // Bits of positive numbers are in their order.
      keys[n] = ((long) Float.floatToIntBits(sum) << 32) | n;
    }
    Arrays.sort(keys);
    int[] order = new int[keys.length];
    for (int n = 0; n < keys.length; n++) {
      order[n] = (int) keys[n];
    }
    return order;
  }
}
