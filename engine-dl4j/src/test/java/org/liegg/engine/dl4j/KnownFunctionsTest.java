package org.liegg.engine.dl4j;

import java.util.Optional;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Nested;
import org.liegg.api.Matrix;
import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.liegg.tck.KnownFunctionsContract;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Functions with known derivatives, as chains and as graphs. */
class KnownFunctionsTest {

  /** A network of one layer of these weights. */
  private interface Layers {
    ModelGradient open(Matrix weights, Activation activation, ModelOptions options);
  }

  /** Functions that are one layer, and those that take more. */
  private abstract static class OfOneLayer extends KnownFunctionsContract {
    private final Layers layers;

    OfOneLayer(Layers layers) {
      this.layers = layers;
    }

    private Optional<ModelGradient> layer(
        Matrix weights, Activation activation, Precision precision) {
      return Optional.of(layers.open(weights, activation, new ModelOptions(precision)));
    }

    @Override
    protected Optional<ModelGradient> cube(int size, Precision precision) {
      return layer(identity(size), Activation.CUBE, precision);
    }

    @Override
    protected Optional<ModelGradient> quadratic(Matrix q, Precision precision) {
      return Optional.empty();
    }

    @Override
    protected Optional<ModelGradient> softmax(Matrix w, Precision precision) {
      return layer(w, Activation.SOFTMAX, precision);
    }
  }

  @Nested
  class Chains extends OfOneLayer {
    Chains() {
      super(KnownFunctionsTest::chain);
    }
  }

  /** One layer. */
  private static ModelGradient chain(Matrix weights, Activation activation, ModelOptions options) {
    MultiLayerNetwork network =
        Nets.of(DataType.DOUBLE, linear(weights.columns(), weights.rows(), activation));
    set(network.getLayer(0).getParam("W"), weights);
    return Dl4jGradients.of(network, options);
  }

  @Nested
  class AsGraphs extends OfOneLayer {
    AsGraphs() {
      super(KnownFunctionsTest::graph);
    }

    /** Sum of x ∘ Qx. */
    @Override
    protected Optional<ModelGradient> quadratic(Matrix q, Precision precision) {
      int d = q.columns();
      ComputationGraph graph =
          LayerNets.of(
              start()
                  .addLayer("q", linear(d, d, Activation.IDENTITY), "x")
                  .addVertex(
                      "product", new ElementWiseVertex(ElementWiseVertex.Op.Product), "x", "q")
                  .addLayer("sum", linear(d, 1, Activation.IDENTITY), "product")
                  .setOutputs("sum"));
      set(graph.getLayer("q").getParam("W"), q);
      graph.getLayer("sum").getParam("W").assign(1);
      return Optional.of(Dl4jGradients.of(graph, new ModelOptions(precision)));
    }
  }

  private static ModelGradient graph(Matrix weights, Activation activation, ModelOptions options) {
    ComputationGraph graph =
        LayerNets.of(
            start()
                .addLayer("layer", linear(weights.columns(), weights.rows(), activation), "x")
                .setOutputs("layer"));
    set(graph.getLayer("layer").getParam("W"), weights);
    return Dl4jGradients.of(graph, options);
  }

  private static GraphBuilder start() {
    return LayerNets.graph().addInputs("x");
  }

  private static DenseLayer linear(int inputs, int outputs, Activation activation) {
    return new DenseLayer.Builder()
        .nIn(inputs)
        .nOut(outputs)
        .hasBias(false)
        .activation(activation)
        .build();
  }

  /** Deeplearning4j's weights are inputs × outputs. */
  private static void set(INDArray parameter, Matrix weights) {
    INDArray rows = Nd4j.createFromArray(weights.values());
    parameter.assign(rows.reshape('c', weights.rows(), weights.columns()).transpose());
  }

  private static Matrix identity(int size) {
    double[] values = new double[size * size];
    for (int i = 0; i < size; i++) {
      values[i * size + i] = 1;
    }
    return new Matrix(size, size, values);
  }
}
