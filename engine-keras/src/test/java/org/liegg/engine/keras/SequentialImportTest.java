package org.liegg.engine.keras;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The imported network computes what Keras computes. */
class SequentialImportTest {
  @TempDir Path directory;

  @Test
  void denseAndSoftmax() {
    KerasFiles files =
        new KerasFiles(Imports.SEED)
            .input("input_1", "5")
            .dense("dense", 5, 7, "tanh")
            .layer("Dropout", "dropout", "'rate':0.5,'noise_shape':null,'seed':null")
            .dense("dense_1", 7, 3, "softmax");
    Imports.check(
        files.write(directory),
        new int[] {5},
        x -> {
          Tensor h = Reference.dense(x, files, "dense");
          return Reference.softmax(Reference.dense(h.map(Math::tanh), files, "dense_1"));
        });
  }

  @Test
  void convolutionPoolingFlattenAndDense() {
    for (boolean same : new boolean[] {true, false}) {
      String padding = same ? "same" : "valid";
      KerasFiles files =
          new KerasFiles(Imports.SEED)
              .layer(
                  "Conv2D",
                  "conv2d",
                  Settings.input("9,8,2")
                      + ","
                      + Settings.conv(4, "3,2", "2,2", "1,1", padding, "relu"))
              .affine(3, 2, 2, 4)
              .layer("MaxPooling2D", "max_pooling2d", Settings.pool(2, 1, padding))
              .layer("AveragePooling2D", "average_pooling2d", Settings.pool(2, 2, padding))
              .layer("Flatten", "flatten", "'data_format':'channels_last'")
              .layer("Dense", "dense", Settings.dense(3, "linear"));
      int flat = same ? 3 * 2 * 4 : 4;
      files.affine(flat, 3);
      Imports.check(
          files.write(directory),
          new int[] {9, 8, 2},
          x -> {
            Tensor y = Reference.conv(x, files, "conv2d", 2, 1, same).map(Reference.RELU);
            y = Reference.pool(y, 2, 1, same, false);
            y = Reference.pool(y, 2, 2, same, true);
            return Reference.dense(y.reshape(flat), files, "dense");
          });
    }
  }

  @Test
  void dilatedConvolution() {
    for (boolean same : new boolean[] {true, false}) {
      KerasFiles files =
          new KerasFiles(Imports.SEED)
              .input("input_1", "7,6,2")
              .layer(
                  "Conv2D",
                  "conv2d",
                  Settings.conv(3, "3,2", "1,1", "2,2", same ? "same" : "valid", "linear"))
              .affine(3, 2, 2, 3)
              .layer("GlobalAveragePooling2D", "pool", "'data_format':'channels_last'");
      Imports.check(
          files.write(directory),
          new int[] {7, 6, 2},
          x -> Reference.mean(Reference.conv(x, files, "conv2d", 1, 2, same)));
    }
  }

  @Test
  void globalMaximum() {
    KerasFiles files =
        new KerasFiles(Imports.SEED)
            .input("input_1", "4,6,3")
            .layer("GlobalMaxPooling2D", "pool", "'data_format':'channels_last','keepdims':false");
    Imports.check(files.write(directory), new int[] {4, 6, 3}, Reference::largest);
  }

  @Test
  void batchNormalizationOfVectors() {
    KerasFiles files =
        new KerasFiles(Imports.SEED)
            .input("input_1", "4")
            .layer("BatchNormalization", "bn", Settings.batchNorm(1));
    statistics(files, 4);
    files.layer("Activation", "activation", "'activation':'tanh'");
    Imports.check(files.write(directory), new int[] {4}, x -> normalised(files, x).map(Math::tanh));
  }

  @Test
  void batchNormalizationOfImages() {
    KerasFiles files =
        new KerasFiles(Imports.SEED)
            .input("input_1", "5,4,3")
            .layer("BatchNormalization", "bn", Settings.batchNorm(3));
    statistics(files, 3);
    files.layer("ReLU", "relu", "'max_value':null,'negative_slope':0.25,'threshold':0.0");
    Imports.check(
        files.write(directory),
        new int[] {5, 4, 3},
        x -> normalised(files, x).map(value -> value > 0 ? value : value / 4));
  }

  private static void statistics(KerasFiles files, int features) {
    files.weight("gamma", features).weight("beta", features).weight("moving_mean", features);
    Tensor variance = Tensor.random(new Random(1), features).map(value -> 0.25 + value * value);
    files.weight("moving_variance", variance.map(value -> (float) value));
  }

  private static Tensor normalised(KerasFiles files, Tensor x) {
    return Reference.batchNorm(
        x,
        files.get("bn", "gamma"),
        files.get("bn", "beta"),
        files.get("bn", "moving_mean"),
        files.get("bn", "moving_variance"),
        0.01);
  }

  @Test
  void reshapeAndFlattenKeepTheOrder() {
    KerasFiles files =
        new KerasFiles(Imports.SEED)
            .input("input_1", "24")
            .layer("Reshape", "reshape", "'target_shape':[3,-1,2]")
            .layer("Conv2D", "conv2d", Settings.conv(2, "2,2", "1,1", "1,1", "valid", "linear"))
            .affine(2, 2, 2, 2)
            .layer("Flatten", "flatten", "'data_format':'channels_last'");
    Imports.check(
        files.write(directory),
        new int[] {24},
        x -> Reference.conv(x.reshape(3, 4, 2), files, "conv2d", 1, 1, false).reshape(12));
  }
}
