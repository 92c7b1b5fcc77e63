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

  @Test
  void aMatrixAtEveryPlaceOfASeries() {
    String settings =
        "'filters':2,'kernel_size':[2],'strides':[2],'padding':'valid','data_format':"
            + "'channels_last','activation':'tanh','use_bias':true,'implementation':1";
    KerasFiles files =
        KerasFiles.chain("5,3")
            .layer("LocallyConnected1D", "it", settings)
            .weight("kernel", 2, 6, 2)
            .weight("bias", 2, 2);
    Imports.check(
        directory,
        files,
        x -> {
          Tensor y = Tensor.zeros(2, 2);
          for (int i = 0; i < 24; i++) {
            int t = i / 12;
            int in = i / 2 % 6;
            double weight = files.get("it", "kernel").get(t, in, i % 2);
            y.add(x.get(2 * t + in / 3, in % 3) * weight, t, i % 2);
          }
          for (int i = 0; i < 4; i++) {
            y.values()[i] = Math.tanh(y.values()[i] + files.get("it", "bias").get(i / 2, i % 2));
          }
          return y;
        });
  }

  @Test
  void aMatrixAtEveryPlaceOfAnImage() {
    String settings =
        "'filters':3,'kernel_size':[2,2],'strides':[1,1],'padding':'valid','data_format':"
            + "'channels_last','activation':'linear','use_bias':false,'implementation':1";
    KerasFiles files =
        KerasFiles.chain("3,4,2")
            .layer("LocallyConnected2D", "it", settings)
            .weight("kernel", 6, 8, 3);
    Imports.check(
        directory,
        files,
        x -> {
          Tensor y = Tensor.zeros(2, 3, 3);
          for (int i = 0; i < 6 * 8 * 3; i++) {
            int place = i / 24;
            int in = i / 3 % 8;
            double value = x.get(place / 3 + in / 4, place % 3 + in / 2 % 2, in % 2);
            double weight = files.get("it", "kernel").get(place, in, i % 3);
            y.add(value * weight, place / 3, place % 3, i % 3);
          }
          return y;
        });
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
        x -> {
          Tensor y = Tensor.zeros(3, 2, 2);
          for (int i = 0; i < 12; i++) {
            int[] h = rows[i / 4];
            int[] w = columns[i / 2 % 2];
            double sum = 0;
            double most = Double.NEGATIVE_INFINITY;
            for (int r = h[0]; r < h[1]; r++) {
              for (int c = w[0]; c < w[1]; c++) {
                sum += x.get(r, c, i % 2);
                most = Math.max(most, x.get(r, c, i % 2));
              }
            }
            y.values()[i] = largest ? most : sum / (h[1] - h[0]) / (w[1] - w[0]);
          }
          return y;
        });
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
