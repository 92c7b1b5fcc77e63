package org.liegg.engine.keras;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.Models;
import org.liegg.tck.ModelGradientContract;

class KerasGradientContractTest {

  @Nested
  class ADenseModel extends ModelGradientContract {
    @TempDir Path directory;

    @Override
    protected ModelGradient open(Precision precision) {
      KerasFiles files =
          new KerasFiles(1)
              .layer("InputLayer", "input_1", Settings.input("5"))
              .layer("Dense", "dense", Settings.dense(7, "tanh"))
              .weight("kernel", 5, 7)
              .weight("bias", 7)
              .layer("Dense", "dense_1", Settings.dense(3, "softmax"))
              .weight("kernel", 7, 3)
              .weight("bias", 3);
      return session(files.write(directory, files.sequential()), precision);
    }
  }

  @Nested
  class AConvolutionalModel extends ModelGradientContract {
    @TempDir Path directory;

    @Override
    protected ModelGradient open(Precision precision) {
      KerasFiles files =
          new KerasFiles(2)
              .layer("InputLayer", "input_1", Settings.input("6,5,2"))
              .layer("Conv2D", "conv2d", Settings.conv(3, "3,2", "1,1", "1,1", "same", "tanh"))
              .weight("kernel", 3, 2, 2, 3)
              .weight("bias", 3)
              .layer("AveragePooling2D", "pool", Settings.pool(2, 2, "same"))
              .layer("Flatten", "flatten", "'data_format':'channels_last'")
              .layer("Dense", "dense", Settings.dense(4, "linear"))
              .weight("kernel", 27, 4)
              .weight("bias", 4);
      return session(files.write(directory, files.sequential()), precision);
    }
  }

  @Nested
  class ARecurrentModel extends ModelGradientContract {
    @TempDir Path directory;

    @Override
    protected ModelGradient open(Precision precision) {
      KerasFiles files =
          new KerasFiles(3)
              .layer("InputLayer", "input_1", Settings.input("4,3"))
              .layer("LSTM", "lstm", Settings.lstm(4, true))
              .weight("kernel", 3, 16)
              .weight("recurrent_kernel", 4, 16)
              .weight("bias", 16)
              .layer("LSTM", "last", Settings.lstm(3, false))
              .weight("kernel", 4, 12)
              .weight("recurrent_kernel", 3, 12)
              .weight("bias", 12);
      return session(files.write(directory, files.sequential()), precision);
    }
  }

  @Nested
  class AConvolutionOverSteps extends ModelGradientContract {
    @TempDir Path directory;

    @Override
    protected ModelGradient open(Precision precision) {
      KerasFiles files =
          new KerasFiles(4)
              .layer("InputLayer", "input_1", Settings.input("6,2"))
              .layer("Conv1D", "conv1d", Settings.conv(3, "3", "1", "1", "same", "tanh"))
              .weight("kernel", 3, 2, 3)
              .weight("bias", 3)
              .layer("GlobalAveragePooling1D", "pool", "'data_format':'channels_last'");
      return session(files.write(directory, files.sequential()), precision);
    }
  }

  @Nested
  class AModelOfTwoBranches extends ModelGradientContract {
    @TempDir Path directory;

    @Override
    protected ModelGradient open(Precision precision) {
      KerasFiles files =
          new KerasFiles(5)
              .after("InputLayer", "in", Settings.input("4,3,2"))
              .after("Conv2D", "conv", Settings.conv(3, "3,3", "1,1", "1,1", "same", "tanh"), "in")
              .weight("kernel", 3, 3, 2, 3)
              .weight("bias", 3)
              .after("BatchNormalization", "bn", Settings.batchNorm(3), "conv")
              .weight("gamma", 3)
              .weight("beta", 3)
              .weight("moving_mean", 3)
              .weight("moving_variance", new Tensor(new int[] {3}, new double[] {0.5, 1, 2}))
              .after("Concatenate", "cat", "'axis':-1", "bn", "in")
              .after("GlobalAveragePooling2D", "pool", "'data_format':'channels_last'", "cat");
      return session(
          files.write(directory, files.functional(List.of("in"), List.of("pool"))), precision);
    }
  }

  private static ModelGradient session(Path file, Precision precision) {
    return Models.open(
        new KerasGradientProvider(), ModelSource.of(file), new ModelOptions(precision));
  }
}
