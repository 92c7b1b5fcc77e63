package org.liegg.engine.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.SessionFunction;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.types.TFloat32;

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
  void tensorFlowLoadsWhatWasWrittenWithItsVariables() throws IOException {
    int[] exchanged = {5, 6, 7, 8, 9, 0, 1, 2, 3, 4};
    double[] ones = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    Symmetrization how =
        new Symmetrization(
            Symmetrization.Kind.AVERAGE,
            List.of(AffineMap.identity(10), new AffineMap.Gather(exchanged, ones, new double[10])),
            List.of(),
            1,
            new double[0]);
    Path target = models.resolve("o5");
    new SavedModelWriter()
        .write(
            new ModelSource.File(Resources.path("o5-mlp/saved_model")),
            ModelOptions.defaults(),
            how,
            target);

    double[] written = values(target);
    double[] own = values(Resources.path("o5-mlp/saved_model"));

    assertThat(Math.abs(own[0] - own[1])).isGreaterThan(0.1);
    assertThat(written[0]).isCloseTo((own[0] + own[1]) / 2, within(1e-4));
    assertThat(written[1]).isCloseTo(written[0], within(1e-4));
  }

  /** What TensorFlow makes of a pair of vectors, and of the same pair exchanged. */
  private static double[] values(Path folder) {
    float[][] x = new float[2][10];
    for (int i = 0; i < 10; i++) {
      x[0][i] = (float) Math.sin(3 * i + 1);
      x[1][(i + 5) % 10] = x[0][i];
    }
    try (SavedModelBundle bundle = SavedModelBundle.load(folder.toString(), "serve");
        TFloat32 input = TFloat32.tensorOf(StdArrays.ndCopyOf(x))) {
      SessionFunction function = bundle.function("serving_default");
      String name = function.signature().inputNames().iterator().next();
      try (Result result = function.call(Map.of(name, input))) {
        TFloat32 output = (TFloat32) result.get(0);
        return new double[] {output.getFloat(0, 0), output.getFloat(1, 0)};
      }
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
