package org.liegg.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.Batch;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/** The example of docs/training.md. */
@Tag("slow")
class DocumentationTest {
  private static final Path SOURCE =
      Path.of("src/test/java/org/liegg/training/dl4j/DocumentationTest.java");

  @TempDir Path directory;

  @Test
  void theExampleWorks() throws IOException {
    MultiLayerNetwork network = RoundTask.network();
    Batch samples = RoundTask.heldOut();
    DataSetIterator iterator = RoundTask.iterator();
    MeterRegistry registry = new SimpleMeterRegistry();
    Path file = directory.resolve("symmetries.csv");
    // example
    SymmetryListener symmetries =
        SymmetryListener.builder()
            .heldOut(samples)
            .action("gl(2)")
            .reference("so(2)")
            .everyEpochs(10)
            .csv(file)
            .meterRegistry(registry)
            .build();
    symmetries.measure(network);
    network.setListeners(symmetries);
    network.fit(iterator, 30);
    for (Measurement measurement : symmetries.measurements()) {
      System.out.printf(
          "epoch %d: %d symmetries, smallest defect %.2g%n",
          measurement.epoch(),
          measurement.symmetries().dimension(),
          measurement.symmetries().smallestDefect().orElse(Double.NaN));
    }
    // end
    symmetries.close();

    assertThat(symmetries.measurements())
        .extracting(Measurement::epoch)
        .containsExactly(0, 10, 20, 30);
    assertThat(symmetries.measurements().get(3).symmetries().smallestDefect().orElseThrow())
        .isLessThan(
            symmetries.measurements().get(0).symmetries().smallestDefect().orElseThrow() / 5);
    assertThat(Files.readAllLines(file)).hasSize(5);
    assertThat(registry.get("liegg.symmetry.defect").gauge().value()).isNotNaN();
  }

  @Test
  void theDocumentationShowsTheSameExample() throws IOException {
    String source = between(Files.readString(SOURCE), "// example\n", "// end\n");
    String documented =
        between(Files.readString(Path.of("../docs/training.md")), "```java\n", "```\n")
            .replaceAll(" +// .*", "")
            .replace("Path.of(\"symmetries.csv\")", "file");

    assertThat(documented).isEqualToNormalizingWhitespace(source).contains("fit(iterator");
  }

  private static String between(String text, String from, String to) {
    int start = text.indexOf(from) + from.length();
    return text.substring(start, text.indexOf(to, start));
  }
}
