package org.liegg.engine.dl4j.graph;

import java.util.Arrays;
import java.util.Random;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.SubsetVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.GravesBidirectionalLSTM;
import org.deeplearning4j.nn.conf.layers.GravesLSTM;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.liegg.engine.dl4j.Nets;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Networks of what Deeplearning4j had before 1.0. */
@SuppressWarnings("deprecation")
public enum LegacyNets {
  CHAIN("4") {
    @Override
    public MultiLayerNetwork network() {
      return Nets.of(
          DataType.DOUBLE,
          Nets.dense(4, 6, Activation.LEAKYRELU),
          Nets.dense(6, 5, Activation.TANH),
          Nets.output(5, 3, Activation.SOFTMAX));
    }
  },
  GRAVES_LSTM("3x4") {
    @Override
    public MultiLayerNetwork network() {
      return recurrent(new GravesLSTM.Builder().nIn(3).nOut(4).activation(Activation.TANH).build());
    }
  },
  LSTM_LAYER("3x4") {
    @Override
    public MultiLayerNetwork network() {
      return recurrent(new LSTM.Builder().nIn(3).nOut(4).activation(Activation.TANH).build());
    }
  },
  BOTH_WAYS("3x4") {
    @Override
    public MultiLayerNetwork network() {
      return recurrent(
          new GravesBidirectionalLSTM.Builder()
              .nIn(3)
              .nOut(4)
              .activation(Activation.SIGMOID)
              .build());
    }
  },
  CONVOLUTIONAL("2x7x6") {
    @Override
    public MultiLayerNetwork network() {
      return images(new BatchNormalization.Builder().useLogStd(false).build());
    }
  },
  FROZEN("2x7x6") {
    @Override
    public MultiLayerNetwork network() {
      return images(new FrozenLayer(new BatchNormalization.Builder().useLogStd(false).build()));
    }
  },
  GRAPH("5") {
    @Override
    public ComputationGraph network() {
      ComputationGraph graph =
          new ComputationGraph(
              new NeuralNetConfiguration.Builder()
                  .dataType(DataType.DOUBLE)
                  .graphBuilder()
                  .addInputs("in")
                  .addLayer("dense", Nets.dense(5, 4, Activation.TANH), "in")
                  .addVertex("subset", new SubsetVertex(0, 3), "in")
                  .addVertex(
                      "sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "dense", "subset")
                  .addVertex("scaled", new ScaleVertex(1.5), "sum")
                  .addVertex("merged", new MergeVertex(), "scaled", "dense")
                  .addLayer("out", Nets.output(8, 2, Activation.SIGMOID), "merged")
                  .setOutputs("out")
                  .build());
      graph.init();
      return graph;
    }
  };

  private final String shape;

  LegacyNets(String shape) {
    this.shape = shape;
  }

  /** A network with random parameters. */
  public abstract Model network();

  /** Shape of one sample. */
  public long[] shape() {
    return Arrays.stream(shape.split("x")).mapToLong(Long::parseLong).toArray();
  }

  /** Random parameters, all above zero, as variances are. */
  private static <M extends Model> M filled(M network) {
    Random random = new Random(11);
    INDArray parameters = network.params();
    for (long i = 0; i < parameters.length(); i++) {
      parameters.putScalar(i, 0.1 + 0.4 * random.nextDouble());
    }
    return network;
  }

  private static MultiLayerNetwork recurrent(BaseRecurrentLayer layer) {
    return Nets.of(
        DataType.DOUBLE,
        layer,
        new RnnOutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
            .nIn(4)
            .nOut(2)
            .activation(Activation.SOFTMAX)
            .build());
  }

  private static MultiLayerNetwork images(Layer normalization) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .dataType(DataType.DOUBLE)
                .list()
                .layer(
                    new ConvolutionLayer.Builder(2, 2).nOut(3).activation(Activation.TANH).build())
                .layer(normalization)
                .layer(new SubsamplingLayer.Builder().kernelSize(2, 2).stride(2, 2).build())
                .layer(Nets.output(18, 3, Activation.IDENTITY))
                .setInputType(InputType.convolutional(7, 6, 2))
                .build());
    network.init();
    return filled(network);
  }
}
