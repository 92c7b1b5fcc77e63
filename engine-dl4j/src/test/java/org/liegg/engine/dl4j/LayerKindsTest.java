package org.liegg.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.liegg.api.Batch;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;
import org.liegg.api.spi.GradientCheck;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.Models;

/** Every kind of layer: its values are Deeplearning4j's, its gradients those of its values. */
class LayerKindsTest {
  private static final System.Logger LOG = System.getLogger(LayerKindsTest.class.getName());

  @TempDir Path directory;

  static Stream<LayerKind> kinds() {
    return Stream.of(VectorKinds.all(), ImageKinds.all(), SeriesKinds.all())
        .flatMap(kinds -> kinds);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isDifferentiatedRightly(LayerKind kind) {
    MultiLayerNetwork network = kind.network();
    Batch batch = kind.samples(5);
    try (ModelGradient model = Dl4jGradients.of(network, kind.options(Precision.DOUBLE));
        ModelGradient single = Dl4jGradients.of(network, kind.options(Precision.FLOAT));
        ModelGradient saved =
            Models.open(
                new Dl4jGradientProvider(),
                ModelSource.of(Nets.save(network, directory)),
                kind.options(Precision.DOUBLE).withSelfCheck(false))) {
      SelfCheck check = model.info().selfCheck();
      LOG.log(System.Logger.Level.INFO, "%s: %.1e".formatted(kind.name(), check.error()));
      assertThat(check.status()).isEqualTo(SelfCheck.Status.PASSED);
      // 0 would mean that nothing changes with the input.
      assertThat(check.error()).isPositive().isLessThan(1e-8);
      assertThat(GradientCheck.error(model, batch)).isLessThan(1e-8);
      assertThat(model.outputs(batch).values())
          .containsExactly(
              network.output(kind.array(batch), false).dup('c').data().asDouble(), within(1e-13));
      double[] jacobians = model.jacobians(batch).values();
      double largest = Arrays.stream(jacobians).map(Math::abs).max().orElse(0);
      assertThat(single.jacobians(batch).values())
          .containsExactly(jacobians, within(1e-5 * largest));
      assertThat(saved.jacobians(batch).values())
          .containsExactly(jacobians, within(1e-14 * largest));
    }
  }
}
