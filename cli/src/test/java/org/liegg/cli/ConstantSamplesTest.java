package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Samples that are all one point settle nothing, and more of them neither. */
class ConstantSamplesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "0,translate(10),false",
    "0,gl(5)^2,false",
    "0.3,translate(10),true",
    "0.3,gl(5)^2,false"
  })
  void areNoEvidence(String value, String action, boolean simple) throws IOException {
    Path data = samples(value);
    CommandRun run =
        CommandRun.on(
            "extract",
            CommandRun.reference("model.zip"),
            data,
            "--action",
            action,
            simple ? "--no-held-out" : "--stacktrace");
    assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
    assertThat(run.out())
        .startsWith("Not enough evidence")
        .contains("constant-samples: All samples are equal")
        .doesNotContain("Give more samples", "Give at least");
  }

  @ParameterizedTest
  @CsvSource({"0", "0.3"})
  void doNotSettleACheck(String value) throws IOException {
    CommandRun run =
        CommandRun.on(
            "check",
            CommandRun.reference("model.zip"),
            samples(value),
            "--action",
            "gl(5)^2",
            "--expect",
            "so(5)");
    assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
    assertThat(run.out()).contains("all samples are equal").doesNotContain("more samples");
  }

  private Path samples(String value) throws IOException {
    String row = (value + ",").repeat(9) + value + "\n";
    return Files.writeString(folder.resolve("x.csv"), row.repeat(300));
  }
}
