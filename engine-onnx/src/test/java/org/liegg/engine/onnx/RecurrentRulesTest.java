package org.liegg.engine.onnx;

import static org.liegg.engine.onnx.RuleCheck.rule;
import static org.liegg.engine.onnx.RuleCheck.shape;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RecurrentRulesTest {
  private static final int HIDDEN = 3;

  /** Series of 4 steps of 2 features, samples first; the states after all steps come out. */
  private static DynamicTest series(
      String op, int gates, int directions, Map<String, Object> settings, boolean everything) {
    return rule(
        op + settings.keySet(),
        14,
        shape(4, 2),
        m -> {
          Map<String, Object> attributes = new HashMap<>(settings);
          attributes.put("hidden_size", HIDDEN);
          String steps = m.op("Transpose", Map.of("perm", new long[] {1, 0, 2}), "x");
          String w = m.weights(directions, (long) gates * HIDDEN, 2);
          String r = m.weights(directions, (long) gates * HIDDEN, HIDDEN);
          String b = m.weights(directions, 2L * gates * HIDDEN);
          String[] made =
              everything
                  ? m.ops(
                      op,
                      2,
                      attributes,
                      steps,
                      w,
                      r,
                      b,
                      "",
                      states(m),
                      states(m),
                      m.weights(directions, 3 * HIDDEN))
                  : m.ops(op, 2, attributes, steps, w, r, b);
          String all = m.op("Transpose", Map.of("perm", new long[] {2, 0, 1, 3}), made[0]);
          String last = m.op("Transpose", Map.of("perm", new long[] {1, 0, 2}), made[1]);
          return m.op("Concat", Map.of("axis", 1), m.op("Flatten", all), m.op("Flatten", last));
        });
  }

  private static String states(TestModel m) {
    String rows = m.op("Gather", m.op("Shape", "x"), m.integers(0));
    String shape = m.op("Concat", Map.of("axis", 0), m.integers(1), rows, m.integers(HIDDEN));
    return m.op("Expand", m.weights(1, 1, HIDDEN), shape);
  }

  @TestFactory
  List<DynamicTest> layers() {
    return List.of(
        series("RNN", 1, 1, Map.of(), false),
        series("RNN", 1, 1, Map.of("activations", new String[] {"Relu"}), false),
        series("RNN", 1, 2, Map.of("direction", "bidirectional"), false),
        series("GRU", 3, 1, Map.of(), false),
        series("GRU", 3, 1, Map.of("linear_before_reset", 1), false),
        series("GRU", 3, 1, Map.of("direction", "reverse", "clip", 0.4), false),
        series("LSTM", 4, 1, Map.of(), false),
        series("LSTM", 4, 1, Map.of("direction", "reverse"), true),
        series("LSTM", 4, 2, Map.of("direction", "bidirectional"), false),
        series(
            "LSTM",
            4,
            1,
            Map.of("activations", new String[] {"HardSigmoid", "Softsign", "Tanh"}),
            true));
  }
}
