package org.liegg.engine.tensorflow;

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
import org.liegg.engine.tensorflow.write.SavedModelWriter;
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
      return new TensorFlowGradientProvider();
    }

    @Override
    protected Path model() {
      return model;
    }
  }

  @Nested
  class AClassifier extends AModel {
    AClassifier() {
      super(TestModels.dense().save(models.resolve("dense")));
    }
  }

  @Nested
  class AConvolution extends AModel {
    AConvolution() {
      super(TestModels.convolution().save(models.resolve("convolution")));
    }
  }

  @Test
  void aGroupOfAnotherSizeIsRefused() {
    Path model = TestModels.dense().save(models.resolve("another"));
    Symmetrization how =
        new Symmetrization(
            Symmetrization.Kind.AVERAGE,
            List.of(AffineMap.identity(5)),
            List.of(),
            4,
            new double[0]);

    assertThatThrownBy(
            () ->
                new SavedModelWriter()
                    .write(
                        new ModelSource.File(model),
                        ModelOptions.defaults(),
                        how,
                        models.resolve("none")))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("LIEGG-EXPORT-MODEL")
        .hasMessageContaining("[6], and the group acts on 5 inputs");
  }
}
