package org.liegg.engine.keras;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;

class KerasGradientContractTest {

  @Nested
  class ADenseModel extends KerasModelContract {
    @Override
    Path write(Path directory) {
      return new KerasFiles(1)
          .input("input_1", "5")
          .dense("dense", 5, 7, "tanh")
          .dense("dense_1", 7, 3, "softmax")
          .write(directory);
    }
  }

  @Nested
  class AConvolutionalModel extends KerasModelContract {
    @Override
    Path write(Path directory) {
      return new KerasFiles(2)
          .input("input_1", "6,5,2")
          .layer("Conv2D", "conv2d", Settings.conv(3, "3,2", "1,1", "1,1", "same", "tanh"))
          .affine(3, 2, 2, 3)
          .layer("AveragePooling2D", "pool", Settings.pool(2, 2, "same"))
          .layer("Flatten", "flatten", "'data_format':'channels_last'")
          .dense("dense", 27, 4, "linear")
          .write(directory);
    }
  }

  @Nested
  class ARecurrentModel extends KerasModelContract {
    @Override
    Path write(Path directory) {
      return new KerasFiles(3)
          .input("input_1", "4,3")
          .layer("LSTM", "lstm", Settings.lstm(4, true))
          .recurrence(3, 4, 4)
          .layer("LSTM", "last", Settings.lstm(3, false))
          .recurrence(4, 3, 4)
          .write(directory);
    }
  }

  @Nested
  class AConvolutionOverSteps extends KerasModelContract {
    @Override
    Path write(Path directory) {
      return new KerasFiles(4)
          .input("input_1", "6,2")
          .layer("Conv1D", "conv1d", Settings.conv(3, "3", "1", "1", "same", "tanh"))
          .affine(3, 2, 3)
          .layer("GlobalAveragePooling1D", "pool", "'data_format':'channels_last'")
          .write(directory);
    }
  }

  @Nested
  class AModelOfTwoBranches extends KerasModelContract {
    @Override
    Path write(Path directory) {
      KerasFiles files =
          new KerasFiles(5)
              .from("in", "4,3,2")
              .after("Conv2D", "conv", Settings.conv(3, "3,3", "1,1", "1,1", "same", "tanh"), "in")
              .affine(3, 3, 2, 3)
              .after("BatchNormalization", "bn", Settings.batchNorm(3), "conv")
              .weight("gamma", 3)
              .weight("beta", 3)
              .weight("moving_mean", 3)
              .weight("moving_variance", new Tensor(new int[] {3}, new double[] {0.5, 1, 2}))
              .after("Concatenate", "cat", "'axis':-1", "bn", "in")
              .after("GlobalAveragePooling2D", "pool", "'data_format':'channels_last'", "cat");
      return files.to("pool").write(directory);
    }
  }
}
