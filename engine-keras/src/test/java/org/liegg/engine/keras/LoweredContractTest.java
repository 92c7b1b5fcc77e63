package org.liegg.engine.keras;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.Head;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ModelGradientProvider;
import org.liegg.api.spi.support.Models;
import org.liegg.tck.HeadContract;
import org.liegg.tck.ModelGradientContract;
import org.liegg.tck.ModelLayoutContract;

/** Models that are computed layer by layer keep what every engine promises. */
class LoweredContractTest {

  private static Path recurrent(Path directory) {
    KerasFiles files =
        new KerasFiles(6)
            .layer("InputLayer", "in", Settings.input("4,2"))
            .layer("Normalization", "norm", "'axis':[-1],'mean':[0.5,-1.0],'variance':[4.0,2.0]")
            .layer(
                "GRU",
                "gru",
                Settings.simpleRnn(3, false)
                    + ",'recurrent_activation':'sigmoid','reset_after':false")
            .weight("kernel", 2, 9)
            .weight("recurrent_kernel", 3, 9)
            .weight("bias", 9)
            .layer("Dense", "dense", Settings.dense(5, "softmax"))
            .weight("kernel", 3, 5)
            .weight("bias", 5);
    return files.write(directory, files.sequential());
  }

  private static Path branches(Path directory) {
    KerasFiles files =
        new KerasFiles(7)
            .after("InputLayer", "a", Settings.input("3"))
            .after("InputLayer", "b", Settings.input("2"))
            .after("Dense", "left", Settings.dense(4, "gelu"), "a")
            .weight("kernel", 3, 4)
            .weight("bias", 4)
            .after("Dense", "right", Settings.dense(4, "tanh"), "b")
            .weight("kernel", 2, 4)
            .weight("bias", 4)
            .after("Multiply", "product", "", "left", "right");
    return files.write(directory, files.functional(List.of("a", "b"), List.of("product")));
  }

  private static ModelGradient open(Path file, ModelOptions options) {
    return Models.open(new KerasGradientProvider(), ModelSource.of(file), options);
  }

  @Nested
  class ARecurrentModel extends ModelGradientContract {
    @TempDir Path directory;

    @Override
    protected ModelGradient open(Precision precision) {
      return LoweredContractTest.open(recurrent(directory), new ModelOptions(precision));
    }
  }

  @Nested
  class OneInputOfTwo extends ModelGradientContract {
    @TempDir Path directory;

    @Override
    protected ModelGradient open(Precision precision) {
      return LoweredContractTest.open(
          branches(directory), new ModelOptions(precision).withInput("b"));
    }
  }

  @Nested
  class Heads extends HeadContract {
    @TempDir Path directory;

    @Override
    protected ModelGradient open(Head head, Precision precision) {
      return LoweredContractTest.open(
          recurrent(directory), new ModelOptions(precision).withHead(head));
    }
  }

  @Nested
  class Layout extends ModelLayoutContract {
    @TempDir Path directory;

    private Path file = Path.of("none");

    @BeforeEach
    void write() {
      file = branches(directory);
    }

    @Override
    protected ModelGradientProvider provider() {
      return new KerasGradientProvider();
    }

    @Override
    protected ModelSource source() {
      return ModelSource.of(file);
    }
  }
}
