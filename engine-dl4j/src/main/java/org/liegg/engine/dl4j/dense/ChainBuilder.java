package org.liegg.engine.dl4j.dense;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.liegg.engine.dl4j.session.ModelFaults;

/**
 * Joins layers and parameters to a chain. Deeplearning4j keeps all parameters in one vector: layer
 * after layer, weights {@code inputs × outputs} in column order, then the bias.
 */
public final class ChainBuilder {
  private final List<LayerPlan> layers;
  private final ModelFaults faults;
  private final int inputs;
  private final long parameters;

  /**
   * @throws org.liegg.api.ModelException if the sizes of neighbouring layers do not fit
   */
  public ChainBuilder(List<LayerPlan> layers, ModelFaults faults) {
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
    this.inputs = first;
    this.parameters = sum;
  }

  /** How many parameters the layers take. */
  public long parameters() {
    return parameters;
  }

  /** The layers, first to last. */
  List<LayerPlan> layers() {
    return layers;
  }

  /** Length of a sample. */
  int inputs() {
    return inputs;
  }

  /** Length of a layer's output. */
  int outputs(int layer) {
    int outputs = inputs;
    for (LayerPlan plan : layers.subList(0, layer + 1)) {
      outputs = plan.affine().map(LayerPlan.Shape::outputs).orElse(outputs);
    }
    return outputs;
  }

  /**
   * The chain with these parameters, which are copied.
   *
   * @param values all parameters of the network
   * @param last the layer whose output is the chain's
   * @param logits whether the last activation is left off
   * @throws org.liegg.api.ModelException if the number of parameters is another
   */
  DenseChain build(double[] values, int last, boolean logits) {
    if (values.length != parameters) {
      throw faults.corrupt(
          "%d parameters, the layers take %d".formatted(values.length, parameters));
    }
    List<Step> steps = new ArrayList<>();
    int at = 0;
    for (LayerPlan layer : layers.subList(0, last + 1)) {
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
    if (logits && !steps.isEmpty() && steps.get(steps.size() - 1) instanceof Activation) {
      steps.remove(steps.size() - 1);
    }
    return new DenseChain(inputs, outputs(last), steps);
  }
}
