package org.liegg.api.spi.support;

import java.util.stream.IntStream;
import org.liegg.api.ModelException;

/** The rungs of a ladder at which differences are best, and their errors. */
final class RungChoice {
  /** The deviation of the difference of two rounded numbers, in units of the last place. */
  private static final double ROUNDING = Math.sqrt(2.0 / 12);

  /** What a change would be that is looked for, in units of the last place. */
  private static final double SEEN = 4;

  private final DifferenceLadder ladder;
  private final int outputs;

  /** Of the inputs, whether the model rounds them to single precision. */
  private final boolean[] rounded;

  RungChoice(DifferenceLadder ladder) {
    this.ladder = ladder;
    this.outputs = ladder.info().outputSize();
    this.rounded = new boolean[ladder.width()];
    for (int input = 0; input < rounded.length; input++) {
      rounded[input] = isRounded(input);
    }
  }

  /**
   * Whether most values stay the same along steps that are too short for single precision alone.
   * Differences at such steps may agree, and say nothing.
   */
  private boolean isRounded(int input) {
    int changes = 0;
    int still = 0;
    for (int rung : ladder.pairs()) {
      int number = ladder.input(input);
      boolean lost = ladder.step(rung, input) < ladder.sizes().singleUnit(number) / 4;
      for (int i = input; lost && i < ladder.places(); i += ladder.width()) {
        if (ladder.expected(rung, i) >= SEEN * ladder.unit(i)) {
          changes++;
          still += ladder.slope(rung, i) == 0 ? 1 : 0;
        }
      }
    }
    return 2 * still > changes;
  }

  /** The square of the error of an output's differences along an input, at a rung. */
  private double error(int rung, int output, int input) {
    double apart = 0;
    double rounding = 0;
    double lost = rounded[input] ? ladder.sizes().singleUnit(ladder.input(input)) : 0;
    for (int i : ladder.places(output, input).toArray()) {
      double coarse = ladder.slope(rung, i);
      double fine = ladder.slope(rung + 1, i);
      double coarsest = Math.abs(ladder.slope(ladder.coarsest(), i));
      apart += (coarse - fine) * (coarse - fine);
      // Steps along which rounding hides all changes agree that there are none.
      boolean changes = coarse != 0 || fine != 0 || coarsest != 0;
      double share = ROUNDING / (2 * ladder.step(rung, i));
      double least = share * Math.max(ladder.unit(i), lost * coarsest);
      rounding += changes ? least * least : 0;
    }
    return Math.max(apart, rounding);
  }

  /** The square of an output's differences along an input, at a rung. */
  private double slope(int rung, int output, int input) {
    return ladder
        .places(output, input)
        .mapToDouble(i -> ladder.slope(rung, i) * ladder.slope(rung, i))
        .sum();
  }

  /** The best rung for each of the inputs. */
  int[] bestOfEach() {
    double[] weights = weights();
    return IntStream.range(0, ladder.width())
        .map(input -> best(weights, IntStream.of(input).toArray()))
        .toArray();
  }

  /** The rung that is best for all of the inputs together. */
  int bestOfAll() {
    return best(weights(), IntStream.range(0, ladder.width()).toArray());
  }

  private int best(double[] weights, int... among) {
    int best = ladder.coarsest();
    double least = Double.POSITIVE_INFINITY;
    for (int rung : ladder.pairs()) {
      double worst = 0;
      for (int o = 0; o < outputs; o++) {
        double error = 0;
        for (int input : among) {
          error += square(ladder.sizes().sizes(), input) * error(rung, o, input);
        }
        worst = Math.max(worst, error / weights[o]);
      }
      if (worst < least) {
        least = worst;
        best = rung;
      }
    }
    return best;
  }

  private double square(double[] units, int input) {
    double unit = units[ladder.input(input)];
    return unit * unit;
  }

  /** How much each output changes, at the coarsest rung. */
  private double[] weights() {
    double[] weights = new double[outputs];
    int coarsest = ladder.coarsest();
    for (int o = 0; o < weights.length; o++) {
      double sum = 0;
      for (int input = 0; input < ladder.width(); input++) {
        sum += square(ladder.sizes().sizes(), input) * slope(coarsest, o, input);
      }
      weights[o] = Math.max(sum, Double.MIN_NORMAL);
    }
    return weights;
  }

  /**
   * The largest error of an output, as a share of its derivatives: by inputs in units of their
   * sizes, or of their spreads, whichever is more.
   *
   * @param chosen a rung for each of the inputs
   */
  double noise(int... chosen) {
    return Math.max(noise(ladder.sizes().sizes(), chosen), noise(ladder.sizes().spreads(), chosen));
  }

  private double noise(double[] units, int... chosen) {
    double worst = 0;
    for (int o = 0; o < outputs; o++) {
      double error = 0;
      double size = 0;
      for (int input = 0; input < ladder.width(); input++) {
        error += square(units, input) * error(chosen[input], o, input);
        size += square(units, input) * slope(chosen[input], o, input);
      }
      if (error > 0) {
        worst = Math.max(worst, Math.sqrt(error / Math.max(size, Double.MIN_NORMAL)));
      }
    }
    return worst;
  }

  /** The error where differences at no two steps agree. */
  ModelException noisy(int... chosen) {
    double lost = 0;
    double found = 0;
    for (int input = 0; input < ladder.width(); input++) {
      double unit = square(ladder.sizes().sizes(), input);
      double step = 2 * ladder.step(chosen[input] + 1, input);
      for (int o = 0; o < outputs; o++) {
        lost +=
            unit
                * ladder
                    .places(o, input)
                    .mapToDouble(i -> ladder.unit(i) * ladder.unit(i) / step / step)
                    .sum();
        found += unit * error(chosen[input], o, input);
      }
    }
    // Neighbours that differ by what rounding makes of them are no noise of the model.
    if (4 * lost > found) {
      return ladder.grain().coarse(ladder.info().path());
    }
    return new ModelException(
        "LIEGG-MODEL-NOISE",
        "model " + ladder.info().path(),
        "differences of its values agree at no two steps: they are noise, it is not smooth at the"
            + " samples, or it rounds inputs that are far from 0",
        "give a model that answers the same each time, with more digits, and inputs that are"
            + " centred");
  }
}
