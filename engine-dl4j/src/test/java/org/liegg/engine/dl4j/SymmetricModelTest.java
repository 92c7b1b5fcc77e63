package org.liegg.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.orbit.AffineMap;
import org.liegg.api.orbit.Symmetrization;
import org.liegg.api.spi.ModelGradientProvider;
import org.liegg.tck.SymmetricModelContract;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class SymmetricModelTest {
  @TempDir static Path models;

  private abstract static class AModel extends SymmetricModelContract {
    private final LayerKind kind;
    private final Path model;

    AModel(LayerKind kind) {
      this.kind = kind;
      this.model = Nets.save(kind.network(), models);
    }

    @Override
    protected ModelGradientProvider engine() {
      return new Dl4jGradientProvider();
    }

    @Override
    protected Path model() {
      return model;
    }

    @Override
    protected ModelOptions options() {
      return kind.options(Precision.FLOAT);
    }

    @Override
    protected boolean chooses() {
      return false;
    }
  }

  @Nested
  class AClassifier extends AModel {
    AClassifier() {
      super(LayerKind.vector("dense", LayerKind.dense(5).build(), LayerKind.classifier(3)));
    }
  }

  @Nested
  class AConvolution extends AModel {
    AConvolution() {
      super(
          LayerKind.image(
              "conv", LayerKind.convolution(2).build(), LayerKind.mean(), LayerKind.classifier(2)));
    }
  }

  private static Symmetrization negated(int inputs, Symmetrization.Kind kind, int outputs) {
    int[] sources = new int[inputs];
    double[] factors = new double[inputs];
    for (int i = 0; i < inputs; i++) {
      sources[i] = i;
      factors[i] = -1;
    }
    return new Symmetrization(
        kind,
        List.of(
            AffineMap.identity(inputs), new AffineMap.Gather(sources, factors, new double[inputs])),
        List.of(),
        outputs,
        kind == Symmetrization.Kind.CANONICAL ? new double[inputs] : new double[0]);
  }

  @Test
  void deeplearning4jLoadsWhatWasWritten() throws IOException {
    LayerKind kind =
        LayerKind.vector("loaded", LayerKind.dense(5).build(), LayerKind.classifier(3));
    Path model = Nets.save(kind.network(), models);
    int inputs = kind.network().layerInputSize(0);
    Path target = models.resolve("loaded-symmetric.zip");
    new Dl4jModelWriter()
        .write(
            new ModelSource.File(model),
            kind.options(Precision.FLOAT),
            negated(inputs, Symmetrization.Kind.AVERAGE, 3),
            target);

    ComputationGraph written = ComputationGraph.load(target.toFile(), false);
    INDArray x = Nd4j.rand(4, inputs).subi(0.5);

    double[] found = written.outputSingle(x).ravel().toDoubleVector();
    assertThat(written.outputSingle(x.neg()).ravel().toDoubleVector())
        .containsExactly(found, within(1e-6));
  }

  @Test
  void aChoiceIsRefused() {
    LayerKind kind =
        LayerKind.vector("refused", LayerKind.dense(5).build(), LayerKind.classifier(3));
    Path model = Nets.save(kind.network(), models);

    assertThatThrownBy(
            () ->
                new Dl4jModelWriter()
                    .write(
                        new ModelSource.File(model),
                        kind.options(Precision.FLOAT),
                        negated(4, Symmetrization.Kind.CANONICAL, 3),
                        models.resolve("no.zip")))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("LIEGG-EXPORT-MODEL")
        .hasMessageContaining("--orbit-average");
  }
}
