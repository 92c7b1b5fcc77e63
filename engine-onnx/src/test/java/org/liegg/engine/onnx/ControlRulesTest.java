package org.liegg.engine.onnx;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.liegg.engine.onnx.RuleCheck.rule;
import static org.liegg.engine.onnx.RuleCheck.shape;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;

class ControlRulesTest {
  @TempDir Path folder;

  /** A graph of one node that takes a tensor from outside. */
  private static GraphProto body(String op, String output) {
    return GraphProto.newBuilder()
        .setName(op)
        .addNode(TestModel.node(op, Map.of(), "x").addOutput(output))
        .addOutput(TestModel.info(output, DataType.FLOAT))
        .build();
  }

  private static Map<String, Object> branches() {
    return Map.of("then_branch", body("Sin", "then"), "else_branch", body("Exp", "else"));
  }

  @TestFactory
  List<DynamicTest> whatTheSamplesDoNotDecide() {
    return List.of(
        rule(
            "If",
            13,
            shape(3),
            m -> {
              String size = m.op("Gather", m.op("Shape", "x"), m.integersOf(new long[0], 1));
              String condition = m.op("Equal", size, m.integersOf(new long[0], 3));
              return m.op("If", branches(), condition);
            }),
        rule(
            "Loop",
            13,
            shape(3),
            m -> {
              String[] made =
                  m.ops("Loop", 2, Map.of("body", turn()), m.integersOf(new long[0], 3), "", "x");
              String seen = m.op("Transpose", Map.of("perm", new long[] {1, 0, 2}), made[1]);
              return m.op("Concat", Map.of("axis", 1), made[0], m.op("Flatten", seen));
            }),
        rule(
            "Scan",
            11,
            shape(3, 4),
            m -> {
              String start = m.op("Gather", Map.of("axis", 1), "x", m.integersOf(new long[0], 0));
              Map<String, Object> settings =
                  Map.of(
                      "body",
                      step(),
                      "num_scan_inputs",
                      1,
                      "scan_input_axes",
                      new long[] {1},
                      "scan_output_axes",
                      new long[] {1});
              String[] made = m.ops("Scan", 2, settings, start, "x");
              return m.op("Concat", Map.of("axis", 1), made[0], m.op("Flatten", made[1]));
            }));
  }

  /** state' = sin(state) · state, which is also seen. */
  private static GraphProto turn() {
    return GraphProto.newBuilder()
        .setName("turn")
        .addInput(TestModel.scalar("i", DataType.INT64))
        .addInput(TestModel.scalar("go", DataType.BOOL))
        .addInput(TestModel.info("state", DataType.FLOAT))
        .addNode(TestModel.node("Identity", Map.of(), "go").addOutput("on"))
        .addNode(TestModel.node("Sin", Map.of(), "state").addOutput("sine"))
        .addNode(TestModel.node("Mul", Map.of(), "sine", "state").addOutput("next"))
        .addNode(TestModel.node("Identity", Map.of(), "next").addOutput("seen"))
        .addOutput(TestModel.scalar("on", DataType.BOOL))
        .addOutput(TestModel.info("next", DataType.FLOAT))
        .addOutput(TestModel.info("seen", DataType.FLOAT))
        .build();
  }

  /** state' = tanh(state + element). */
  private static GraphProto step() {
    return GraphProto.newBuilder()
        .setName("step")
        .addInput(TestModel.info("state", DataType.FLOAT))
        .addInput(TestModel.info("element", DataType.FLOAT))
        .addNode(TestModel.node("Add", Map.of(), "state", "element").addOutput("sum"))
        .addNode(TestModel.node("Tanh", Map.of(), "sum").addOutput("next"))
        .addNode(TestModel.node("Identity", Map.of(), "next").addOutput("seen"))
        .addOutput(TestModel.info("next", DataType.FLOAT))
        .addOutput(TestModel.info("seen", DataType.FLOAT))
        .build();
  }

  @Test
  void aBranchThatTheSamplesDecideIsRefused() {
    TestModel model = new TestModel(13);
    model.input("x", -1, 3);
    String sum = model.op("ReduceSum", Map.of("keepdims", 0), "x");
    String condition = model.op("Greater", sum, model.real(0));
    model.output(model.op("If", branches(), condition), -1, 3);
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> RuleCheck.open(model.save(folder), ModelOptions.defaults()))
        .withMessageStartingWith("LIEGG-MODEL-UNSUPPORTED")
        .withMessageContaining("its condition depends on the samples");
  }
}
