package org.liegg.engine.tensorflow.lower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.liegg.engine.tensorflow.lower.LoweringCheck.FAULTS;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;
import org.liegg.engine.tensorflow.TestGraph;
import org.liegg.engine.tensorflow.TestModels;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.liegg.engine.tensorflow.graph.OpCatalog;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/** Operations on images. */
class ImageLoweringsTest extends LoweringContract {
  static Stream<Arguments> operations() {
    return Stream.of(
        conv("Conv2D, gaps, SAME", g -> gaps(g, "SAME", 2)),
        conv("Conv2D, gaps, VALID", ImageLoweringsTest::small),
        conv("Conv2D, wide gaps", g -> gaps(g, "SAME", 3)),
        conv("Conv2D, padded", g -> padded(g, 1)),
        conv("Conv2D, padded, gaps", g -> padded(g, 2)),
        conv("MaxPool, padded", ImageLoweringsTest::paddedMaximum));
  }

  @Test
  void bilinearResizingAgreesWithTensorFlow() {
    for (Map<String, Boolean> kind :
        List.of(
            Map.of("align_corners", true),
            Map.of("half_pixel_centers", true),
            Map.<String, Boolean>of())) {
      TestGraph graph = new TestGraph(DataType.DT_FLOAT);
      graph.input("x", 3, 4, 4, 2);
      String resized =
          graph.op(
              "ResizeBilinear",
              node -> kind.forEach((key, value) -> node.putAttr(key, Nodes.flag(value))),
              "x",
              graph.ints(7, 3));
      graph.node(Nodes.identity("result", resized, DataType.DT_FLOAT).toBuilder());
      GraphDef lowered = new LowerImages(FAULTS).apply(graph.graph());
      assertThat(lowered).isNotEqualTo(graph.graph());
      assertThat(LoweringCheck.run(doubled(lowered)))
          .containsExactly(LoweringCheck.run(doubled(graph.graph())), within(1e-6));
    }
  }

  @Test
  void normalisationOverChannelsAgreesWithTensorFlow() {
    TestGraph graph = new TestGraph(DataType.DT_FLOAT);
    graph.input("x", 3, 4, 4, 2);
    String normal = graph.op("LRN", node -> node.putAttr("depth_radius", Nodes.integer(1)), "x");
    graph.node(Nodes.identity("result", normal, DataType.DT_FLOAT).toBuilder());
    GraphDef filled =
        new ToFloating(DataType.DT_FLOAT, OpCatalog.registered(), FAULTS).apply(graph.graph());
    assertThat(LoweringCheck.run(doubled(new LowerImages(FAULTS).apply(filled))))
        .containsExactly(LoweringCheck.run(doubled(filled)), within(1e-6));
  }

  private static String gaps(TestGraph graph, String padding, long gap) {
    return TestModels.conv(graph, "x", 2, 3, padding, gap);
  }

  private static NodeDef.Builder dilated(NodeDef.Builder node, long gap, String padding) {
    return node.putAttr("strides", Nodes.integers(List.of(1L, 1L, 1L, 1L)))
        .putAttr("dilations", Nodes.integers(List.of(1L, gap, gap, 1L)))
        .putAttr("padding", Nodes.text(padding));
  }

  private static String padded(TestGraph graph, long gap) {
    return graph.op(
        "Conv2D",
        node ->
            dilated(node, gap, "EXPLICIT")
                .putAttr(
                    "explicit_paddings", Nodes.integers(List.of(0L, 0L, 1L, 2L, 3L, 1L, 0L, 0L))),
        "x",
        graph.weights(0.3, 3, 3, 2, 3));
  }

  private static String small(TestGraph graph) {
    return graph.op(
        "Conv2D", node -> dilated(node, 2, "VALID"), "x", graph.weights(0.3, 2, 2, 2, 3));
  }

  private static String paddedMaximum(TestGraph graph) {
    return graph.op(
        "MaxPool",
        node ->
            node.putAttr("ksize", Nodes.integers(List.of(1L, 2L, 3L, 1L)))
                .putAttr("strides", Nodes.integers(List.of(1L, 1L, 2L, 1L)))
                .putAttr("padding", Nodes.text("EXPLICIT"))
                .putAttr(
                    "explicit_paddings", Nodes.integers(List.of(0L, 0L, 1L, 0L, 1L, 2L, 0L, 0L))),
        "x");
  }

  private static GraphDef doubled(GraphDef graph) {
    return new ToFloating(DataType.DT_DOUBLE, OpCatalog.registered(), FAULTS).apply(graph);
  }

  private static Arguments conv(String name, Function<TestGraph, String> operation) {
    return LoweringCheck.of(name, new LowerConvolutions(FAULTS), operation);
  }
}
