package org.liegg.engine.tensorflow.controlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.liegg.engine.tensorflow.Resources;
import org.liegg.engine.tensorflow.TestGraph;
import org.liegg.engine.tensorflow.TestModels;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.liegg.engine.tensorflow.runtime.HostileGraphs;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.SavedModel;

/** Loops that the samples decide come to an end, whatever the samples are. */
class LoopLimitsTest {
  private static final ModelOptions OPTIONS = new ModelOptions(Precision.DOUBLE);

  @TempDir Path directory;

  @Test
  void aLoopOfTooManyTurnsIsStopped() {
    Path model = TestGraph.write(HostileGraphs.endless("always", "calm"), directory);
    assertRefused(
        model, OPTIONS.withTimeout(Duration.ofHours(1)), "LIEGG-MODEL-LOOP", "100000 turns");
  }

  @Test
  void loopsWithinLoopsAreStoppedByTheClock() {
    Path model = TestGraph.write(HostileGraphs.endless("always", "slow"), directory);
    assertRefused(
        model,
        OPTIONS.withTimeout(Duration.ofMillis(100)),
        "LIEGG-MODEL-TIMEOUT",
        "longer than 0.1 s");
  }

  @Test
  void aLoopThatEndsComputesAsBefore() {
    Path model = TestModels.decidedBySamples().save(directory);
    Path written = TestModels.recurrent().save(directory.resolve("known"));
    double[] x = new java.util.Random(5).doubles(30, -1, 1).toArray();
    Batch samples = new Batch(2, 15, x);
    try (ModelGradient decided = Resources.open(model, OPTIONS);
        ModelGradient known = Resources.open(written, OPTIONS)) {
      assertThat(decided.outputs(samples).values()).isEqualTo(known.outputs(samples).values());
    }
  }

  @Test
  void aLoopOfSingleNodesIsRefused() {
    TestGraph graph = new TestGraph(DataType.DT_DOUBLE);
    String x = graph.input("x", -1, 3);
    graph.op("Enter", node -> node.setName("enter").putAttr("frame_name", Nodes.text("f")), x);
    graph.op(
        "Merge", node -> node.setName("merge").putAttr("N", Nodes.integer(2)), "enter", "next");
    graph.op("NextIteration", node -> node.setName("next"), "merge");
    graph.op("Exit", node -> node.setName("exit"), "merge");
    graph.output("y", graph.op("Tanh", "exit"));
    assertRefused(
        graph.save(directory), OPTIONS, "LIEGG-MODEL-UNSUPPORTED", "loop of single nodes");
  }

  @Test
  void theTimeIsMoreThanNone() {
    for (Duration none : List.of(Duration.ZERO, Duration.ofSeconds(-1))) {
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> OPTIONS.withTimeout(none));
    }
  }

  @Test
  void namesInMessagesArePrintable() {
    SavedModel.Builder model = HostileGraphs.endless("always", "calm").toBuilder();
    model
        .getMetaGraphsBuilder(0)
        .getGraphDefBuilder()
        .addNode(Nodes.node("n", "Evil\u001b[31m\u202e\r\nOp" + "x".repeat(5000)));
    Path saved = TestGraph.write(model.build(), directory);
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> Resources.open(saved, OPTIONS))
        .withMessageContaining("Evil\\u001B[31m\\u202E\\u000D\\u000AOp")
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(2000).doesNotContain("\u001b"));
  }

  private static void assertRefused(Path model, ModelOptions options, String code, String named) {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> Resources.open(model, options).close())
        .withMessageStartingWith(code)
        .withMessageContaining(named);
  }
}
