package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.report.GroupCheck;
import org.liegg.report.ReportJson;

/** The gate for groups that are tried by their elements, on the trained O(5) network. */
class CheckGroupTest {
  @TempDir Path folder;

  private static CommandRun check(String... more) {
    return CommandRun.of(
        CommandRun.arguments(
            "check", CommandRun.reference("model.zip"), CommandRun.reference("x.npy"), more));
  }

  @Test
  void theNetworkKeepsRotationsAndReflectionsOfBothVectors() {
    CommandRun run = check("--expect", "O(5)^2");

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("Holds: the model is invariant to O(5)^2.")
        .contains("drawn by the invariant measure", "at most 0.01 was asked for");
  }

  @Test
  void oneInputAloneMayNotBeMirrored() throws IOException {
    Path json = folder.resolve("r.json");
    Path junit = folder.resolve("r.xml");
    Path page = folder.resolve("r.html");
    CommandRun run =
        check(
            "--expect",
            "flip(1)",
            "--json",
            json.toString(),
            "--junit",
            junit.toString(),
            "--report",
            page.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).startsWith("Does not hold").contains("flip of input 1");
    GroupCheck found = ReportJson.read(json).group().orElseThrow();
    assertThat(found.name()).isEqualTo("flip(1)");
    assertThat(found.worstSamples()).isNotEmpty();
    assertThat(Files.readString(junit)).contains("<failure", "type=\"BROKEN\"", "flip(1)");
    assertThat(Files.readString(page)).contains("elements tried");
  }

  @Test
  void anActionIsOfNoUseThen() {
    CommandRun run = check("--expect", "C(2)^5", "--action", "gl(10)");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--action is given", "leave it out");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--discrete",
        "--stability",
        "--gradients=tangential",
        "--decomposition=qr",
        "--smallest=3",
        "--accuracy=gram"
      })
  void whatElementsDoNotUseIsRefused(String option) {
    CommandRun run = check("--expect", "C(2)^5", option);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("liegg: LIEGG-ACTION-GROUP")
        .contains(option.replaceFirst("=.*", "") + " is given", "leave it out");
  }

  @Test
  void aGroupOfAnotherSizeIsRefused() {
    CommandRun run = check("--expect", "C(4)^2");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("liegg: LIEGG-ACTION-SIZE");
  }

  @Test
  void whatIsNeitherAnAlgebraNorAGroupIsSoughtAmongBoth() {
    CommandRun run = check("--expect", "image-c4(2x5)");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("liegg: LIEGG-ACTION-UNKNOWN")
        .contains(
            "did you mean 'image-C4'?", "so(n) or so(p,q)", "groups tried by their elements: C,");
  }
}
