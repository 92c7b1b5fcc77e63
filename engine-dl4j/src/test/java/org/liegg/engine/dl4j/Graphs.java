package org.liegg.engine.dl4j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.L2NormalizeVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.ShiftVertex;
import org.deeplearning4j.nn.conf.graph.StackVertex;
import org.deeplearning4j.nn.conf.graph.SubsetVertex;
import org.deeplearning4j.nn.conf.graph.UnstackVertex;
import org.deeplearning4j.nn.conf.graph.rnn.DuplicateToTimeSeriesVertex;
import org.deeplearning4j.nn.conf.graph.rnn.LastTimeStepVertex;
import org.deeplearning4j.nn.conf.graph.rnn.ReverseTimeSeriesVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Graphs with branches. */
public final class Graphs {

  private Graphs() {}

  /** Merges, adds, multiplies, and uses one layer four times. */
  static ComputationGraph branches() {
    return LayerNets.of(
        LayerNets.graph()
            .addInputs("x")
            .setInputTypes(InputType.feedForward(4))
            .addLayer("trunk", dense(5), "x")
            .addLayer("left", dense(5), "trunk")
            .addLayer("norm", new BatchNormalization(), "trunk")
            .addVertex(
                "sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "left", "norm", "trunk")
            .addVertex(
                "product", new ElementWiseVertex(ElementWiseVertex.Op.Product), "left", "sum")
            .addVertex(
                "difference", new ElementWiseVertex(ElementWiseVertex.Op.Subtract), "sum", "norm")
            .addVertex("scaled", new ScaleVertex(1.5), "difference")
            .addVertex("shifted", new ShiftVertex(0.5), "scaled")
            .addVertex("unit", new L2NormalizeVertex(), "shifted")
            .addVertex("all", new MergeVertex(), "product", "unit", "x")
            .addVertex("some", new SubsetVertex(1, 9), "all")
            .addLayer("out", LayerKind.classifier(3), "some")
            .setOutputs("out"));
  }

  /** Runs both halves of a stack through one layer. */
  static ComputationGraph stacked() {
    return LayerNets.of(
        LayerNets.graph()
            .addInputs("x")
            .setInputTypes(InputType.feedForward(4))
            .addLayer("first", dense(5), "x")
            .addLayer("second", dense(5), "x")
            .addVertex("stack", new StackVertex(), "first", "second")
            .addLayer("shared", dense(6), "stack")
            .addVertex("half", new UnstackVertex(0, 2), "shared")
            .addVertex("other", new UnstackVertex(1, 2), "shared")
            .addVertex("both", new MergeVertex(), "half", "other")
            .addLayer("out", LayerKind.classifier(3), "both")
            .setOutputs("out"));
  }

  /** Two inputs: an image and a vector. */
  static ComputationGraph twoInputs() {
    return LayerNets.of(
        LayerNets.graph()
            .addInputs("image", "vector")
            .setInputTypes(InputType.convolutional(4, 4, 1), InputType.feedForward(3))
            .addLayer(
                "conv",
                new ConvolutionLayer.Builder(2, 2).nOut(2).activation(Activation.TANH).build(),
                "image")
            .addLayer("flat", dense(4), "conv")
            .addLayer("dense", dense(4), "vector")
            .addVertex("both", new MergeVertex(), "flat", "dense")
            .addLayer("out", LayerKind.classifier(2), "both")
            .setOutputs("out"));
  }

  /** Two outputs, of which one depends on a hidden layer of the other. */
  static ComputationGraph twoOutputs() {
    return LayerNets.of(
        LayerNets.graph()
            .addInputs("x")
            .setInputTypes(InputType.feedForward(4))
            .addLayer("trunk", dense(5), "x")
            .addLayer("class", LayerKind.classifier(3), "trunk")
            .addLayer(
                "value",
                new OutputLayer.Builder(LossFunctions.LossFunction.MSE)
                    .nOut(2)
                    .activation(Activation.IDENTITY)
                    .build(),
                "trunk")
            .setOutputs("class", "value"));
  }

  /** A word and a vector. */
  static ComputationGraph embedding() {
    return LayerNets.of(
        LayerNets.graph()
            .addInputs("word", "vector")
            .addLayer("lookup", new EmbeddingLayer.Builder().nIn(7).nOut(3).build(), "word")
            .addLayer(
                "dense",
                new DenseLayer.Builder().nIn(4).nOut(3).activation(Activation.TANH).build(),
                "vector")
            .addVertex(
                "product", new ElementWiseVertex(ElementWiseVertex.Op.Product), "lookup", "dense")
            .addLayer(
                "out",
                new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                    .nIn(3)
                    .nOut(2)
                    .activation(Activation.SOFTMAX)
                    .build(),
                "product")
            .setOutputs("out"));
  }

  /** Encoder and decoder of a time series of 3 × 4. */
  static ComputationGraph encoderDecoder() {
    return LayerNets.of(
        LayerNets.graph()
            .addInputs("x")
            .setInputTypes(InputType.recurrent(3, 4))
            .addLayer(
                "encoder", new LSTM.Builder().nOut(3).activation(Activation.TANH).build(), "x")
            .addVertex("reversed", new ReverseTimeSeriesVertex(), "encoder")
            .addVertex("last", new LastTimeStepVertex("x"), "reversed")
            .addVertex("copies", new DuplicateToTimeSeriesVertex("x"), "last")
            .addVertex("both", new MergeVertex(), "copies", "encoder")
            .addLayer(
                "decoder", new LSTM.Builder().nOut(3).activation(Activation.TANH).build(), "both")
            .addLayer("out", LayerKind.everyTime(), "decoder")
            .setOutputs("out"));
  }

  public static Path save(ComputationGraph graph, Path directory) {
    Path path = directory.resolve("graph.zip");
    try {
      graph.save(path.toFile(), true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return path;
  }

  private static DenseLayer dense(int outputs) {
    return new DenseLayer.Builder().nOut(outputs).activation(Activation.TANH).build();
  }
}
