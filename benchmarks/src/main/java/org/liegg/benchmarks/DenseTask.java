package org.liegg.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.liegg.api.Batch;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** A network of dense layers, and the samples to take through it. */
record DenseTask(Activation activation, int samples, int batch, int... widths) {

  static DenseTask of(String name) {
    return switch (name) {
      case "784-128x5-10" ->
          new DenseTask(Activation.RELU, 2000, 200, 784, 128, 128, 128, 128, 128, 10);
      case "10-64-64-1" -> new DenseTask(Activation.SWISH, 100_000, 2000, 10, 64, 64, 1);
      default -> throw new IllegalArgumentException(name);
    };
  }

  MultiLayerNetwork build() {
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder()
            .seed(1)
            .dataType(DataType.FLOAT)
            .weightInit(WeightInit.XAVIER)
            .list();
    int last = widths.length - 1;
    for (int i = 1; i < last; i++) {
      layers.layer(
          new DenseLayer.Builder()
              .nIn(widths[i - 1])
              .nOut(widths[i])
              .activation(activation)
              .build());
    }
    layers.layer(
        new OutputLayer.Builder(LossFunctions.LossFunction.MSE)
            .nIn(widths[last - 1])
            .nOut(widths[last])
            .activation(Activation.IDENTITY)
            .build());
    MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
    network.init();
    return network;
  }

  int outputs() {
    return widths[widths.length - 1];
  }

  /** The same network for TensorFlow, from {@code x} to {@code y}; other random weights. */
  Graph graph() {
    Random random = new Random(1);
    Graph graph = new Graph();
    Ops tf = Ops.create(graph);
    Operand<TFloat32> now =
        tf.withName("x")
            .placeholder(
                TFloat32.class, Placeholder.shape(Shape.of(Shape.UNKNOWN_SIZE, widths[0])));
    for (int i = 1; i < widths.length; i++) {
      now =
          tf.math.add(
              tf.linalg.matMul(now, weights(tf, random, i)),
              tf.zeros(tf.constant(new int[] {widths[i]}), TFloat32.class));
      if (i < widths.length - 1) {
        now =
            activation == Activation.RELU
                ? tf.nn.relu(now)
                : tf.math.mul(now, tf.math.sigmoid(now));
      }
    }
    tf.withName("y").identity(now);
    return graph;
  }

  private Operand<TFloat32> weights(Ops tf, Random random, int layer) {
    float[][] weights = new float[widths[layer - 1]][widths[layer]];
    for (float[] row : weights) {
      for (int i = 0; i < row.length; i++) {
        row[i] = (float) (random.nextGaussian() * Math.sqrt(2.0 / row.length));
      }
    }
    return tf.constant(weights);
  }

  /** Normal random samples. */
  List<Batch> batches() {
    List<Batch> batches = new ArrayList<>();
    Random random = new Random(1);
    int inputs = widths[0];
    for (int from = 0; from < samples; from += batch) {
      double[] values = new double[batch * inputs];
      for (int i = 0; i < values.length; i++) {
        values[i] = random.nextGaussian();
      }
      batches.add(new Batch(batch, inputs, values));
    }
    return batches;
  }
}
