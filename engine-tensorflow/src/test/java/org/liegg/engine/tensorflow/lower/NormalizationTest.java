package org.liegg.engine.tensorflow.lower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;
import org.liegg.api.spi.GradientCheck;
import org.liegg.api.spi.ModelGradient;
import org.liegg.engine.tensorflow.Resources;
import org.liegg.engine.tensorflow.TestGraph;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;

/** Normalisation by the statistics of what is normalised. */
class NormalizationTest {
  private static final float SMALL = 1e-3f;
  private static final int WIDTH = 5;

  @TempDir Path directory;

  @Test
  void layersAreNormalisedEachByItsOwnStatistics() {
    Path model = normalising("NCHW", 1, -1, WIDTH, 1).save(directory);
    try (ModelGradient session = Resources.open(model, new ModelOptions(Precision.DOUBLE))) {
      assertThat(session.info().selfCheck().status()).isEqualTo(SelfCheck.Status.PASSED);
      assertThat(session.info().selfCheck().error()).isLessThan(1e-8);
      assertThat(session.warnings()).isEmpty();
      Batch samples = GradientCheck.randomSamples(WIDTH);
      assertThat(session.outputs(samples).values())
          .containsExactly(normalised(samples), within(1e-12));
    }
  }

  @Test
  void samplesThatAreNormalisedTogetherAreRefused() {
    Path model = normalising("NHWC", -1, 1, 1, WIDTH).save(directory);
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> Resources.open(model, ModelOptions.defaults()).close())
        .withMessageContaining("LIEGG-MODEL-UNSUPPORTED")
        .withMessageContaining("statistics of the batch");
  }

  @Test
  void samplesThatAreMixedByOtherOperationsAreRefused() {
    TestGraph graph = new TestGraph();
    String x = graph.input("x", -1, WIDTH);
    String mean =
        graph.op(
            "Mean",
            node ->
                node.putAttr("Tidx", Nodes.type(DataType.DT_INT32))
                    .putAttr("keep_dims", Nodes.flag(true)),
            x,
            graph.ints(0));
    Path model = graph.output("y", graph.op("Tanh", graph.op("Sub", x, mean))).save(directory);
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> Resources.open(model, ModelOptions.defaults()).close())
        .withMessageContaining("LIEGG-MODEL-UNSUPPORTED")
        .withMessageContaining("depends on the other samples");
  }

  /** As Keras writes it: reshaped to this shape, normalised without parameters, reshaped back. */
  private static TestGraph normalising(String format, int... shape) {
    TestGraph graph = new TestGraph();
    String x = graph.input("x", -1, WIDTH);
    String apart = graph.op("Reshape", x, graph.ints(shape));
    String count =
        graph.node(
            Nodes.node(
                    "",
                    "StridedSlice",
                    graph.op("Shape", apart),
                    graph.ints(format.equals("NCHW") ? 1 : 3),
                    graph.ints(format.equals("NCHW") ? 2 : 4),
                    graph.ints(1))
                .putAttr("T", Nodes.type(DataType.DT_INT32))
                .putAttr("Index", Nodes.type(DataType.DT_INT32)));
    String ones = graph.op("Fill", count, graph.numbers(List.of(), 1));
    String zeros = graph.op("Fill", count, graph.numbers(List.of(), 0));
    String none = graph.numbers(List.of(0));
    String normal =
        graph.node(
            Nodes.node("", "FusedBatchNormV3", apart, ones, zeros, none, none)
                .putAttr("T", Nodes.type(DataType.DT_FLOAT))
                .putAttr("U", Nodes.type(DataType.DT_FLOAT))
                .putAttr("epsilon", AttrValue.newBuilder().setF(SMALL).build())
                .putAttr("data_format", Nodes.text(format))
                .putAttr("is_training", Nodes.flag(true)));
    return graph.output("y", graph.op("Reshape", normal, graph.ints(-1, WIDTH)));
  }

  private static double[] normalised(Batch samples) {
    double[] values = samples.values().clone();
    for (int row = 0; row < samples.rows(); row++) {
      double mean = 0;
      double square = 0;
      for (int i = 0; i < WIDTH; i++) {
        mean += values[row * WIDTH + i] / WIDTH;
        square += values[row * WIDTH + i] * values[row * WIDTH + i] / WIDTH;
      }
      for (int i = 0; i < WIDTH; i++) {
        values[row * WIDTH + i] =
            (values[row * WIDTH + i] - mean) / Math.sqrt(square - mean * mean + SMALL);
      }
    }
    return values;
  }
}
