package org.liegg.engine.tensorflow.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.liegg.engine.tensorflow.TestFunction.named;
import static org.liegg.engine.tensorflow.runtime.HostileGraphs.saving;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.liegg.engine.tensorflow.Resources;
import org.liegg.engine.tensorflow.TestGraph;
import org.tensorflow.proto.SavedModel;

/** Opens models that are made for a file that they are to write, and sees that none is written. */
final class HostileOpening {
  private static final ModelOptions OPTIONS =
      new ModelOptions(Precision.DOUBLE).withSelfCheck(false);

  private HostileOpening() {}

  /**
   * The graph is refused, and the error names what it would do.
   *
   * @param directory an empty one
   * @param graph made for the file that it is to write; it is given the function {@code saving}
   */
  static void assertRefused(Path directory, Function<Path, TestGraph> graph, String named) {
    quietly(
        directory,
        victim -> graph.apply(victim).function(saving(victim)).model(),
        model ->
            assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> Resources.open(model, OPTIONS))
                .withMessageStartingWith("LIEGG-MODEL-")
                .withMessageContaining(named)
                .satisfies(e -> assertThat(e).hasMessageNotContaining("\n")));
  }

  /** The model is opened and differentiated, of three inputs and outputs. */
  static void assertOpens(Path directory, Function<Path, SavedModel> attempt) {
    quietly(
        directory,
        attempt,
        model -> {
          try (ModelGradient opened = Resources.open(model, OPTIONS)) {
            Batch samples = new Batch(2, 3, new double[] {1, 2, 3, 4, 5, 6});
            assertThat(opened.jacobians(samples).values()).hasSize(18);
          }
        });
  }

  private static void quietly(
      Path directory, Function<Path, SavedModel> attempt, Consumer<Path> use) {
    SavedModel model = attempt.apply(directory.resolve("victim"));
    use.accept(TestGraph.write(model, directory.resolve("model")));
    assertThat(directory.toFile().list()).containsExactly("model");
    assertThat(directory.resolve("model").toFile().list()).containsExactly("saved_model.pb");
  }
}
