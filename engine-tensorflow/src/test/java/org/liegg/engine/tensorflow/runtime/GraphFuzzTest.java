package org.liegg.engine.tensorflow.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Batch;
import org.liegg.api.LieggException;
import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.liegg.engine.tensorflow.Resources;
import org.liegg.engine.tensorflow.TestFunction;
import org.liegg.engine.tensorflow.TestGraph;
import org.liegg.engine.tensorflow.TestModels;
import org.tensorflow.proto.SavedModel;

/** Graphs that were changed at random open and compute, or are refused with a code. */
@Tag("slow")
class GraphFuzzTest {
  private static final long SEED = 20221116;

  private static final ModelOptions OPTIONS =
      new ModelOptions(Precision.DOUBLE).withSelfCheck(false).withTimeout(Duration.ofSeconds(2));

  /** What changes computing into something else, and what computes. */
  private static final List<String> OPS =
      List.of(
          "Add",
          "MatMul",
          "Identity",
          "Tanh",
          "Const",
          "Placeholder",
          "If",
          "While",
          "Case",
          "Merge",
          "Switch",
          "Enter",
          "Exit",
          "NextIteration",
          "PartitionedCall",
          "TensorListStack",
          "Assert",
          "VarHandleOp",
          "ReadVariableOp",
          "TensorArrayV3",
          "Reshape",
          "StridedSlice",
          "SaveV2",
          "RestoreV2",
          "WriteFile",
          "ReadFile",
          "PyFunc",
          "_Send",
          "Print",
          "NoSuchOperation");

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"dense", "recurrent", "decided", "branches"})
  void everyOutcomeIsTold(String kind) {
    SavedModel model = model(kind);
    GraphMutator mutator = new GraphMutator(SEED + kind.hashCode(), OPS);
    for (int i = 0; i < Integer.getInteger("liegg.fuzz.graphs", 120); i++) {
      SavedModel changed = mutator.mutate(model);
      if (Boolean.getBoolean("liegg.fuzz.trace")) {
        System.err.printf("change %d of %s%n", i, kind);
      }
      Path saved = TestGraph.write(changed, directory.resolve("model"));
      try (ModelGradient opened = Resources.open(saved, OPTIONS)) {
        int width = opened.info().sampleSize();
        double[] x = new double[2 * width];
        Arrays.fill(x, 0.5);
        opened.jacobians(new Batch(2, width, x));
      } catch (LieggException e) {
        assertThat(e.code()).startsWith("LIEGG-");
        assertThat(e).as("change %d of %s", i, kind).hasMessageNotContaining("\n");
      } catch (RuntimeException | Error e) {
        throw new AssertionError("Change %d of %s, seed %d".formatted(i, kind, SEED), e);
      }
      assertThat(directory.toFile().list()).containsExactly("model");
    }
  }

  private Path victim() {
    return directory.resolve("victim");
  }

  private SavedModel model(String kind) {
    return switch (kind) {
      case "dense" -> TestModels.dense().model();
      case "recurrent" -> TestModels.recurrent().model();
      case "decided" -> TestModels.decidedBySamples().model();
      default ->
          HostileGraphs.branching(HostileGraphs.with("calls", TestFunction.named("calm")))
              .function(HostileGraphs.caller("calls", TestFunction.named("calm")))
              .function(HostileGraphs.saving(victim()))
              .model();
    };
  }
}
