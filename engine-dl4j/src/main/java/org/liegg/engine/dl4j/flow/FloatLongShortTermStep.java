package org.liegg.engine.dl4j.flow;

import java.util.Arrays;
import org.liegg.blas.affine.FloatRowProducts;
import org.liegg.blas.affine.ProductChoice;

/**
 * Long short-term memory, in single precision. Forward, every time is one product of all samples'
 * states; backward, one of the gradients of all samples and outputs.
 */
final class FloatLongShortTermStep implements FloatStep {
  private final Operation.LongShortTerm layer;
  private final FloatMatrices.Pair weights;
  private final FloatStates states;
  private final int units;
  private final FloatMemory[] kept;
  private final float[] state;
  private final float[] memory;
  private final float[] sum;

  /** Gradients by the states, the memory and the sums, a row for each output. */
  private float[] byState = {};

  private float[] byMemory = {};
  private float[] bySum = {};

  FloatLongShortTermStep(
      Operation.LongShortTerm layer,
      FloatMatrices.Pair weights,
      ProductChoice<FloatRowProducts> choice,
      int samples) {
    this.layer = layer;
    this.weights = weights;
    this.states = new FloatStates(layer.times(), choice);
    this.units = layer.units();
    this.kept = new FloatMemory[layer.times()];
    Arrays.setAll(kept, time -> new FloatMemory(layer, samples));
    this.state = new float[samples * units];
    this.memory = new float[samples * units];
    this.sum = new float[samples * 4 * units];
  }

  @Override
  public void forward(float[][] in, float[] out, int samples) {
    Arrays.fill(state, 0);
    Arrays.fill(memory, 0);
    for (int time = 0; time < layer.times(); time++) {
      states.multiply(state, samples, weights.forward(), sum);
      states.addFrom(in[0], 4 * units, time, sum, samples);
      kept[time].forward(sum, memory, state, samples);
      states.put(out, units, time, state, samples);
    }
  }

  @Override
  public void backward(float[] gradients, float[][] into, int samples, int outputs) {
    int rows = samples * outputs;
    if (byState.length < rows * units) {
      byState = new float[rows * units];
      byMemory = new float[rows * units];
      bySum = new float[rows * 4 * units];
    }
    Arrays.fill(byState, 0);
    Arrays.fill(byMemory, 0);
    for (int time = layer.times() - 1; time >= 0; time--) {
      states.addFrom(gradients, units, time, byState, rows);
      for (int row = 0; row < rows; row++) {
        kept[time].backward(byState, byMemory, bySum, row, row / outputs);
      }
      states.addTo(into[0], 4 * units, time, bySum, rows);
      states.multiply(bySum, rows, weights.backward(), byState);
    }
  }
}
