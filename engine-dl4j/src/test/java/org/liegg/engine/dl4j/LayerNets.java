package org.liegg.engine.dl4j;

import java.util.Random;
import org.deeplearning4j.nn.api.OptimizationAlgorithm;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Networks of all kinds of layers, with seeded weights and statistics. */
public final class LayerNets {
  private static final long SEED = 911;

  private LayerNets() {}

  /** Layers whose sizes and preprocessors follow from the type of the input. */
  public static MultiLayerNetwork of(InputType type, Layer... layers) {
    NeuralNetConfiguration.ListBuilder list = builder().list();
    for (Layer layer : layers) {
      list.layer(layer);
    }
    MultiLayerNetwork network = new MultiLayerNetwork(list.setInputType(type).build());
    network.init();
    randomise(network.params(), network.getLayers());
    return network;
  }

  /** Starts a graph. */
  public static ComputationGraphConfiguration.GraphBuilder graph() {
    return builder().graphBuilder();
  }

  /** Finishes a graph. */
  public static ComputationGraph of(ComputationGraphConfiguration.GraphBuilder graph) {
    ComputationGraph network = new ComputationGraph(graph.build());
    network.init();
    randomise(network.params(), network.getLayers());
    return network;
  }

  private static NeuralNetConfiguration.Builder builder() {
    return new NeuralNetConfiguration.Builder()
        .seed(SEED)
        .dataType(DataType.DOUBLE)
        .optimizationAlgo(OptimizationAlgorithm.STOCHASTIC_GRADIENT_DESCENT);
  }

  /** Biases, gains and running statistics are random too, as training makes them. */
  private static void randomise(INDArray parameters, org.deeplearning4j.nn.api.Layer[] layers) {
    Random random = new Random(SEED);
    for (long i = 0; i < parameters.length(); i++) {
      parameters.putScalar(i, parameters.getDouble(i) + 0.2 * random.nextGaussian());
    }
    for (org.deeplearning4j.nn.api.Layer layer : layers) {
      if (layer.conf().getLayer() instanceof BatchNormalization norm) {
        INDArray spread =
            layer.getParam(
                norm.isUseLogStd()
                    ? BatchNormalizationParamInitializer.GLOBAL_LOG_STD
                    : BatchNormalizationParamInitializer.GLOBAL_VAR);
        for (long i = 0; i < spread.length(); i++) {
          spread.putScalar(
              i, norm.isUseLogStd() ? random.nextGaussian() / 4 : 0.3 + random.nextDouble());
        }
      }
    }
  }
}
