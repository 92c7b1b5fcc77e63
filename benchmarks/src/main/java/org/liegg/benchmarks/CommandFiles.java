package org.liegg.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.liegg.api.Batch;
import org.liegg.data.NpyWriter;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What whole commands are measured on: an untrained network of two hidden layers of 64, as {@code
 * model.zip} and as the arrays {@code W0.npy}, {@code b0.npy}, … for programs that know no
 * Deeplearning4j, and normal samples, {@code x.npy}. An untrained network has no symmetry: no
 * shortcut is taken on it.
 */
public final class CommandFiles {

  private CommandFiles() {}

  /**
   * Writes the files.
   *
   * @param arguments a folder, the number of inputs, of outputs, and of samples
   */
  public static void main(String... arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    int inputs = Integer.parseInt(arguments[1]);
    int outputs = Integer.parseInt(arguments[2]);
    int samples = Integer.parseInt(arguments[3]);
    MultiLayerNetwork network =
        new DenseTask(Activation.TANH, samples, samples, inputs, 64, 64, outputs).build();
    ModelSerializer.writeModel(network, folder.resolve("model.zip").toFile(), false);
    for (int layer = 0; layer < network.getnLayers(); layer++) {
      write(folder.resolve("W" + layer + ".npy"), network.getParam(layer + "_W"));
      write(folder.resolve("b" + layer + ".npy"), network.getParam(layer + "_b"));
    }
    NpyWriter.write(folder.resolve("x.npy"), normal(samples, inputs));
  }

  private static void write(Path file, INDArray values) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    double[][] rows =
        values.rank() == 1 ? new double[][] {values.toDoubleVector()} : values.toDoubleMatrix();
    NpyWriter.write(file, rows);
  }

  private static Batch normal(int samples, int inputs) {
    Random random = new Random(1);
    double[] values = new double[samples * inputs];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian();
    }
    return new Batch(samples, inputs, values);
  }
}
