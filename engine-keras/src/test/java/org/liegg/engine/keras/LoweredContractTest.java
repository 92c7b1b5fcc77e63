package org.liegg.engine.keras;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.Head;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ModelGradientProvider;
import org.liegg.tck.HeadContract;
import org.liegg.tck.ModelLayoutContract;

/** Models that are computed layer by layer keep what every engine promises. */
class LoweredContractTest {
  @TempDir Path directory;

  private static Path recurrent(Path directory) {
    KerasFiles files =
        new KerasFiles(6)
            .input("in", "4,2")
            .layer("Normalization", "norm", "'axis':[-1],'mean':[0.5,-1.0],'variance':[4.0,2.0]")
            .layer(
                "GRU",
                "gru",
                Settings.simpleRnn(3, false)
                    + ",'recurrent_activation':'sigmoid','reset_after':false")
            .recurrence(2, 3, 3)
            .dense("dense", 3, 5, "softmax");
    return files.write(directory);
  }

  private static Path branches(Path directory) {
    KerasFiles files =
        new KerasFiles(7)
            .from("a", "3")
            .from("b", "2")
            .dense("left", 3, 4, "gelu", "a")
            .dense("right", 2, 4, "tanh", "b")
            .after("Multiply", "product", "", "left", "right");
    return files.to("product").write(directory);
  }

  @Nested
  class ARecurrentModel extends KerasModelContract {
    @Override
    Path write(Path directory) {
      return recurrent(directory);
    }
  }

  @Nested
  class OneInputOfTwo extends KerasModelContract {
    @Override
    Path write(Path directory) {
      return branches(directory);
    }

    @Override
    ModelOptions options(Precision precision) {
      return super.options(precision).withInput("b");
    }
  }

  @Nested
  class Heads extends HeadContract {
    @Override
    protected ModelGradient open(Head head, Precision precision) {
      return KerasModelContract.open(
          recurrent(directory), new ModelOptions(precision).withHead(head));
    }
  }

  @Nested
  class Layout extends ModelLayoutContract {
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
