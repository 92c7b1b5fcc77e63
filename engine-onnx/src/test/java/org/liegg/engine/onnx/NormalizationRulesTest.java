package org.liegg.engine.onnx;

import static org.liegg.engine.onnx.RuleCheck.rule;
import static org.liegg.engine.onnx.RuleCheck.shape;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class NormalizationRulesTest {
  private static final long[] IMAGE = shape(4, 3, 2);

  @TestFactory
  Stream<DynamicTest> batches() {
    return Stream.of(7, 9, 14, 15)
        .map(
            opset ->
                rule(
                    "BatchNormalization",
                    opset,
                    IMAGE,
                    m ->
                        m.op(
                            "BatchNormalization",
                            Map.of("epsilon", 0.01),
                            m.op("Sin", "x"),
                            m.weights(4),
                            m.weights(4),
                            m.weights(4),
                            m.reals(shape(4), 0.5, 1, 2, 0.1))));
  }

  @TestFactory
  List<DynamicTest> samples() {
    return List.of(
        rule(
            "InstanceNormalization",
            7,
            IMAGE,
            m -> m.op("InstanceNormalization", "x", m.weights(4), m.weights(4))),
        rule(
            "LayerNormalization",
            17,
            shape(3, 4),
            m -> m.op("LayerNormalization", "x", m.weights(4), m.weights(4))),
        rule(
            "LayerNormalization of two axes",
            17,
            shape(3, 4),
            m -> m.op("LayerNormalization", Map.of("axis", 1), "x", m.weights(3, 4))),
        inTwoGroups(18, 2),
        inTwoGroups(21, 4),
        rule("LpNormalization", 7, IMAGE, m -> m.op("LpNormalization", "x")),
        rule(
            "LpNormalization of the sum",
            7,
            IMAGE,
            m -> m.op("LpNormalization", Map.of("p", 1, "axis", 1), "x")),
        rule(
            "MeanVarianceNormalization",
            13,
            IMAGE,
            m -> m.op("MeanVarianceNormalization", Map.of("axes", new long[] {2, 3}), "x")),
        rule(
            "LRN",
            13,
            shape(5, 2, 2),
            m -> m.op("LRN", Map.of("size", 3, "alpha", 0.3, "beta", 0.7, "bias", 1.5), "x")));
  }

  /** With so many scales and biases: one a group up to opset 18, one a channel from 21 on. */
  private static DynamicTest inTwoGroups(int opset, int weights) {
    return rule(
        "GroupNormalization",
        opset,
        IMAGE,
        m ->
            m.op(
                "GroupNormalization",
                Map.of("num_groups", 2),
                "x",
                m.weights(weights),
                m.weights(weights)));
  }
}
