package org.liegg.engine.onnx;

import static org.liegg.engine.onnx.RuleCheck.positive;
import static org.liegg.engine.onnx.RuleCheck.rule;
import static org.liegg.engine.onnx.RuleCheck.shape;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ReductionRulesTest {
  private static final long[] SAMPLE = shape(2, 3, 4);
  private static final List<String> ALL =
      List.of(
          "ReduceSum",
          "ReduceMean",
          "ReduceMax",
          "ReduceMin",
          "ReduceProd",
          "ReduceL1",
          "ReduceL2",
          "ReduceSumSquare",
          "ReduceLogSum",
          "ReduceLogSumExp");

  @TestFactory
  Stream<DynamicTest> withAxesAsAttributes() {
    return ALL.stream().map(op -> positive(op, 12, SAMPLE, m -> m.op(op, axes(1, 2), "x")));
  }

  private static Map<String, Object> axes(long... axes) {
    Map<String, Object> attributes = new HashMap<>();
    attributes.put("axes", axes);
    attributes.put("keepdims", 0);
    return attributes;
  }

  @TestFactory
  Stream<DynamicTest> withAxesAsAnInput() {
    return ALL.stream().map(op -> positive(op, 18, SAMPLE, m -> m.op(op, "x", m.integers(-1, 1))));
  }

  @TestFactory
  List<DynamicTest> others() {
    return List.of(
        rule("ReduceSum", 13, SAMPLE, m -> m.op("ReduceSum", "x", m.integers(3))),
        rule("CumSum", 11, SAMPLE, m -> m.op("CumSum", "x", m.integersOf(new long[0], 2))),
        rule(
            "CumSum backwards",
            14,
            SAMPLE,
            m ->
                m.op(
                    "CumSum",
                    Map.of("exclusive", 1, "reverse", 1),
                    "x",
                    m.integersOf(new long[0], -1))),
        rule(
            "ReduceProd with a factor of 0",
            13,
            SAMPLE,
            m -> m.op("ReduceProd", axes(3), m.op("Mul", "x", m.reals(shape(4), 1, 0, 2, 1)))));
  }
}
