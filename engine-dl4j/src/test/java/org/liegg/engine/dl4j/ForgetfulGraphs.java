package org.liegg.engine.dl4j;

import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.ReshapeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffLambdaVertex;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/**
 * A graph whose own copies are another function.
 *
 * @param name what they forget
 * @param graph the graph
 * @param shape of one sample
 */
public record ForgetfulGraphs(String name, ComputationGraph graph, List<Integer> shape) {

  public static Stream<ForgetfulGraphs> all() {
    return Stream.of(
        new ForgetfulGraphs("channels are last in images", images(), List.of(2, 3, 2)),
        new ForgetfulGraphs("channels are last in series", series(), List.of(4, 3)),
        new ForgetfulGraphs("columns come first", columnsFirst(), List.of(4)));
  }

  /** Two branches on an image: merged along another axis, as many values in another order. */
  private static ComputationGraph images() {
    return LayerNets.of(
        LayerNets.graph()
            .addInputs("x")
            .setInputTypes(InputType.convolutional(2, 3, 2, CNN2DFormat.NHWC))
            .addLayer("left", convolution(), "x")
            .addLayer("right", convolution(), "x")
            .addVertex("both", new MergeVertex(), "left", "right")
            .addLayer("out", LayerKind.classifier(3), "both")
            .setOutputs("out"));
  }

  private static ComputationGraph series() {
    return LayerNets.of(
        LayerNets.graph()
            .addInputs("x")
            .setInputTypes(InputType.recurrent(3, 4, RNNFormat.NWC))
            .addLayer("left", lstm(RNNFormat.NWC).build(), "x")
            .addLayer("right", lstm(RNNFormat.NWC).build(), "x")
            .addVertex("both", new MergeVertex(), "left", "right")
            .addLayer("out", everyTime(RNNFormat.NWC).build(), "both")
            .setOutputs("out"));
  }

  private static ComputationGraph columnsFirst() {
    return LayerNets.of(
        vectors()
            .addVertex("matrix", new ReshapeVertex('f', new int[] {-1, 2, 2}, null), "dense")
            .addLayer("lstm", lstm(RNNFormat.NCW).nIn(2).build(), "matrix")
            .addLayer("out", everyTime(RNNFormat.NCW).nIn(3).build(), "lstm")
            .setOutputs("out"));
  }

  /** Multiplies by 3 in a vertex of the user's own, whose copies multiply by 1. */
  public static ComputationGraph factor() {
    return LayerNets.of(
        vectors()
            .addVertex("factor", Factor.of(3), "dense")
            .addLayer(
                "out",
                new DenseLayer.Builder().nIn(4).nOut(2).activation(Activation.TANH).build(),
                "factor")
            .setOutputs("out"));
  }

  private static GraphBuilder vectors() {
    return LayerNets.graph()
        .addInputs("x")
        .addLayer(
            "dense",
            new DenseLayer.Builder().nIn(4).nOut(4).activation(Activation.TANH).build(),
            "x");
  }

  private static ConvolutionLayer convolution() {
    return new ConvolutionLayer.Builder(1, 1)
        .nOut(2)
        .activation(Activation.TANH)
        .dataFormat(CNN2DFormat.NHWC)
        .build();
  }

  private static LSTM.Builder lstm(RNNFormat format) {
    return new LSTM.Builder().nOut(3).activation(Activation.TANH).dataFormat(format);
  }

  private static RnnOutputLayer.Builder everyTime(RNNFormat format) {
    return new RnnOutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
        .nOut(2)
        .activation(Activation.SOFTMAX)
        .dataFormat(format);
  }

  @Override
  public String toString() {
    return name;
  }

  /** Multiplies by a number, of which copies by its own {@code clone()} do not know. */
  public static final class Factor extends SameDiffLambdaVertex {
    private static final long serialVersionUID = 1L;

    private double factor = 1;

    /** As {@code clone()} wants it. */
    public Factor() {}

    static Factor of(double factor) {
      Factor vertex = new Factor();
      vertex.factor = factor;
      return vertex;
    }

    @Override
    public SDVariable defineVertex(SameDiff sameDiff, VertexInputs inputs) {
      return inputs.getInput(0).mul(factor);
    }
  }
}
