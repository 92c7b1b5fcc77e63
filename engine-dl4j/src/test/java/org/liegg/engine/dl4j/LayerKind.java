package org.liegg.engine.dl4j;

import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.liegg.api.Batch;
import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/**
 * A network that shows a kind of layer.
 *
 * @param name what it shows
 * @param shape of a sample
 * @param type the same, as Deeplearning4j calls it
 * @param layers of the network
 */
public record LayerKind(String name, List<Integer> shape, InputType type, Layer... layers) {

  /** Vectors of 4. */
  static LayerKind vector(String name, Layer... layers) {
    return new LayerKind(name, List.of(4), InputType.feedForward(4), layers);
  }

  /** Two channels of 6 × 5. */
  static LayerKind image(String name, Layer... layers) {
    return new LayerKind(name, List.of(2, 6, 5), InputType.convolutional(6, 5, 2), layers);
  }

  /** The same, channels last. */
  static LayerKind imageChannelsLast(String name, Layer... layers) {
    InputType type = InputType.convolutional(6, 5, 2, CNN2DFormat.NHWC);
    return new LayerKind(name, List.of(6, 5, 2), type, layers);
  }

  /** Three values at 5 times. */
  static LayerKind series(String name, Layer... layers) {
    return new LayerKind(name, List.of(3, 5), InputType.recurrent(3, 5), layers);
  }

  public MultiLayerNetwork network() {
    return LayerNets.of(type, layers);
  }

  public ModelOptions options(Precision precision) {
    return new ModelOptions(precision).withDataShape(ModelOptions.ANY_INPUT, shape);
  }

  /** Samples as Deeplearning4j takes them. */
  INDArray array(Batch batch) {
    long[] all = new long[shape.size() + 1];
    all[0] = batch.rows();
    for (int i = 0; i < shape.size(); i++) {
      all[i + 1] = shape.get(i);
    }
    return Nets.array(batch, DataType.DOUBLE).reshape('c', all);
  }

  public Batch samples(int count) {
    int size = shape.stream().reduce(1, (a, b) -> a * b);
    Random random = new Random(31);
    return new Batch(count, size, random.doubles((long) count * size, -1.5, 1.5).toArray());
  }

  public static DenseLayer.Builder dense(int outputs) {
    return new DenseLayer.Builder().nOut(outputs).activation(Activation.TANH);
  }

  static ConvolutionLayer.Builder convolution(int channels) {
    return new ConvolutionLayer.Builder(2, 2).nOut(channels).activation(Activation.TANH);
  }

  public static OutputLayer classifier(int outputs) {
    return new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
        .nOut(outputs)
        .activation(Activation.SOFTMAX)
        .build();
  }

  static RnnOutputLayer everyTime() {
    return new RnnOutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
        .nOut(2)
        .activation(Activation.SOFTMAX)
        .build();
  }

  static GlobalPoolingLayer mean() {
    return new GlobalPoolingLayer(PoolingType.AVG);
  }

  @Override
  public String toString() {
    return name;
  }
}
