package org.liegg.api.spi.support;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.spi.ModelGradient;

/** Differences of a model at steps from 2⁻² to 2⁻²⁴ of each input's reach, along some inputs. */
final class DifferenceLadder {
  static final int RUNGS = 12;

  private final ModelInfo info;
  private final InputSizes sizes;
  private final int[] inputs;

  /** Derivatives, {@code samples × k × inputs}; empty where values at the step are not finite. */
  private final double[][] rungs = new double[RUNGS][];

  private final ValueGrain grain;

  private DifferenceLadder(ModelInfo info, InputSizes sizes, int[] inputs, ValueGrain grain) {
    this.info = info;
    this.sizes = sizes;
    this.inputs = inputs;
    this.grain = grain;
  }

  /**
   * Takes the differences.
   *
   * @param inputs along which, counted among those that vary
   * @throws ModelException if values are finite at no step
   */
  static DifferenceLadder of(ModelGradient model, Batch samples, InputSizes sizes, int... inputs) {
    ValueGrain grain = ValueGrain.of(model.outputs(samples).values());
    DifferenceLadder ladder = new DifferenceLadder(model.info(), sizes, inputs, grain);
    Optional<ModelException> fault = Optional.empty();
    for (int rung = 0; rung < RUNGS; rung++) {
      try {
        ladder.rungs[rung] = ladder.differences(model, samples, rung);
      } catch (ModelException e) {
        if (!e.code().equals("LIEGG-MODEL-NONFINITE")) {
          throw e;
        }
        ladder.rungs[rung] = new double[0];
        fault = Optional.of(e);
      }
    }
    if (ladder.pairs().length == 0) {
      throw fault.orElseThrow();
    }
    return ladder;
  }

  private double[] differences(ModelGradient model, Batch samples, int rung) {
    int[] columns = Arrays.stream(inputs).map(input -> info.inputFrom() + input).toArray();
    double[] found = new double[samples.rows() * info.outputSize() * inputs.length];
    new CentralDifferences(info.sampleSize(), columns, info.outputSize())
        .jacobians(
            DifferenceSteps.valuesOf(model),
            (input, x) -> sizes.step(inputs[input], rung),
            samples.values(),
            samples.rows(),
            found);
    return found;
  }

  /** The model. */
  ModelInfo info() {
    return info;
  }

  /** How large the inputs are, and how far they spread. */
  InputSizes sizes() {
    return sizes;
  }

  /** How far apart the values are. */
  ValueGrain grain() {
    return grain;
  }

  /** Along how many inputs there are differences. */
  int width() {
    return inputs.length;
  }

  /** Which input a place of the derivatives is by. */
  int input(int place) {
    return inputs[place % inputs.length];
  }

  /** How many derivatives there are at a step: {@code samples × k × inputs}. */
  int places() {
    return grain.values().length * inputs.length;
  }

  /** The derivative at a place, by the differences of a rung. */
  double slope(int rung, int place) {
    return rungs[rung][place];
  }

  /** Whether there are differences at a rung. */
  boolean has(int rung) {
    return rungs[rung].length > 0;
  }

  /** The step of a rung at a place. */
  double step(int rung, int place) {
    return sizes.step(input(place), rung);
  }

  /** How far apart the values are at a place. */
  double unit(int place) {
    return grain.units()[place / inputs.length];
  }

  /** What a place would change by along a step, if it changed as along the coarsest. */
  double expected(int rung, int place) {
    return 2 * Math.abs(rungs[coarsest()][place]) * step(rung, place);
  }

  /** The rungs at which there are differences, and at the next one too. */
  int[] pairs() {
    return IntStream.range(0, RUNGS - 1).filter(rung -> has(rung) && has(rung + 1)).toArray();
  }

  /** The first of these. */
  int coarsest() {
    return pairs()[0];
  }

  /** The places of an output by an input, counted among those along which there are differences. */
  IntStream places(int output, int input) {
    int stride = info.outputSize() * inputs.length;
    return IntStream.iterate(output * inputs.length + input, i -> i < places(), i -> i + stride);
  }
}
