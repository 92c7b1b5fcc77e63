package org.liegg.engine.keras;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Layers over space that Deeplearning4j does not compute, against plain loops. */
class SpatialLayersTest {
  @TempDir Path directory;

  @Test
  void causalConvolution() {
    KerasFiles files =
        KerasFiles.chain("5,2")
            .layer("Conv1D", "conv", Settings.conv(3, "2", "1", "2", "causal", "linear"))
            .affine(2, 2, 3);
    Tensor kernel = files.get("conv", "kernel");
    check(
        files,
        x -> {
          Tensor y = Tensor.zeros(5, 3);
          for (int t = 0; t < 5; t++) {
            for (int o = 0; o < 3; o++) {
              y.add(files.get("conv", "bias").get(o), t, o);
              for (int k = 0; k < 2; k++) {
                int from = t - (1 - k) * 2;
                for (int c = 0; from >= 0 && c < 2; c++) {
                  y.add(x.get(from, c) * kernel.get(k, c, o), t, o);
                }
              }
            }
          }
          return y;
        });
  }

  @ParameterizedTest
  @CsvSource({"1,valid", "2,valid", "1,same", "2,same", "3,same", "3,valid"})
  void transposedConvolution(int stride, String padding) {
    KerasFiles files =
        KerasFiles.chain("3,2,2")
            .layer(
                "Conv2DTranspose",
                "conv",
                Settings.conv(3, "2,3", stride + "," + stride, "1,1", padding, "linear"))
            .weight("kernel", 2, 3, 3, 2)
            .weight("bias", 3);
    check(
        files,
        x ->
            transposed(x, files.get("conv", "kernel"), files.get("conv", "bias"), stride, padding));
  }

  /** What a convolution with 'same' or 'valid' passes back to its input. */
  private static Tensor transposed(
      Tensor x, Tensor kernel, Tensor bias, int stride, String padding) {
    int[] size = {kernel.shape()[0], kernel.shape()[1]};
    int[] length = new int[2];
    int[] before = new int[2];
    for (int axis = 0; axis < 2; axis++) {
      int n = x.shape()[axis];
      boolean same = padding.equals("same");
      length[axis] = n * stride + (same ? 0 : Math.max(size[axis] - stride, 0));
      before[axis] = same ? Math.max((n - 1) * stride + size[axis] - length[axis], 0) / 2 : 0;
    }
    Tensor y = Tensor.zeros(length[0], length[1], bias.shape()[0]);
    for (int i = 0; i < y.values().length; i++) {
      y.values()[i] = bias.get(i % bias.shape()[0]);
    }
    for (int h = 0; h < x.shape()[0]; h++) {
      for (int w = 0; w < x.shape()[1]; w++) {
        for (int a = 0; a < size[0]; a++) {
          for (int b = 0; b < size[1]; b++) {
            int i = h * stride + a - before[0];
            int j = w * stride + b - before[1];
            if (i >= 0 && i < length[0] && j >= 0 && j < length[1]) {
              for (int o = 0; o < bias.shape()[0]; o++) {
                for (int c = 0; c < x.shape()[2]; c++) {
                  y.add(x.get(h, w, c) * kernel.get(a, b, o, c), i, j, o);
                }
              }
            }
          }
        }
      }
    }
    return y;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void channelByChannel(boolean separable) {
    String settings =
        Settings.conv(3, "2,2", "1,1", "1,1", "same", "linear") + ",'depth_multiplier':2";
    KerasFiles files =
        KerasFiles.chain("3,4,2")
            .layer(separable ? "SeparableConv2D" : "DepthwiseConv2D", "conv", settings)
            .weight("depthwise_kernel", 2, 2, 2, 2);
    if (separable) {
      files.weight("pointwise_kernel", 1, 1, 4, 3).weight("bias", 3);
    } else {
      files.weight("bias", 4);
    }
    Tensor depth = files.get("conv", "depthwise_kernel");
    check(
        files,
        x -> {
          // The kernel that leaves other channels alone.
          Tensor kernel = Tensor.zeros(2, 2, 2, 4);
          for (int i = 0; i < 16; i++) {
            int c = i / 2 % 2;
            kernel.add(depth.values()[i], i / 8, i / 4 % 2, c, c * 2 + i % 2);
          }
          Tensor none = Tensor.zeros(4);
          return separable
              ? Reference.conv(
                  Reference.conv(x, kernel, none, 1, 1, true),
                  files.get("conv", "pointwise_kernel"),
                  files.get("conv", "bias"),
                  1,
                  1,
                  false)
              : Reference.conv(x, kernel, files.get("conv", "bias"), 1, 1, true);
        });
  }

  @Test
  void channelsFirst() {
    KerasFiles files =
        convolution(
                "2,3,4", square(3, "tanh").replace("channels_last", "channels_first"), 2, 2, 2, 3)
            .layer("Flatten", "flat", "'data_format':'channels_first'");
    check(
        files,
        x -> {
          Tensor last = Tensor.zeros(3, 4, 2);
          for (int i = 0; i < 24; i++) {
            last.add(x.values()[i], i / 4 % 3, i % 4, i / 12);
          }
          return Reference.conv(last, files, "conv", 1, 1, false).map(Math::tanh);
        });
  }

  @Test
  void kernelsOfTheanoLieBackwards() {
    KerasFiles files = convolution("3,3,1", square(2, "linear"), 2, 2, 1, 2).by("2.1.6", "theano");
    Tensor kernel = files.get("conv", "kernel");
    Tensor flipped = Tensor.zeros(2, 2, 1, 2);
    for (int i = 0; i < 8; i++) {
      flipped.add(kernel.get(1 - i / 4, 1 - i / 2 % 2, 0, i % 2), i / 4, i / 2 % 2, 0, i % 2);
    }
    check(files, x -> Reference.conv(x, flipped, files.get("conv", "bias"), 1, 1, false));
  }

  @Test
  void groupsOfChannels() {
    KerasFiles files =
        convolution("3,3,4", square(2, "linear").replace("'groups':1", "'groups':2"), 2, 2, 2, 2);
    Tensor kernel = files.get("conv", "kernel");
    Tensor whole = Tensor.zeros(2, 2, 4, 2);
    for (int i = 0; i < 16; i++) {
      int o = i % 2;
      whole.add(kernel.values()[i], i / 8, i / 4 % 2, o * 2 + i / 2 % 2, o);
    }
    check(files, x -> Reference.conv(x, whole, files.get("conv", "bias"), 1, 1, false));
  }

  @Test
  void margins() {
    KerasFiles files =
        KerasFiles.chain("2,3,1")
            .layer("ZeroPadding2D", "pad", "'padding':[[1,2],[0,1]],'data_format':'channels_last'")
            .layer("Cropping2D", "crop", "'cropping':[[0,2],[1,1]],'data_format':'channels_last'")
            .layer(
                "UpSampling2D",
                "up",
                "'size':[2,1],'interpolation':'nearest','data_format':'channels_last'");
    check(
        files,
        x -> {
          // Rows: a zero row and both; columns: the second and third; rows twice.
          Tensor y = Tensor.zeros(6, 2, 1);
          for (int row = 2; row < 6; row++) {
            for (int column = 0; column < 2; column++) {
              y.add(x.get(row / 2 - 1, column + 1, 0), row, column, 0);
            }
          }
          return y;
        });
  }

  @Test
  void poolingAlongThreeAxes() {
    KerasFiles files =
        KerasFiles.chain("2,2,3,2")
            .layer(
                "AveragePooling3D",
                "pool",
                "'pool_size':[2,1,2],'strides':[2,1,1],'padding':'valid','data_format':'channels_last'");
    check(
        files,
        x -> {
          Tensor y = Tensor.zeros(1, 2, 2, 2);
          for (int i = 0; i < 8; i++) {
            int row = i / 4;
            int column = i / 2 % 2;
            for (int k = 0; k < 4; k++) {
              y.add(x.get(k / 2, row, column + k % 2, i % 2) / 4, 0, row, column, i % 2);
            }
          }
          return y;
        });
  }

  private static String square(int filters, String activation) {
    return Settings.conv(filters, "2,2", "1,1", "1,1", "valid", activation);
  }

  private static KerasFiles convolution(String shape, String settings, int... kernel) {
    return KerasFiles.chain(shape).layer("Conv2D", "conv", settings).affine(kernel);
  }

  private void check(KerasFiles files, UnaryOperator<Tensor> expected) {
    Imports.check(directory, files, expected);
  }
}
