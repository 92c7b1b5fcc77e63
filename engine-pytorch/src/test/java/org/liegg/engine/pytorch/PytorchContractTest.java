package org.liegg.engine.pytorch;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.Head;
import org.liegg.api.Matrix;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ModelGradientProvider;
import org.liegg.tck.HeadContract;
import org.liegg.tck.KnownFunctionsContract;
import org.liegg.tck.ModelGradientContract;
import org.liegg.tck.ModelLayoutContract;

class PytorchContractTest {
  @TempDir static Path folder;

  @Nested
  class AScriptedNetwork extends ModelGradientContract {
    @Override
    protected ModelGradient open(Precision precision) {
      return TestFiles.open("mlp-scripted.pt", new ModelOptions(precision));
    }
  }

  @Nested
  class ATracedConvolution extends ModelGradientContract {
    @Override
    protected ModelGradient open(Precision precision) {
      return TestFiles.open(
          "cnn-traced.pt", new ModelOptions(precision).withShape("", List.of(1, 4, 4)));
    }
  }

  @Nested
  class ARecurrentNetwork extends ModelGradientContract {
    @Override
    protected ModelGradient open(Precision precision) {
      return TestFiles.open(
          "lstm-scripted.pt", new ModelOptions(precision).withShape("", List.of(3, 2)));
    }
  }

  @Nested
  class ADictionaryOfTwoInputs extends ModelGradientContract {
    @Override
    protected ModelGradient open(Precision precision) {
      return TestFiles.open("named.pt", named(precision).withOutput("both").withInput("b"));
    }
  }

  private static ModelOptions named(Precision precision) {
    return new ModelOptions(precision).withShape("a", List.of(2)).withShape("b", List.of(3));
  }

  @Nested
  class Heads extends HeadContract {
    @Override
    protected ModelGradient open(Head head, Precision precision) {
      return TestFiles.open("mlp-traced.pt", new ModelOptions(precision).withHead(head));
    }
  }

  @Nested
  class LayoutOfOneInput extends LayoutOf {
    LayoutOfOneInput() {
      super("two.pt");
    }

    @Override
    protected ModelOptions options() {
      return super.options().withOutput("output0");
    }
  }

  @Nested
  class LayoutOfTwoInputs extends LayoutOf {
    LayoutOfTwoInputs() {
      super("named.pt");
    }

    @Override
    protected ModelOptions options() {
      return named(Precision.DOUBLE).withSelfCheck(false).withOutput("both");
    }
  }

  @Nested
  class Known extends KnownFunctionsContract {
    @Override
    protected Optional<ModelGradient> cube(int size, Precision precision) {
      return open(new TestArchive("    return torch.mul(torch.mul(x, x), x)"), size, precision);
    }

    @Override
    protected Optional<ModelGradient> quadratic(Matrix q, Precision precision) {
      TestArchive model =
          new TestArchive(
              "    w = self.w\n    return torch.sum(torch.mul(x, torch.matmul(x, w)), [1], True)");
      return open(model.weight("w", q.rows(), q.columns(), q.values()), q.rows(), precision);
    }

    @Override
    protected Optional<ModelGradient> softmax(Matrix w, Precision precision) {
      TestArchive model =
          new TestArchive("    w = self.w\n    return torch.softmax(torch.linear(x, w), 1)");
      return open(model.weight("w", w.rows(), w.columns(), w.values()), w.columns(), precision);
    }

    private Optional<ModelGradient> open(TestArchive model, int size, Precision precision) {
      ModelOptions options = new ModelOptions(precision).withShape("", Arrays.asList(size));
      return Optional.of(TestFiles.open(model.save(folder), options));
    }
  }

  private abstract static class LayoutOf extends ModelLayoutContract {
    private final String file;

    LayoutOf(String file) {
      this.file = file;
    }

    @Override
    protected ModelGradientProvider provider() {
      return new PytorchGradientProvider();
    }

    @Override
    protected ModelSource source() {
      return TestFiles.source(file);
    }
  }
}
