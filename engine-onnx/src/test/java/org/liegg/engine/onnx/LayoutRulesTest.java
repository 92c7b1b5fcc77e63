package org.liegg.engine.onnx;

import static org.liegg.engine.onnx.RuleCheck.rule;
import static org.liegg.engine.onnx.RuleCheck.shape;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class LayoutRulesTest {
  private static final long[] SAMPLE = shape(2, 3, 4);

  /** The operator between two functions that are not linear. */
  private static DynamicTest moved(String name, int opset, Function<TestModel, String> op) {
    return rule(name, opset, SAMPLE, m -> m.op("Sin", op.apply(m)));
  }

  @TestFactory
  List<DynamicTest> shapes() {
    return List.of(
        moved("Reshape", 7, m -> m.op("Reshape", "x", m.integers(0, -1, 6))),
        moved(
            "Reshape by its own shape",
            13,
            m -> {
              String first = m.op("Gather", m.op("Shape", "x"), m.integers(0));
              return m.op("Reshape", "x", m.op("Concat", Map.of("axis", 0), first, m.integers(-1)));
            }),
        moved("Flatten", 9, m -> m.op("Flatten", Map.of("axis", 1), "x")),
        moved(
            "Squeeze, Unsqueeze",
            11,
            m ->
                m.op(
                    "Squeeze",
                    Map.of("axes", new long[] {2}),
                    m.op("Unsqueeze", Map.of("axes", new long[] {2, 5}), "x"))),
        moved(
            "Squeeze, Unsqueeze",
            13,
            m -> m.op("Squeeze", m.op("Unsqueeze", "x", m.integers(2, -1)), m.integers(2, -1))),
        moved("Transpose", 7, m -> m.op("Transpose", Map.of("perm", new long[] {0, 3, 1, 2}), "x")),
        moved(
            "Expand",
            13,
            m -> m.op("Expand", m.op("Reshape", "x", m.integers(0, 1, -1)), m.integers(1, 3, 1))),
        moved("Dropout", 10, m -> m.op("Dropout", Map.of("ratio", 0.5), "x")),
        moved("Dropout", 13, m -> m.op("Dropout", "x", m.real(0.5))),
        moved("Cast", 13, m -> m.op("Cast", Map.of("to", 1), m.op("Cast", Map.of("to", 11), "x"))));
  }

  @TestFactory
  List<DynamicTest> parts() {
    return List.of(
        moved("Concat", 13, m -> m.op("Concat", Map.of("axis", 2), "x", m.op("Exp", "x"))),
        moved(
            "Split",
            11,
            m ->
                m.op("Mul", m.ops("Split", 2, Map.of("axis", 3, "split", new long[] {2, 2}), "x"))),
        moved("Split", 13, m -> m.ops("Split", 2, Map.of("axis", -1), "x", m.integers(1, 3))[1]),
        moved(
            "Split into parts",
            18,
            m -> m.ops("Split", 2, Map.of("axis", 2, "num_outputs", 2), "x")[0]),
        moved("Tile", 13, m -> m.op("Tile", "x", m.integers(1, 2, 1, 3))),
        moved(
            "SpaceToDepth",
            13,
            m ->
                m.op(
                    "SpaceToDepth",
                    Map.of("blocksize", 2),
                    m.op("Slice", "x", m.integers(0), m.integers(2), m.integers(2)))),
        depthToSpace("DCR"),
        depthToSpace("CRD"));
  }

  private static DynamicTest depthToSpace(String mode) {
    return rule(
        "DepthToSpace " + mode,
        13,
        shape(8, 2, 3),
        m -> m.op("Sin", m.op("DepthToSpace", Map.of("blocksize", 2, "mode", mode), "x")));
  }

  @TestFactory
  List<DynamicTest> slices() {
    return List.of(
        moved(
            "Slice",
            9,
            m ->
                m.op(
                    "Slice",
                    Map.of(
                        "starts", new long[] {1, -3},
                        "ends", new long[] {2, 100},
                        "axes", new long[] {2, 3}),
                    "x")),
        moved(
            "Slice with steps",
            13,
            m ->
                m.op(
                    "Slice",
                    "x",
                    m.integers(-1, 0),
                    m.integers(Long.MIN_VALUE, 4),
                    m.integers(2, 3),
                    m.integers(-2, 3))),
        moved("Gather", 13, m -> m.op("Gather", Map.of("axis", 3), "x", m.integers(0, -1, 0))),
        moved(
            "Gather of one",
            11,
            m -> m.op("Gather", Map.of("axis", 2), "x", m.integersOf(new long[0], 1))),
        moved(
            "GatherElements",
            13,
            m -> {
              String rows = m.op("Gather", m.op("Shape", "x"), m.integers(0));
              String shape = m.op("Concat", Map.of("axis", 0), rows, m.integers(5));
              return m.op(
                  "GatherElements",
                  Map.of("axis", 1),
                  m.op("Flatten", "x"),
                  m.op("Expand", m.integersOf(shape(1, 5), 0, 23, 7, -1, 7), shape));
            }),
        moved(
            "GatherND",
            13,
            m ->
                m.op(
                    "Transpose",
                    Map.of("perm", new long[] {2, 0, 1}),
                    m.op(
                        "GatherND",
                        m.op("Transpose", Map.of("perm", new long[] {1, 2, 3, 0}), "x"),
                        m.integersOf(shape(3, 2), 0, 0, 1, 2, 0, 0)))),
        moved("Trilu", 14, m -> m.op("Trilu", "x", m.integersOf(new long[0], 1))),
        moved("Trilu below", 14, m -> m.op("Trilu", Map.of("upper", 0), "x")));
  }

  @TestFactory
  List<DynamicTest> pads() {
    return List.of(
        moved(
            "Pad",
            10,
            m ->
                m.op(
                    "Pad",
                    Map.of("pads", new long[] {0, 0, 1, 2, 0, 1, 0, -1}, "value", 0.5),
                    "x")),
        pad("constant"),
        pad("reflect"),
        pad("edge"),
        moved(
            "Pad of axes", 18, m -> m.op("Pad", "x", m.integers(1, 2), m.real(-1), m.integers(3))),
        moved(
            "Pad around",
            19,
            m -> m.op("Pad", Map.of("mode", "wrap"), "x", m.integers(0, 0, 0, 2, 0, 0, 0, 3))));
  }

  private static DynamicTest pad(String mode) {
    return moved(
        "Pad " + mode,
        13,
        m -> m.op("Pad", Map.of("mode", mode), "x", m.integers(0, 0, 1, 2, 0, 0, 2, 3)));
  }
}
