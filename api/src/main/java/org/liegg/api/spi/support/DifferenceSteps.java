package org.liegg.api.spi.support;

import java.util.Arrays;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.spi.ModelGradient;

/**
 * The steps at which central differences of a model are best, one an input, and what they leave of
 * error there.
 *
 * <p>Differences are taken at a ladder of steps ({@link DifferenceLadder}), each a quarter of the
 * one before. Where bending rules, a step's error is sixteen times that of the next; where rounding
 * rules, a quarter of it. Either way two neighbours differ by about the larger error of the two, so
 * that the step at which they differ least is the best, and what they differ by bounds its error.
 * Since few differences may agree by chance, the error is never taken for less than what the
 * rounding of the values alone makes of it.
 */
final class DifferenceSteps implements CentralDifferences.Step {
  private static final int SAMPLES = 5;

  /** Inputs along which is looked; more cost time, and say nothing more. */
  private static final int MAX_INPUTS = 32;

  /** More than this is no derivative. */
  private static final double MAX_NOISE = 0.1;

  /** Shorter steps from a value would be lost in its rounding. */
  private static final double SHORTEST = 0x1p-44;

  private final double[] steps;
  private final CentralDifferences differences;
  private final double noise;

  private DifferenceSteps(double[] steps, CentralDifferences differences, double noise) {
    this.steps = steps;
    this.differences = differences;
    this.noise = noise;
  }

  /**
   * Finds them near some samples.
   *
   * @throws ModelException {@code LIEGG-MODEL-STEPS} if values are constant nearly everywhere,
   *     {@code LIEGG-MODEL-NOISE} if differences at no two steps agree
   */
  static DifferenceSteps of(ModelGradient model, Batch samples) {
    ModelInfo info = model.info();
    Batch few = samples.slice(0, Math.min(SAMPLES, samples.rows()));
    InputSizes sizes = InputSizes.of(few, info);
    int d = info.inputSize();
    int[] inputs = new int[Math.min(d, MAX_INPUTS)];
    Arrays.setAll(inputs, i -> (int) ((long) i * d / inputs.length));
    DifferenceLadder ladder = DifferenceLadder.of(model, few, sizes, inputs);
    new JumpCheck(ladder).requireSlopes();
    return best(new RungChoice(ladder), info, sizes, inputs);
  }

  private static DifferenceSteps best(
      RungChoice choice, ModelInfo info, InputSizes sizes, int... inputs) {
    int[] rungs = choice.bestOfEach();
    double noise = choice.noise(rungs);
    if (!(noise <= MAX_NOISE)) {
      throw choice.noisy(rungs);
    }
    double[] steps = new double[info.inputSize()];
    int common = choice.bestOfAll();
    Arrays.setAll(steps, i -> sizes.step(i, common));
    for (int i = 0; i < inputs.length; i++) {
      steps[inputs[i]] = sizes.step(inputs[i], rungs[i]);
    }
    CentralDifferences all =
        new CentralDifferences(
            info.sampleSize(), info.inputFrom(), info.inputSize(), info.outputSize());
    return new DifferenceSteps(steps, all, noise);
  }

  /** The values of a session, as differences ask for them. */
  static CentralDifferences.Values valuesOf(ModelGradient model) {
    int width = model.info().sampleSize();
    return (x, samples, values) -> {
      double[] rows =
          x.length == samples * width ? x : Arrays.copyOf(x, Math.multiplyExact(samples, width));
      double[] found = model.outputs(new Batch(samples, width, rows)).values();
      System.arraycopy(found, 0, values, 0, found.length);
    };
  }

  @Override
  public double of(int input, double x) {
    return Math.max(steps[input], SHORTEST * Math.abs(x));
  }

  CentralDifferences differences() {
    return differences;
  }

  /** The shortest step along an input, in its unit. */
  double shortest() {
    return Arrays.stream(steps).min().orElse(0);
  }

  /** The longest step along an input, in its unit. */
  double longest() {
    return Arrays.stream(steps).max().orElse(0);
  }

  /** What differences leave of error at these steps, as a share of the derivatives. */
  double noise() {
    return noise;
  }
}
