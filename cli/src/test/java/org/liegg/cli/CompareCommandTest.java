package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
  @TempDir Path folder;

  @Test
  void anExtractionFromOtherSamplesIsTheSameWithinNoise() {
    String all = extract("all.json", "gl(5)^2");
    String some = extract("some.json", "gl(5)^2", "--limit", "5000");

    CommandRun run = CommandRun.of("compare", all, some);

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("Nothing changed beyond noise.").contains("10 [10, 10]");
  }

  @Test
  void fewerSymmetriesAreWorse() {
    String ten = extract("ten.json", "gl(5)^2");
    String strict = extract("strict.json", "gl(5)^2", "--tolerance", "0.000001");

    CommandRun worse = CommandRun.of("compare", ten, strict);

    assertThat(worse.exitCode()).isEqualTo(1);
    assertThat(worse.out()).contains("worse beyond noise", "dimension 10 before, 0 after");
    assertThat(CommandRun.of("compare", strict, ten).exitCode()).isZero();
  }

  @Test
  void tooFewSamplesCannotBeCompared() {
    String ten = extract("ten.json", "gl(5)^2");
    String twelve = extract("twelve.json", "gl(5)^2", 3, "--limit", "12");

    assertThat(CommandRun.of("compare", ten, twelve).exitCode()).isEqualTo(3);
  }

  @Test
  void saysThatOnlyOneReportHasAReference() {
    String with = extract("with.json", "gl(5)^2", "--reference", "so(5)");
    String without = extract("without.json", "gl(5)^2");

    assertThat(CommandRun.of("compare", with, without).out())
        .contains("Only one of them has a reference, so(5) before and none after.");
  }

  @Test
  void printsJson() {
    String ten = extract("ten.json", "gl(5)^2");

    assertThat(CommandRun.of("compare", ten, ten, "--json", "-").out())
        .contains("\"change\": \"SAME\"", "\"angles\"");
  }

  @Test
  void writesAPage() throws Exception {
    String ten = extract("ten.json", "gl(5)^2");
    String strict = extract("strict.json", "gl(5)^2", "--tolerance", "0.000001");
    Path page = folder.resolve("change.html");

    CommandRun run = CommandRun.of("compare", ten, strict, "--report", page.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(Files.readString(page))
        .contains("worse beyond noise", "They have different tolerances", "strict.json");
  }

  @Test
  void generatorsOfAFileAreComparedAsTheirReport() {
    String generators = folder.resolve("found.json").toString();
    String ten = extract("ten.json", "gl(5)^2", "--generators", generators);
    String strict = extract("strict.json", "gl(5)^2", "--tolerance", "0.000001");
    String plain = CommandRun.of("compare", ten, ten).out();

    assertThat(CommandRun.of("compare", generators, ten).out()).isEqualTo(plain);
    assertThat(CommandRun.of("compare", generators, generators).out()).isEqualTo(plain);
    assertThat(CommandRun.of("compare", generators, strict).exitCode()).isEqualTo(1);
    assertThat(CommandRun.of("compare", ten, generators, "--json", "-").out())
        .isEqualTo(CommandRun.of("compare", ten, ten, "--json", "-").out());
  }

  @Test
  void refusesWhatCannotBeCompared() throws Exception {
    String ten = extract("ten.json", "gl(5)^2");
    Path broken = Files.writeString(folder.resolve("broken.json"), "{\"schema\": ");

    assertThat(CommandRun.of("compare", ten, folder.resolve("none.json").toString()).err())
        .contains("LIEGG-REPORT-MISSING");
    assertThat(CommandRun.of("compare", ten, broken.toString()).err())
        .contains("LIEGG-REPORT-CORRUPT");
    CommandRun other = CommandRun.of("compare", ten, extract("other.json", "scale(10)"));
    assertThat(other.exitCode()).isEqualTo(2);
    assertThat(other.err()).contains("LIEGG-COMPARE-ACTION", "gl(5)^2", "scale(10)");
  }

  private String extract(String name, String action, String... more) {
    return extract(name, action, 0, more);
  }

  private String extract(String name, String action, int exitCode, String... more) {
    Path json = folder.resolve(name);
    CommandRun run =
        CommandRun.onReference(
            "extract",
            CommandRun.joined(List.of("--action", action, "--json", json.toString()), more));
    assertThat(run.exitCode()).isEqualTo(exitCode);
    return json.toString();
  }
}
