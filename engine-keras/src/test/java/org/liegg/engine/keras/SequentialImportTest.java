package org.liegg.engine.keras;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The imported network computes what Keras computes. */
class SequentialImportTest {
  @TempDir Path directory;

  @Test
  void denseAndSoftmax() {
    KerasFiles files =
        KerasFiles.chain("5")
            .dense("dense", 5, 7, "tanh")
            .layer("Dropout", "dropout", "'rate':0.5,'noise_shape':null,'seed':null")
            .dense("dense_1", 7, 3, "softmax");
    Imports.check(
        directory,
        files,
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
          KerasFiles.chain("7,6,2")
              .layer(
                  "Conv2D",
                  "conv2d",
                  Settings.conv(3, "3,2", "1,1", "2,2", same ? "same" : "valid", "linear"))
              .affine(3, 2, 2, 3)
              .layer("GlobalAveragePooling2D", "pool", "'data_format':'channels_last'");
      Imports.check(
          directory, files, x -> Reference.mean(Reference.conv(x, files, "conv2d", 1, 2, same)));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"GlobalMaxPooling2D|4,6,3|,'keepdims':false", "GlobalMaxPooling1D|8,3|\"\""},
      quoteCharacter = '"')
  void theLargestOfEachChannel(String type, String shape, String more) {
    KerasFiles files =
        KerasFiles.chain(shape).layer(type, "pool", "'data_format':'channels_last'" + more);
    Imports.check(directory, files, Reference::largest);
  }

  @Test
  void batchNormalizationOfVectors() {
    KerasFiles files = normalising("4", 1, 4).layer("Activation", "it", "'activation':'tanh'");
    Imports.check(directory, files, x -> normalised(files, x).map(Math::tanh));
  }

  @Test
  void batchNormalizationOfImages() {
    KerasFiles files =
        normalising("5,4,3", 3, 3)
            .layer("ReLU", "relu", "'max_value':null,'negative_slope':0.25,'threshold':0.0");
    Imports.check(directory, files, x -> normalised(files, x).map(v -> v > 0 ? v : v / 4));
  }

  private static KerasFiles normalising(String shape, int axis, int features) {
    Tensor variance = Tensor.random(new Random(1), features).map(value -> 0.25 + value * value);
    return KerasFiles.chain(shape)
        .layer("BatchNormalization", "bn", Settings.batchNorm(axis))
        .weight("gamma", features)
        .weight("beta", features)
        .weight("moving_mean", features)
        .weight("moving_variance", variance.map(value -> (float) value));
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
        KerasFiles.chain("24")
            .layer("Reshape", "reshape", "'target_shape':[3,-1,2]")
            .layer("Conv2D", "conv2d", Settings.conv(2, "2,2", "1,1", "1,1", "valid", "linear"))
            .affine(2, 2, 2, 2)
            .layer("Flatten", "flatten", "'data_format':'channels_last'");
    Imports.check(
        directory,
        files,
        x -> Reference.conv(x.reshape(3, 4, 2), files, "conv2d", 1, 1, false).reshape(12));
  }
}
