package org.liegg.engine.tensorflow.lower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
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
import org.tensorflow.proto.NodeDef;

/** Operations on images whose channels come first do the same as where they come last. */
class LayoutsTest {
  private static final ModelOptions DOUBLE = new ModelOptions(Precision.DOUBLE);
  private static final AttrValue INT = Nodes.type(DataType.DT_INT32);
  private static final int HEIGHT = 6;
  private static final int WIDTH = 4;
  private static final int CHANNELS = 4;

  @TempDir Path directory;

  static Stream<Arguments> operations() {
    return Stream.of(
        of("Conv2D, SAME", (g, x, l) -> conv(g, x, l, "SAME", 1, 1, 1)),
        of("Conv2D, SAME, steps", (g, x, l) -> conv(g, x, l, "SAME", 2, 1, 1)),
        of("Conv2D, VALID, steps", (g, x, l) -> conv(g, x, l, "VALID", 1, 2, 1)),
        of("Conv2D, EXPLICIT, steps", (g, x, l) -> conv(g, x, l, "EXPLICIT", 2, 1, 1)),
        of("Conv2D, SAME, gaps", (g, x, l) -> conv(g, x, l, "SAME", 1, 1, 2)),
        of("Conv2D, VALID, gaps", (g, x, l) -> conv(g, x, l, "VALID", 1, 1, 2)),
        of("Conv2D, EXPLICIT, gaps", (g, x, l) -> conv(g, x, l, "EXPLICIT", 1, 1, 2)),
        of("DepthwiseConv2dNative, SAME", (g, x, l) -> depthwise(g, x, l, "SAME", 1, 1)),
        of("DepthwiseConv2dNative, VALID, steps", (g, x, l) -> depthwise(g, x, l, "VALID", 2, 1)),
        of("DepthwiseConv2dNative, EXPLICIT", (g, x, l) -> depthwise(g, x, l, "EXPLICIT", 2, 1)),
        of("DepthwiseConv2dNative, SAME, gaps", (g, x, l) -> depthwise(g, x, l, "SAME", 1, 2)),
        of("DepthwiseConv2dNative, VALID, gaps", (g, x, l) -> depthwise(g, x, l, "VALID", 1, 2)),
        of("Conv2DBackpropInput, SAME", (g, x, l) -> transposedConv(g, x, l, "SAME")),
        of("Conv2DBackpropInput, VALID", (g, x, l) -> transposedConv(g, x, l, "VALID")),
        of("MaxPool, SAME", (g, x, l) -> pool(g, "MaxPool", x, l, "SAME")),
        of("MaxPool, VALID", (g, x, l) -> pool(g, "MaxPool", x, l, "VALID")),
        of("MaxPool, EXPLICIT", (g, x, l) -> pool(g, "MaxPool", x, l, "EXPLICIT")),
        of("AvgPool, SAME", (g, x, l) -> pool(g, "AvgPool", x, l, "SAME")),
        of("AvgPool, VALID", (g, x, l) -> pool(g, "AvgPool", x, l, "VALID")),
        of("FusedBatchNorm", (g, x, l) -> normal(g, "FusedBatchNorm", x, l)),
        of("FusedBatchNormV2", (g, x, l) -> normal(g, "FusedBatchNormV2", x, l)),
        of("FusedBatchNormV3", (g, x, l) -> normal(g, "FusedBatchNormV3", x, l)),
        of("BiasAdd", LayoutsTest::bias),
        of("SpaceToDepth", (g, x, l) -> blocks(g, "SpaceToDepth", x, l)),
        of("DepthToSpace", (g, x, l) -> blocks(g, "DepthToSpace", x, l)),
        of("Conv2D of series", LayoutsTest::series));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void channelsMayComeFirst(String name, Operation operation) {
    TestGraph last = graph();
    last.output("y", operation.add(last, "x", Layout.LAST));
    TestGraph first = graph();
    String moved = transposed(first, "x", 0, 3, 1, 2);
    String y = operation.add(first, moved, Layout.FIRST);
    first.output("y", transposed(first, y, 0, 2, 3, 1));
    Batch x = GradientCheck.randomSamples(HEIGHT * WIDTH * CHANNELS);
    try (ModelGradient expected = Resources.open(last.save(directory.resolve("last")), DOUBLE);
        ModelGradient actual = Resources.open(first.save(directory.resolve("first")), DOUBLE)) {
      Jacobians known = expected.jacobians(x);
      Jacobians jacobians = actual.jacobians(x);
      assertThat(jacobians.responses()).containsExactly(known.responses(), within(1e-12));
      assertThat(jacobians.values()).containsExactly(known.values(), within(1e-12));
      assertThat(actual.warnings()).as("no differences instead of gradients").isEmpty();
      assertThat(actual.info().selfCheck().status()).isEqualTo(SelfCheck.Status.PASSED);
    }
  }

  private static TestGraph graph() {
    TestGraph graph = new TestGraph(DataType.DT_DOUBLE);
    graph.input("x", -1, HEIGHT, WIDTH, CHANNELS);
    return graph;
  }

  private static Arguments of(String name, Operation operation) {
    return Arguments.of(name, operation);
  }

  private static void sliding(
      NodeDef.Builder node, Layout layout, String padding, long down, long across, long gap) {
    layout.axes(node, "strides", down, across);
    layout.axes(node, "dilations", gap, gap);
    layout.padding(node, padding);
  }

  private static String conv(
      TestGraph graph, String x, Layout layout, String padding, long down, long across, long gap) {
    return graph.op(
        "Conv2D",
        node -> sliding(node, layout, padding, down, across, gap),
        x,
        graph.weights(0.3, 3, 2, CHANNELS, 3));
  }

  private static String depthwise(
      TestGraph graph, String x, Layout layout, String padding, long step, long gap) {
    return graph.op(
        "DepthwiseConv2dNative",
        node -> sliding(node, layout, padding, step, step, gap),
        x,
        graph.weights(0.3, 3, 2, CHANNELS, 2));
  }

  private static String transposedConv(TestGraph graph, String x, Layout layout, String padding) {
    int height = padding.equals("SAME") ? 2 * HEIGHT : 2 * HEIGHT + 1;
    String samples =
        graph.node(
            Nodes.node(
                    "",
                    "StridedSlice",
                    graph.op("Shape", x),
                    graph.ints(0),
                    graph.ints(1),
                    graph.ints(1))
                .putAttr("T", INT)
                .putAttr("Index", INT)
                .putAttr("shrink_axis_mask", Nodes.integer(1)));
    int width = padding.equals("SAME") ? WIDTH : WIDTH + 1;
    List<String> sizes = new ArrayList<>(List.of(samples));
    for (int size :
        layout == Layout.LAST ? new int[] {height, width, 3} : new int[] {3, height, width}) {
      sizes.add(graph.integer(size));
    }
    String all =
        graph.node(
            Nodes.node("", "Pack", sizes.toArray(String[]::new))
                .putAttr("T", INT)
                .putAttr("N", Nodes.integer(4)));
    return graph.op(
        "Conv2DBackpropInput",
        node -> {
          layout.axes(node, "strides", 2, 1);
          layout.padding(node, padding);
        },
        all,
        graph.weights(0.3, 3, 2, 3, CHANNELS),
        x);
  }

  private static String pool(TestGraph graph, String op, String x, Layout layout, String padding) {
    return graph.op(
        op,
        node -> {
          layout.axes(node, "ksize", 2, 3);
          layout.axes(node, "strides", 2, 1);
          layout.padding(node, padding);
        },
        x);
  }

  private static String normal(TestGraph graph, String op, String x, Layout layout) {
    List<String> inputs = new ArrayList<>();
    for (double[] values :
        List.of(
            new double[] {1, 2, 0.5, 1.5},
            new double[] {0, 0.1, -0.1, 0.2},
            new double[] {0.3, 0, -0.2, 0.1},
            new double[] {1, 0.5, 2, 1})) {
      inputs.add(graph.numbers(List.of(4), values));
    }
    NodeDef.Builder node =
        Nodes.node("", op, x, inputs.get(0), inputs.get(1), inputs.get(2), inputs.get(3))
            .putAttr("T", Nodes.type(DataType.DT_DOUBLE))
            .putAttr("epsilon", AttrValue.newBuilder().setF(1e-3f).build())
            .putAttr("is_training", Nodes.flag(false))
            .putAttr("data_format", Nodes.text(layout.format));
    if (!op.equals("FusedBatchNorm")) {
      node.putAttr("U", Nodes.type(DataType.DT_DOUBLE));
    }
    return graph.node(node);
  }

  private static String bias(TestGraph graph, String x, Layout layout) {
    return graph.op(
        "BiasAdd",
        node -> node.putAttr("data_format", Nodes.text(layout.format)),
        graph.op("Square", x),
        graph.numbers(List.of(4), 1, 2, 3, 4));
  }

  private static String blocks(TestGraph graph, String op, String x, Layout layout) {
    return graph.op(
        op,
        node ->
            node.putAttr("block_size", Nodes.integer(2))
                .putAttr("data_format", Nodes.text(layout.format)),
        x);
  }

  /** A convolution along one axis, as Keras does it: the other one is added, and dropped again. */
  private static String series(TestGraph graph, String x, Layout layout) {
    boolean last = layout == Layout.LAST;
    int length = HEIGHT * WIDTH;
    String flat =
        last
            ? graph.op("Reshape", x, graph.ints(-1, length, CHANNELS))
            : graph.op("Reshape", x, graph.ints(-1, CHANNELS, length));
    String wide =
        graph.op(
            "ExpandDims", node -> node.putAttr("Tdim", INT), flat, graph.integer(last ? -3 : -2));
    String convolved =
        graph.op(
            "Conv2D",
            node -> {
              layout.axes(node, "strides", 1, 2);
              layout.axes(node, "dilations", 1, 1);
              layout.padding(node, "SAME");
            },
            wide,
            graph.weights(0.3, 1, 3, CHANNELS, 3));
    String squeezed =
        graph.op(
            "Squeeze",
            node -> node.putAttr("squeeze_dims", Nodes.integers(List.of(last ? -3L : -2L))),
            convolved);
    return last
        ? graph.op("Reshape", squeezed, graph.ints(-1, length / 4, 2, 3))
        : graph.op("Reshape", squeezed, graph.ints(-1, 3, length / 4, 2));
  }

  private static String transposed(TestGraph graph, String tensor, int... axes) {
    return graph.op("Transpose", node -> node.putAttr("Tperm", INT), tensor, graph.ints(axes));
  }

  /** Adds an operation to a graph, on an image of one layout. */
  @FunctionalInterface
  interface Operation {

    String add(TestGraph graph, String image, Layout layout);
  }

  /** Where the channels of an image stand. */
  enum Layout {
    LAST("NHWC"),
    FIRST("NCHW");

    private final String format;

    Layout(String format) {
      this.format = format;
    }

    /** An attribute of one number for each axis. */
    void axes(NodeDef.Builder node, String attribute, long down, long across) {
      node.putAttr(
          attribute,
          Nodes.integers(
              this == LAST ? List.of(1L, down, across, 1L) : List.of(1L, 1L, down, across)));
    }

    /** Padding, and what is written out of it: 1 above, 2 below, 0 left, 1 right. */
    void padding(NodeDef.Builder node, String padding) {
      node.putAttr("data_format", Nodes.text(format)).putAttr("padding", Nodes.text(padding));
      if (padding.equals("EXPLICIT")) {
        node.putAttr(
            "explicit_paddings",
            Nodes.integers(
                this == LAST
                    ? List.of(0L, 0L, 1L, 2L, 0L, 1L, 0L, 0L)
                    : List.of(0L, 0L, 0L, 0L, 1L, 2L, 0L, 1L)));
      }
    }
  }
}
