package org.liegg.core.stepped;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.liegg.api.Batch;
import org.liegg.api.NumericalException;
import org.liegg.api.spi.Flow;
import org.liegg.api.spi.GroupFlows;
import org.liegg.core.assemble.Descriptions;

/**
 * How far along a generator elements are tried: an eighth, a quarter and a half of its period where
 * exp(tA) comes back; elsewhere as far as moves the samples by a quarter, a half and the whole of
 * their spread.
 */
final class PathLengths {
  private static final double[] TURNS = {1.0 / 8, 1.0 / 4, 1.0 / 2};
  private static final double[] SPREADS = {0.25, 0.5, 1};

  /** Doublings of the path until it is given up: what goes round does not go farther. */
  private static final int DOUBLINGS = 40;

  private static final double SHORTEST = 0x1p-20;
  private static final int HALVINGS = 20;

  private final GroupFlows flows;
  private final Batch samples;
  private final double[] variances;

  /**
   * @param samples some of them, the part that varies
   * @param variances of every input
   */
  PathLengths(GroupFlows flows, Batch samples, double[] variances) {
    this.flows = flows;
    this.samples = samples;
    this.variances = variances;
  }

  /** The lengths, ascending; fewer where the samples cannot be moved as far. */
  double[] of(double[] coefficients) {
    Optional<Double> period = flows.period(coefficients);
    if (period.isPresent()) {
      return Arrays.stream(TURNS).map(turn -> turn * period.get()).toArray();
    }
    Flow flow = flows.onInput(coefficients);
    return Arrays.stream(SPREADS).flatMap(spread -> length(flow, spread)).distinct().toArray();
  }

  /** The first length by which samples are moved so far, or the one that moves them farthest. */
  private DoubleStream length(Flow flow, double wanted) {
    double before = 0;
    double farthest = 0;
    double moved = 0;
    double t = SHORTEST;
    for (int i = 0; i < DOUBLINGS; i++, t *= 2) {
      double size = size(flow, t);
      if (!Double.isFinite(size)) {
        break;
      }
      if (size >= wanted) {
        return DoubleStream.of(between(flow, before, t, wanted));
      }
      if (size > moved) {
        moved = size;
        farthest = t;
      }
      before = t;
    }
    return farthest > 0 ? DoubleStream.of(farthest) : DoubleStream.empty();
  }

  private double between(Flow flow, double low, double high, double wanted) {
    double below = low;
    double above = high;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (below + above) / 2;
      if (size(flow, middle) >= wanted) {
        above = middle;
      } else {
        below = middle;
      }
    }
    return above;
  }

  /**
   * Root of the mean square over moved inputs in units of their spread; infinite beyond doubles.
   */
  private double size(Flow flow, double t) {
    try {
      return size(flow.at(samples, t));
    } catch (NumericalException e) {
      Descriptions.rethrowInterruption(e);
      return Double.POSITIVE_INFINITY;
    }
  }

  private double size(Batch moved) {
    int d = samples.columns();
    double sum = 0;
    int inputs = 0;
    for (int i = 0; i < d; i++) {
      double squares = 0;
      for (int n = 0; n < samples.rows(); n++) {
        double move = moved.get(n, i) - samples.get(n, i);
        squares += move * move / samples.rows();
      }
      if (variances[i] > 0 && squares > 0) {
        sum += squares / variances[i];
        inputs++;
      }
    }
    return inputs == 0 ? 0 : Math.sqrt(sum / inputs);
  }
}
