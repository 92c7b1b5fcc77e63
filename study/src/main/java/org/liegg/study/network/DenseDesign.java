package org.liegg.study.network;

import java.util.List;

/**
 * A network of dense hidden layers without biases.
 *
 * @param inputs inputs of one sample
 * @param hidden widths of the hidden layers, the first one next to the input; none for a linear map
 * @param outputs outputs of one sample, or classes
 * @param activation of the hidden layers
 * @param loss what training minimises; it decides the output layer too
 * @param weightDecay what every update takes away of a weight, as a share of the learning rate; 0
 *     for none
 * @param seed of the weights
 */
public record DenseDesign(
    int inputs,
    List<Integer> hidden,
    int outputs,
    DenseActivation activation,
    DenseLoss loss,
    double weightDecay,
    long seed) {

  /**
   * @throws IllegalArgumentException if a size is less than 1, or the weight decay is negative
   */
  public DenseDesign {
    hidden = List.copyOf(hidden);
    if (inputs < 1 || outputs < 1 || hidden.stream().anyMatch(width -> width < 1)) {
      throw new IllegalArgumentException(
          "DenseDesign: %d → %s → %d".formatted(inputs, hidden, outputs));
    }
    if (!(weightDecay >= 0)) {
      throw new IllegalArgumentException("DenseDesign: weight decay " + weightDecay);
    }
  }

  /** The same with other hidden layers, on so many inputs. */
  public DenseDesign withLayers(int newInputs, List<Integer> newHidden) {
    return new DenseDesign(newInputs, newHidden, outputs, activation, loss, weightDecay, seed);
  }

  /** The same network for real numbers that are fitted by least squares. */
  public DenseDesign withRegression(int newOutputs) {
    return new DenseDesign(
        inputs, hidden, newOutputs, activation, DenseLoss.MEAN_SQUARED_ERROR, weightDecay, seed);
  }

  /** Trainable parameters. */
  public long parameters() {
    long sum = 0;
    long width = inputs;
    for (int next : hidden) {
      sum += width * next;
      width = next;
    }
    return sum + width * outputs + (loss == DenseLoss.MEAN_SQUARED_ERROR ? outputs : 0);
  }
}
