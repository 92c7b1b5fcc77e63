package org.liegg.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.util.ModelSerializer;
import org.liegg.api.Batch;
import org.liegg.data.NpyWriter;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/**
 * What whole commands are measured on: an untrained network as {@code model.zip} and as the arrays
 * {@code W0.npy}, {@code b0.npy}, … for programs that know no Deeplearning4j, and samples, {@code
 * x.npy}. An untrained network has no symmetry: no shortcut is taken on it.
 *
 * <p>Vectors are normal, and go through two hidden layers of 64. Images of 28×28 are uniform noise,
 * and go through convolutions of 3×3 to 32 and to 64 channels, each with pooling, and a layer of
 * 128, to 10 outputs.
 */
public final class CommandFiles {
  private static final int SIDE = 28;

  private CommandFiles() {}

  /**
   * Writes the files.
   *
   * @param arguments a folder, the number of inputs, of outputs, and of samples; or a folder, the
   *     word {@code images}, and the number of samples
   */
  public static void main(String... arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    if (arguments[1].equals("images")) {
      int samples = Integer.parseInt(arguments[2]);
      write(folder, convolutions());
      NpyWriter.write(folder.resolve("x.npy"), samples(samples, SIDE * SIDE, Random::nextDouble));
    } else {
      int inputs = Integer.parseInt(arguments[1]);
      int outputs = Integer.parseInt(arguments[2]);
      int samples = Integer.parseInt(arguments[3]);
      write(
          folder,
          new DenseTask(Activation.TANH, samples, samples, inputs, 64, 64, outputs).build());
      NpyWriter.write(folder.resolve("x.npy"), samples(samples, inputs, Random::nextGaussian));
    }
  }

  private static MultiLayerNetwork convolutions() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(1)
                .dataType(DataType.FLOAT)
                .weightInit(WeightInit.XAVIER)
                .activation(Activation.RELU)
                .list()
                .layer(convolution(32))
                .layer(new SubsamplingLayer.Builder().kernelSize(2, 2).stride(2, 2).build())
                .layer(convolution(64))
                .layer(new SubsamplingLayer.Builder().kernelSize(2, 2).stride(2, 2).build())
                .layer(new DenseLayer.Builder().nOut(128).build())
                .layer(
                    new OutputLayer.Builder(LossFunctions.LossFunction.MSE)
                        .nOut(10)
                        .activation(Activation.IDENTITY)
                        .build())
                .setInputType(InputType.convolutional(SIDE, SIDE, 1))
                .build());
    network.init();
    return network;
  }

  private static ConvolutionLayer convolution(int channels) {
    return new ConvolutionLayer.Builder(3, 3)
        .convolutionMode(ConvolutionMode.Same)
        .nOut(channels)
        .build();
  }

  private static void write(Path folder, MultiLayerNetwork network) throws IOException {
    ModelSerializer.writeModel(network, folder.resolve("model.zip").toFile(), false);
    int written = 0;
    for (int layer = 0; layer < network.getnLayers(); layer++) {
      if (network.getLayer(layer).numParams() > 0) {
        write(folder.resolve("W" + written + ".npy"), network.getParam(layer + "_W"));
        write(folder.resolve("b" + written + ".npy"), network.getParam(layer + "_b"));
        written++;
      }
    }
  }

  /** A vector as one row; the weights of a convolution as a row for each of their channels. */
  private static void write(Path file, INDArray values) throws IOException {
    Files.deleteIfExists(file);
    INDArray rows = values.rank() == 1 ? values.reshape(1, values.length()) : values;
    NpyWriter.write(file, rows.dup('c').reshape(rows.size(0), -1).toDoubleMatrix());
  }

  private static Batch samples(int samples, int inputs, ToDoubleFunction<Random> number) {
    Random random = new Random(1);
    double[] values = new double[samples * inputs];
    for (int i = 0; i < values.length; i++) {
      values[i] = number.applyAsDouble(random);
    }
    return new Batch(samples, inputs, values);
  }
}
