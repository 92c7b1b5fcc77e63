package org.liegg.engine.dl4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Joins layers and parameters to a chain. Deeplearning4j keeps all parameters in one vector: layer
 * after layer, weights {@code inputs × outputs} in column order, then the bias.
 */
final class ChainBuilder {
  private final List<LayerPlan> layers;
  private final ModelFaults faults;
  private final int inputs;
  private final int outputs;
  private final long parameters;

  /**
   * @throws org.liegg.api.ModelException if the sizes of neighbouring layers do not fit
   */
  ChainBuilder(List<LayerPlan> layers, ModelFaults faults) {
    this.layers = layers;
    this.faults = faults;
    int first = 0;
    int last = 0;
    long sum = 0;
    for (LayerPlan layer : layers) {
      if (layer.affine().isPresent()) {
        LayerPlan.Shape shape = layer.affine().get();
        if (last != 0 && shape.inputs() != last) {
          throw faults.corrupt(
              "a layer of %d inputs follows %d outputs".formatted(shape.inputs(), last));
        }
        first = first == 0 ? shape.inputs() : first;
        last = shape.outputs();
        sum += shape.parameters();
      }
    }
    if (first == 0) {
      throw faults.unsupported("no layer has weights");
    }
    this.inputs = first;
    this.outputs = last;
    this.parameters = sum;
  }

  /** How many parameters the layers take. */
  long parameters() {
    return parameters;
  }

  /**
   * The chain with these parameters, which are copied.
   *
   * @throws org.liegg.api.ModelException if their number is another
   */
  DenseChain build(double[] values) {
    if (values.length != parameters) {
      throw faults.corrupt(
          "%d parameters, the layers take %d".formatted(values.length, parameters));
    }
    List<Step> steps = new ArrayList<>();
    int at = 0;
    for (LayerPlan layer : layers) {
      if (layer.affine().isPresent()) {
        LayerPlan.Shape shape = layer.affine().get();
        int bias = at + shape.inputs() * shape.outputs();
        steps.add(
            new Affine(
                shape.inputs(),
                shape.outputs(),
                Arrays.copyOfRange(values, at, bias),
                shape.hasBias()
                    ? Arrays.copyOfRange(values, bias, bias + shape.outputs())
                    : new double[shape.outputs()]));
        at = (int) (at + shape.parameters());
      }
      layer.activation().ifPresent(steps::add);
    }
    return new DenseChain(inputs, outputs, steps);
  }
}
