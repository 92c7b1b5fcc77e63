package org.liegg.engine.dl4j.flow;

import java.util.Arrays;
import org.liegg.blas.affine.FloatRowProducts;
import org.liegg.blas.affine.ProductChoice;

/** A simple recurrence, in single precision; its slopes are kept. */
final class FloatRecurrenceStep implements FloatStep {
  private final Operation.Recurrence layer;
  private final FloatMatrices.Pair weights;
  private final FloatStates states;
  private final int units;

  /** By time. */
  private final float[][] slopes;

  private final float[] state;
  private final float[] next;
  private final float[] scratch;

  /** Gradients by the states and by what they are functions of, a row for each output. */
  private float[] carried = {};

  private float[] inner = {};

  FloatRecurrenceStep(
      Operation.Recurrence layer,
      FloatMatrices.Pair weights,
      ProductChoice<FloatRowProducts> choice,
      int samples) {
    this.layer = layer;
    this.weights = weights;
    this.states = new FloatStates(layer.times(), choice);
    this.units = layer.units();
    this.slopes = new float[layer.times()][samples * units];
    this.state = new float[samples * units];
    this.next = new float[samples * units];
    this.scratch = new float[samples * units];
  }

  @Override
  public void forward(float[][] in, float[] out, int samples) {
    Arrays.fill(state, 0);
    for (int time = 0; time < layer.times(); time++) {
      states.multiply(state, samples, weights.forward(), next);
      states.addFrom(in[0], units, time, next, samples);
      layer.function().apply(next, samples * units, slopes[time], scratch);
      System.arraycopy(next, 0, state, 0, samples * units);
      states.put(out, units, time, state, samples);
    }
  }

  @Override
  public void backward(float[] gradients, float[][] into, int samples, int outputs) {
    int rows = samples * outputs;
    if (carried.length < rows * units) {
      carried = new float[rows * units];
      inner = new float[rows * units];
    }
    Arrays.fill(carried, 0);
    for (int time = layer.times() - 1; time >= 0; time--) {
      states.addFrom(gradients, units, time, carried, rows);
      for (int row = 0; row < rows; row++) {
        multiply(carried, row * units, slopes[time], row / outputs * units, inner, units);
      }
      states.addTo(into[0], units, time, inner, rows);
      states.multiply(inner, rows, weights.backward(), carried);
    }
  }

  private static void multiply(
      float[] gradients, int at, float[] slopes, int from, float[] product, int count) {
    for (int i = 0; i < count; i++) {
      product[at + i] = gradients[at + i] * slopes[from + i];
    }
  }
}
