package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trained O(5) network learned its rotations in the last layer alone. */
class LayersCommandTest {
  @TempDir Path folder;

  @Test
  void onlyTheOutputKnowsTheRotations() {
    CommandRun run = layers("--reference", "so(5)");

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .containsPattern("layer0 +DenseLayer +64 +0 \\[0, 0]")
        .containsPattern("layer1 +DenseLayer +64 +0 \\[0, 0]")
        .containsPattern("layer2 +OutputLayer +1 +10 \\[10, 10]");
  }

  @Test
  void writesJsonOfTheLayersThatAreAskedFor() throws Exception {
    Path json = folder.resolve("layers.json");

    CommandRun run =
        layers("--layers", "layer2,layer0", "--limit", "500", "--json", json.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(Files.readString(json))
        .contains("\"schema\": \"liegg-layers/1\"", "\"name\": \"layer2\"", "\"name\": \"layer0\"")
        .doesNotContain("layer1");
  }

  @Test
  void refusesAnUnknownLayerAndAnOutput() {
    assertThat(layers("--layers", "layer7").err()).contains("layer7", "layer0, layer1, layer2");
    assertThat(layers("--output", "layer1").exitCode()).isEqualTo(2);
  }

  private static CommandRun layers(String... more) {
    return CommandRun.onReference(
        "layers", CommandRun.joined(List.of("--action", "gl(5)^2"), more));
  }
}
