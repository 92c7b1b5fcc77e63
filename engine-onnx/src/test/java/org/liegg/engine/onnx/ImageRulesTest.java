package org.liegg.engine.onnx;

import static org.liegg.engine.onnx.RuleCheck.rule;
import static org.liegg.engine.onnx.RuleCheck.shape;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ImageRulesTest {
  private static final long[] IMAGE = shape(2, 5, 6);

  private static long[] two(long a, long b) {
    return new long[] {a, b};
  }

  @TestFactory
  List<DynamicTest> convolutions() {
    return List.of(
        convolution("Conv", Map.of()),
        convolution("Conv", Map.of("pads", new long[] {1, 0, 2, 1})),
        convolution("Conv", Map.of("strides", two(2, 3), "dilations", two(2, 1))),
        convolution("Conv", Map.of("auto_pad", "SAME_UPPER", "strides", two(2, 2))),
        convolution("Conv", Map.of("auto_pad", "SAME_LOWER")),
        convolution("Conv", Map.of("auto_pad", "VALID", "kernel_shape", two(3, 2))),
        rule(
            "Conv in groups",
            11,
            shape(4, 5),
            m -> m.op("Conv", Map.of("group", 2), "x", m.weights(6, 2, 3), m.weights(6))),
        rule(
            "Conv of every channel",
            11,
            IMAGE,
            m -> m.op("Conv", Map.of("group", 2), "x", m.weights(4, 1, 2, 2))));
  }

  private static DynamicTest convolution(String op, Map<String, Object> attributes) {
    return rule(
        op + attributes.keySet(),
        11,
        IMAGE,
        m -> m.op(op, attributes, "x", m.weights(3, 2, 3, 2), m.weights(3)));
  }

  @TestFactory
  List<DynamicTest> transposedConvolutions() {
    return List.of(
        back(Map.of()),
        back(Map.of("strides", two(2, 3))),
        back(Map.of("strides", two(2, 2), "pads", new long[] {1, 0, 1, 1})),
        back(Map.of("strides", two(3, 2), "output_padding", two(2, 1))),
        back(Map.of("strides", two(2, 2), "output_shape", two(10, 12))),
        back(Map.of("dilations", two(2, 1))),
        back(Map.of("strides", two(2, 2), "auto_pad", "SAME_UPPER")),
        rule(
            "ConvTranspose in groups",
            11,
            shape(4, 5),
            m ->
                m.op(
                    "ConvTranspose",
                    Map.of("group", 2, "strides", new long[] {2}),
                    "x",
                    m.weights(4, 3, 3),
                    m.weights(6))));
  }

  private static DynamicTest back(Map<String, Object> attributes) {
    return rule(
        "ConvTranspose" + attributes.keySet(),
        11,
        IMAGE,
        m -> m.op("ConvTranspose", attributes, "x", m.weights(2, 3, 3, 2), m.weights(3)));
  }

  @TestFactory
  Stream<DynamicTest> poolings() {
    List<Map<String, Object>> settings =
        List.of(
            Map.of("kernel_shape", two(2, 3)),
            Map.of("kernel_shape", two(3, 2), "strides", two(2, 2)),
            Map.of("kernel_shape", two(2, 2), "pads", new long[] {1, 0, 1, 1}),
            Map.of("kernel_shape", two(2, 3), "strides", two(2, 2), "ceil_mode", 1),
            Map.of("kernel_shape", two(3, 3), "strides", two(2, 2), "auto_pad", "SAME_UPPER"));
    return Stream.of("MaxPool", "AveragePool")
        .flatMap(
            op ->
                settings.stream()
                    .map(s -> rule(op + s.keySet(), 12, IMAGE, m -> m.op(op, s, "x"))));
  }

  @TestFactory
  List<DynamicTest> otherPoolings() {
    return List.of(
        rule(
            "MaxPool with gaps",
            12,
            IMAGE,
            m -> m.op("MaxPool", Map.of("kernel_shape", two(2, 2), "dilations", two(2, 3)), "x")),
        rule(
            "AveragePool with what is missing",
            11,
            IMAGE,
            m ->
                m.op(
                    "AveragePool",
                    Map.of(
                        "kernel_shape",
                        two(2, 2),
                        "pads",
                        new long[] {1, 1, 0, 0},
                        "count_include_pad",
                        1),
                    "x")),
        rule(
            "AveragePool of series",
            7,
            shape(3, 7),
            m -> m.op("AveragePool", Map.of("kernel_shape", new long[] {3}), "x")),
        rule(
            "LpPool",
            11,
            IMAGE,
            m -> m.op("LpPool", Map.of("kernel_shape", two(2, 2), "p", 3), "x")),
        rule("GlobalAveragePool", 7, IMAGE, m -> m.op("GlobalAveragePool", "x")),
        rule("GlobalMaxPool", 7, IMAGE, m -> m.op("GlobalMaxPool", "x")),
        rule("GlobalLpPool", 7, IMAGE, m -> m.op("GlobalLpPool", "x")));
  }

  @TestFactory
  Stream<DynamicTest> resizes() {
    return Stream.of("half_pixel", "pytorch_half_pixel", "align_corners", "asymmetric")
        .flatMap(
            places ->
                Stream.of("nearest", "linear", "cubic")
                    .map(
                        mode ->
                            rule(
                                "Resize %s %s".formatted(mode, places),
                                13,
                                IMAGE,
                                m ->
                                    m.op(
                                        "Resize",
                                        Map.of(
                                            "mode", mode, "coordinate_transformation_mode", places),
                                        "x",
                                        "",
                                        m.reals(shape(4), 1, 1, 1.6, 0.5)))));
  }

  @TestFactory
  List<DynamicTest> otherResizes() {
    return List.of(
        rule(
            "Resize to a size",
            11,
            IMAGE,
            m ->
                m.op(
                    "Resize",
                    Map.of("mode", "linear"),
                    "x",
                    m.reals(shape(0)),
                    m.reals(shape(0)),
                    m.op(
                        "Concat",
                        Map.of("axis", 0),
                        m.op("Slice", m.op("Shape", "x"), m.integers(0), m.integers(2)),
                        m.integers(7, 4)))),
        rule(
            "Resize",
            10,
            IMAGE,
            m -> m.op("Resize", Map.of("mode", "linear"), "x", m.reals(shape(4), 1, 1, 2, 2))),
        rule("Upsample", 9, IMAGE, m -> m.op("Upsample", "x", m.reals(shape(4), 1, 1, 2, 3))),
        rule(
            "Upsample",
            7,
            IMAGE,
            m ->
                m.op(
                    "Upsample",
                    Map.of("scales", new double[] {1, 1, 2, 2}, "mode", "nearest"),
                    "x")));
  }
}
