package org.liegg.engine.dl4j.graph;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.liegg.api.ModelException;
import org.liegg.api.Precision;
import org.liegg.engine.dl4j.image.ImageInput;
import org.liegg.engine.dl4j.image.ImageNetwork;
import org.liegg.engine.dl4j.session.JacobianKernel;
import org.liegg.engine.dl4j.session.ModelFaults;
import org.liegg.engine.dl4j.session.Text;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * All that a kernel on a graph is made from. The configuration is prepared for inference, and
 * copied for every graph made from it.
 *
 * @param configuration of the whole graph
 * @param parameters all its parameters
 * @param output the vertex whose value is differentiated
 * @param inputs all inputs, in the graph's order
 * @param faults words what goes wrong
 */
record GraphPlan(
    ComputationGraphConfiguration configuration,
    double[] parameters,
    String output,
    List<GraphInput> inputs,
    ModelFaults faults) {

  /** The parameters as an array in this arithmetic; empty where there are none. */
  INDArray array(Precision precision) {
    return parameters.length == 0
        ? Nd4j.empty(type(precision))
        : Nd4j.createFromArray(parameters).castTo(type(precision)).reshape(1, parameters.length);
  }

  /**
   * A graph of one's own on these parameters, which are shared and not changed.
   *
   * @throws org.liegg.api.ModelException if Deeplearning4j cannot make it
   */
  ComputationGraph graph(INDArray shared) {
    try {
      ComputationGraphConfiguration own = FaithfulCopies.of(configuration, faults);
      own.setDataType(shared.dataType());
      ComputationGraph graph = new ComputationGraph(own);
      graph.init(shared.isEmpty() ? null : shared, false);
      graph.initGradientsView();
      return graph;
    } catch (ModelException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw faults.unsupported(
          "Deeplearning4j cannot make it: " + Text.message(e),
          "see whether Deeplearning4j itself opens it",
          e);
    }
  }

  /**
   * The network up to the output in Java, where all its layers are known there; parameters must be
   * as many as the graph takes.
   */
  Optional<ImageNetwork> image() {
    List<ImageInput> taken =
        inputs.stream()
            .map(input -> new ImageInput(input.name(), input.shape(), input.from(), input.varies()))
            .toList();
    return ImageNetwork.of(configuration, parameters, taken, output);
  }

  /** A kernel in this arithmetic: in Java where that is possible, else by Deeplearning4j. */
  JacobianKernel kernel(Precision precision) {
    return image()
        .map(network -> network.kernel(precision))
        .orElseGet(() -> new GraphKernel(this, precision));
  }

  /** The same with another output. */
  GraphPlan to(String vertex) {
    return new GraphPlan(configuration, parameters, vertex, inputs, faults);
  }

  /** Length of a sample, all inputs together. */
  int sampleSize() {
    return inputs.stream().mapToInt(GraphInput::size).sum();
  }

  /** Deeplearning4j's name for an arithmetic. */
  static DataType type(Precision precision) {
    return precision == Precision.FLOAT ? DataType.FLOAT : DataType.DOUBLE;
  }
}
