package org.liegg.engine.keras;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Layers that shift and scale, against Keras's equations in plain loops. */
class NormalizationLayersTest {
  private static final Tensor MEAN = new Tensor(new int[] {3}, new double[] {1, -2, 0.5});
  private static final Tensor VARIANCE = new Tensor(new int[] {3}, new double[] {4, 0.25, 2});

  @TempDir Path directory;

  /** A layer that has its mean and variance from training. */
  private static KerasFiles adapted(String shape, String settings) {
    return KerasFiles.chain(shape)
        .layer("Normalization", "norm", settings + ",'mean':null,'variance':null")
        .weight("mean", MEAN)
        .weight("variance", VARIANCE)
        .weight("count", Tensor.zeros());
  }

  @Test
  void whatTrainingFound() {
    KerasFiles files = adapted("3", "'axis':[-1]");
    check(files, x -> each(x, (v, i) -> (v - MEAN.get(i)) / Math.sqrt(VARIANCE.get(i))));
  }

  @Test
  void backwards() {
    KerasFiles files = adapted("2,3", "'axis':-1,'invert':true");
    check(files, x -> each(x, (v, i) -> v * Math.sqrt(VARIANCE.get(i % 3)) + MEAN.get(i % 3)));
  }

  @Test
  void whatTheSettingsSay() {
    KerasFiles files =
        KerasFiles.chain("2,3")
            .layer("Normalization", "norm", "'axis':[1],'mean':[[1.0],[2.0]],'variance':4.0");
    check(files, x -> each(x, (v, i) -> (v - (i < 3 ? 1 : 2)) / 2));
  }

  @Test
  void oneMeanForAll() {
    KerasFiles files =
        KerasFiles.chain("3")
            .layer("Normalization", "norm", "'axis':null,'mean':3.0,'variance':16.0");
    check(files, x -> x.map(v -> (v - 3) / 4));
  }

  @Test
  void rescaling() {
    KerasFiles files =
        KerasFiles.chain("2,2,1").layer("Rescaling", "scale", "'scale':0.25,'offset':-1");
    check(files, x -> x.map(v -> v / 4 - 1));
  }

  @Test
  void layerNormalization() {
    KerasFiles files =
        KerasFiles.chain("2,3")
            .layer(
                "LayerNormalization",
                "norm",
                "'axis':[2],'epsilon':0.01,'center':true,'scale':true")
            .weight("gamma", 3)
            .weight("beta", 3);
    check(
        files,
        x -> {
          Tensor y = Tensor.zeros(2, 3);
          for (int row = 0; row < 2; row++) {
            double mean = (x.get(row, 0) + x.get(row, 1) + x.get(row, 2)) / 3;
            double variance = 0;
            for (int i = 0; i < 3; i++) {
              variance += Math.pow(x.get(row, i) - mean, 2) / 3;
            }
            for (int i = 0; i < 3; i++) {
              double z = (x.get(row, i) - mean) / Math.sqrt(variance + 0.01);
              y.add(
                  z * files.get("norm", "gamma").get(i) + files.get("norm", "beta").get(i), row, i);
            }
          }
          return y;
        });
  }

  @Test
  void batchNormalizationOfTheFirstAxis() {
    KerasFiles files =
        KerasFiles.chain("2,3")
            .layer("BatchNormalization", "bn", Settings.batchNorm(1))
            .weight("gamma", 2)
            .weight("beta", 2)
            .weight("moving_mean", 2)
            .weight("moving_variance", new Tensor(new int[] {2}, new double[] {0.5, 3}));
    check(files, x -> each(x, (v, i) -> normalized(files, v, i / 3)));
  }

  private static double normalized(KerasFiles files, double x, int channel) {
    double deviation = Math.sqrt(files.get("bn", "moving_variance").get(channel) + 0.01);
    double z = (x - files.get("bn", "moving_mean").get(channel)) / deviation;
    return files.get("bn", "gamma").get(channel) * z + files.get("bn", "beta").get(channel);
  }

  @Test
  void unitLength() {
    KerasFiles files = KerasFiles.chain("2,3").layer("UnitNormalization", "norm", "'axis':[-1]");
    check(
        files,
        x ->
            each(
                x,
                (v, i) -> {
                  double squares = 0;
                  for (int j = 0; j < 3; j++) {
                    squares += Math.pow(x.get(i / 3, j), 2);
                  }
                  return v / Math.sqrt(squares);
                }));
  }

  private interface Place {
    double at(double value, int index);
  }

  private static Tensor each(Tensor x, Place function) {
    double[] y = new double[x.values().length];
    for (int i = 0; i < y.length; i++) {
      y[i] = function.at(x.values()[i], i);
    }
    return new Tensor(x.shape(), y);
  }

  private void check(KerasFiles files, UnaryOperator<Tensor> expected) {
    Imports.check(directory, files, expected);
  }
}
