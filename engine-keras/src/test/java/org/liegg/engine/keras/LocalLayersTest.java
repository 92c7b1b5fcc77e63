package org.liegg.engine.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Batch;
import org.liegg.api.Head;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;

/** Windows with weights of their own, windows by number, groups and kernels that are normalised. */
class LocalLayersTest {
  @TempDir Path directory;

  private static String windows(String sizes, String activation, boolean bias) {
    return sizes
        + ",'padding':'valid','data_format':'channels_last','activation':'%s','use_bias':%b"
            .formatted(activation, bias)
        + ",'implementation':1";
  }

  @Test
  void aMatrixAtEveryPlaceOfASeries() {
    String settings = windows("'filters':2,'kernel_size':[2],'strides':[2]", "tanh", true);
    KerasFiles files =
        KerasFiles.chain("5,3")
            .layer("LocallyConnected1D", "it", settings)
            .weight("kernel", 2, 6, 2)
            .weight("bias", 2, 2);
    Tensor kernel = files.get("it", "kernel");
    Tensor bias = files.get("it", "bias");
    Imports.check(
        directory,
        files,
        x ->
            Tensor.of(
                2,
                2,
                (t, o) ->
                    Math.tanh(
                        bias.get(t, o)
                            + Reference.sum(
                                6, in -> x.get(2 * t + in / 3, in % 3) * kernel.get(t, in, o)))));
  }

  @Test
  void aMatrixAtEveryPlaceOfAnImage() {
    String settings = windows("'filters':3,'kernel_size':[2,2],'strides':[1,1]", "linear", false);
    KerasFiles files =
        KerasFiles.chain("3,4,2")
            .layer("LocallyConnected2D", "it", settings)
            .weight("kernel", 6, 8, 3);
    Tensor kernel = files.get("it", "kernel");
    Imports.check(
        directory,
        files,
        x ->
            Tensor.of(
                2,
                3,
                3,
                (h, w, o) ->
                    Reference.sum(
                        8,
                        in ->
                            x.get(h + in / 4, w + in / 2 % 2, in % 2)
                                * kernel.get(3 * h + w, in, o))));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void windowsByTheirNumber(boolean largest) {
    String type = largest ? "AdaptiveMaxPooling2D" : "AdaptiveAveragePooling2D";
    KerasFiles files =
        KerasFiles.chain("5,4,2")
            .layer(type, "it", "'output_size':[3,2],'data_format':'channels_last'")
            .by("3.14.0", "jax");
    int[][] rows = {{0, 2}, {1, 4}, {3, 5}};
    int[][] columns = {{0, 2}, {2, 4}};
    Imports.check(
        directory,
        files,
        x -> Tensor.of(3, 2, 2, (h, w, c) -> pooled(x, rows[h], columns[w], c, largest)));
  }

  /** Of a window from one row and column up to others. */
  private static double pooled(Tensor x, int[] rows, int[] columns, int channel, boolean largest) {
    double sum = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int r = rows[0]; r < rows[1]; r++) {
      for (int c = columns[0]; c < columns[1]; c++) {
        sum += x.get(r, c, channel);
        most = Math.max(most, x.get(r, c, channel));
      }
    }
    return largest ? most : sum / (rows[1] - rows[0]) / (columns[1] - columns[0]);
  }

  @ParameterizedTest
  @CsvSource({"2,-1", "1,-1", "-1,-1", "3,1"})
  void groupsOfChannels(int groups, int axis) {
    int[] shape = {3, 2, 4};
    int place = axis == 1 ? 0 : 2;
    KerasFiles files =
        KerasFiles.chain("3,2,4")
            .layer(
                "GroupNormalization",
                "it",
                "'groups':%d,'axis':%d,'epsilon':0.01,'center':true,'scale':true"
                    .formatted(groups, axis))
            .weight("gamma", shape[place])
            .weight("beta", shape[place]);
    Imports.check(
        files.write(directory),
        shape,
        x -> {
          int channels = shape[place];
          int wide = groups < 0 ? 1 : channels / groups;
          Tensor y = Tensor.zeros(shape);
          for (int i = 0; i < 24; i++) {
            int channel = channel(i, place);
            double sum = 0;
            double squares = 0;
            int count = 0;
            for (int j = 0; j < 24; j++) {
              if (channel(j, place) / wide == channel / wide) {
                sum += x.values()[j];
                squares += x.values()[j] * x.values()[j];
                count++;
              }
            }
            double mean = sum / count;
            double z = (x.values()[i] - mean) / Math.sqrt(squares / count - mean * mean + 0.01);
            y.values()[i] =
                z * files.get("it", "gamma").get(channel) + files.get("it", "beta").get(channel);
          }
          return y;
        });
  }

  private static int channel(int i, int place) {
    return place == 0 ? i / 8 : i % 4;
  }

  @Test
  void theKernelIsNormalisedAlready() {
    KerasFiles files =
        KerasFiles.chain("3")
            .layer(
                "SpectralNormalization",
                "it",
                "'power_iterations':1,'layer':{'class_name':'Dense','config':{'name':'dense',%s}}"
                    .formatted(Settings.dense(2, "tanh")))
            .affine(3, 2)
            .weight("vector_u", 1, 2);
    Imports.check(directory, files, x -> Reference.dense(x, files, "it").map(Math::tanh));
  }

  @Test
  void theActivationInsideIsTheOutputs() {
    KerasFiles files =
        KerasFiles.chain("3")
            .layer(
                "SpectralNormalization",
                "it",
                "'layer':{'class_name':'Dense','config':{'name':'dense',%s}}"
                    .formatted(Settings.dense(2, "softmax")))
            .affine(3, 2);
    Batch sample = new Batch(1, 3, new double[] {0.5, -1, 2});
    ModelOptions options = new ModelOptions(Precision.DOUBLE);
    ModelSource source = ModelSource.of(files.write(directory));
    try (ModelGradient whole = new KerasGradientProvider().open(source, options);
        ModelGradient logits =
            new KerasGradientProvider().open(source, options.withHead(Head.LOGITS))) {
      assertThat(whole.info().activation()).contains("softmax");
      Tensor expected = Reference.dense(new Tensor(new int[] {3}, sample.values()), files, "it");
      assertThat(logits.outputs(sample).values()).containsExactly(expected.values(), within(1e-12));
    }
  }

  @Test
  void augmentationDoesNothing() {
    for (String type : List.of("RandomShear", "RandomErasing", "RandAugment", "CutMix")) {
      KerasFiles files =
          KerasFiles.chain("2,2,1").layer(type, "it", "'factor':0.5,'seed':1,'novel':[1]");
      KerasFiles more = files.layer("Flatten", "flat", "").dense("dense", 4, 2, "tanh");
      Imports.check(
          more.write(directory),
          new int[] {2, 2, 1},
          x -> Reference.dense(x.reshape(4), more, "dense").map(Math::tanh));
    }
  }
}
