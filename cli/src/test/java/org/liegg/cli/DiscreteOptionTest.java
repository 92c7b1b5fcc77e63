package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.report.DiscreteSymmetries;
import org.liegg.report.ReportJson;

/** {@code --discrete}: what the reference network of so(5) keeps of signed permutations. */
class DiscreteOptionTest {
  @TempDir Path folder;

  @Test
  void findsSignedPermutationsOfTheAxesInBothVectors() {
    Path json = folder.resolve("report.json");
    CommandRun run =
        CommandRun.onReference(
            "extract", "--action", "gl(5)^2", "--discrete", "--json", json.toString());
    assertThat(run.out()).contains("Discrete symmetries").contains("it is O(5): swap of blocks");
    DiscreteSymmetries found = ReportJson.read(json).discrete().orElseThrow();
    // Of either vector alone it keeps none: what it has learned of their angle is little beside
    // moves of the second, and much beside those of the first.
    assertThat(found.name()).isEqualTo("B(5)");
    assertThat(found.order()).isEqualTo("3840");
  }

  @Test
  void isAnOptionOfHelp() {
    assertThat(CommandRun.of("help", "extract").out()).contains("--discrete");
  }
}
