package org.liegg.engine.onnx;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.orbit.AffineMap;
import org.liegg.api.orbit.Symmetrization;
import org.liegg.api.spi.ModelGradientProvider;
import org.liegg.tck.SymmetricModelContract;

class SymmetricModelTest {
  @TempDir static Path models;

  private abstract static class AModel extends SymmetricModelContract {
    private final Path model;

    AModel(Path model) {
      this.model = model;
    }

    @Override
    protected ModelGradientProvider engine() {
      return new OnnxGradientProvider();
    }

    @Override
    protected Path model() {
      return model;
    }
  }

  @Nested
  class AClassifier extends AModel {
    AClassifier() {
      super(OnnxContractTest.classifier(models));
    }
  }

  @Nested
  class AConvolution extends AModel {
    AConvolution() {
      super(OnnxContractTest.convolution(models, -1));
    }
  }

  @Test
  void aModelOfOneSampleAtATimeIsRefused() {
    Path model = OnnxContractTest.convolution(models, 1);
    Symmetrization how =
        new Symmetrization(
            Symmetrization.Kind.AVERAGE,
            List.of(AffineMap.identity(16)),
            List.of(),
            3,
            new double[0]);

    assertThatThrownBy(
            () ->
                new OnnxModelWriter()
                    .write(
                        new ModelSource.File(model),
                        ModelOptions.defaults(),
                        how,
                        models.resolve("one")))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("LIEGG-EXPORT-MODEL")
        .hasMessageContaining("fixed number of samples");
  }
}
