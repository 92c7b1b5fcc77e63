package org.liegg.examples;

import java.nio.file.Path;
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
import org.liegg.api.spi.support.Models;
import org.liegg.tck.HeadContract;
import org.liegg.tck.KnownFunctionsContract;
import org.liegg.tck.ModelGradientContract;
import org.liegg.tck.ModelLayoutContract;

/** The contracts that every engine keeps, on quadratic forms. */
class QuadContractTest {
  @TempDir private Path folder;

  private ModelGradient open(ModelOptions options, double[]... forms) {
    return Models.open(new QuadEngine(), QuadFiles.write(folder, forms), options);
  }

  @Nested
  class Gradients extends ModelGradientContract {
    @Override
    protected ModelGradient open(Precision precision) {
      return QuadContractTest.this.open(new ModelOptions(precision), QuadFiles.TWO);
    }
  }

  @Nested
  class Heads extends HeadContract {
    @Override
    protected ModelGradient open(Head head, Precision precision) {
      return QuadContractTest.this.open(new ModelOptions(precision).withHead(head), QuadFiles.TWO);
    }
  }

  @Nested
  class Layout extends ModelLayoutContract {
    @Override
    protected ModelGradientProvider provider() {
      return new QuadEngine();
    }

    @Override
    protected ModelSource source() {
      return QuadFiles.write(folder, QuadFiles.TWO);
    }
  }

  @Nested
  class Known extends KnownFunctionsContract {
    @Override
    protected Optional<ModelGradient> cube(int size, Precision precision) {
      return Optional.empty();
    }

    @Override
    protected Optional<ModelGradient> quadratic(Matrix q, Precision precision) {
      return Optional.of(QuadContractTest.this.open(new ModelOptions(precision), q.values()));
    }

    @Override
    protected Optional<ModelGradient> softmax(Matrix w, Precision precision) {
      return Optional.empty();
    }
  }
}
