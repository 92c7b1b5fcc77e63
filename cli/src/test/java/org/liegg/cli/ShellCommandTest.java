package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code liegg shell --execute}, in this JVM. */
class ShellCommandTest {
  @TempDir Path folder;

  private CommandRun run(String script, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("script.jsh"), script);
    String[] args = new String[more.length + 3];
    args[0] = "shell";
    args[1] = "--execute";
    args[2] = file.toString();
    System.arraycopy(more, 0, args, 3, more.length);
    return CommandRun.of(args);
  }

  @Test
  void theLibraryIsAtHand() throws IOException {
    Path page = folder.resolve("page.html");
    CommandRun run =
        run(
            """
            // The plane turns.
            double[] square(double[] x) {
              return new double[] {x[0] * x[0] + x[1] * x[1]};
            }
            Random random = new Random(3);
            double[][] rows = new double[400][2];
            for (double[] row : rows) { row[0] = random.nextGaussian(); row[1] = random.nextGaussian(); }
            SymmetryReport report = liegg.model(2, 1, x -> square(x)).data(rows).action("gl(2)").extract();
            System.out.println("found " + report.generators().size());
            show(report);
            page(report, "%s");
            """
                .formatted(page.toString().replace("\\", "\\\\")));

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("found 1\n").contains("so(2)", "Spectrum");
    assertThat(page).content().contains("<!doctype html>");
  }

  @Test
  void whatIsNamedIsAskedAbout() {
    String model = CommandRun.reference("model.zip").toString();
    InputStream before = System.in;
    System.setIn(
        new ByteArrayInputStream(
            "System.out.println(extraction.settings(s -> s.withLimit(500)).check(\"so(5)\").report().data().used());"
                .getBytes(StandardCharsets.UTF_8)));
    try {
      CommandRun run =
          CommandRun.of(
              "shell",
              "--execute",
              "-",
              "--model",
              model,
              "--data",
              CommandRun.reference("x.npy").toString(),
              "--action",
              "gl(5)^2");
      assertThat(run.err()).isEmpty();
      assertThat(run.out()).isEqualTo("500\n");
    } finally {
      System.setIn(before);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int x = 1;~~int y = x + zz;~System.out.println(\"on\"); | line 3: cannot find symbol",
        "int x = 1;~int f() { | line 2: what begins here has no end",
        "~Object o = null;~o.toString(); | line 3: java.lang.NullPointerException",
        "liegg.action(\"gl(x)\"); | line 1: LIEGG-ACTION-",
        "read(\"none.json\"); | line 1: LIEGG-REPORT-"
      })
  void whatFailsIsSaidWithItsLine(String script, String found) throws IOException {
    CommandRun run = run(script.replace('~', '\n'));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("liegg: LIEGG-SHELL-SCRIPT: script ").contains(found);
    assertThat(run.err()).hasLineCount(1);
  }

  @Test
  void plugInsAreKnown() throws IOException {
    Path jar = new PluginJar(folder).groupType("Mine", "mine", "").write("mine.jar");
    CommandRun run =
        run(
            "System.out.println(liegg.action(\"mine()\").dimension() + \" \" +"
                + " acme.Mine.class.getName());",
            "--plugins",
            jar.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo("1 acme.Mine\n");
  }

  @Test
  void whatNothingUsesIsRefused() throws IOException {
    assertThat(run("int x;", "--data", "x.npy").err()).contains("LIEGG-USAGE", "--data", "--model");
    assertThat(run("int x;", "--action", "so(2)").err()).contains("LIEGG-USAGE", "--action");
    assertThat(CommandRun.of("shell", "--execute", folder.resolve("none").toString()).err())
        .contains("LIEGG-SHELL-UNREADABLE", "none");
  }
}
