package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.app.Liegg;
import org.liegg.data.NpyWriter;

class GeneratorsCommandTest {
  @TempDir Path folder;

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private CommandRun extracted(String action) {
    return CommandRun.onReference(
        "extract",
        "--action",
        action,
        "--json",
        file("report.json"),
        "--generators",
        file("found.json"));
  }

  @Test
  void theRotationsOfTheTrainedNetworkAreWholeNumbers() {
    assertThat(extracted("gl(5)^2").exitCode()).isZero();
    CommandRun run = CommandRun.of("generators", file("report.json"));

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("Generators, exact as an algebra", ": elliptic, period 2π")
        .contains("x2 ∂x1 - x1 ∂x2 + x7 ∂x6 - x6 ∂x7")
        .contains("x1² + x2² + x3² + x4² + x5²");
    assertThat(CommandRun.of("generators", file("found.json")).out()).isEqualTo(run.out());
    assertThat(CommandRun.of("generators", file("found.json"), "--as", "latex").out())
        .startsWith("\\begin{align*}");
    assertThat(CommandRun.of("generators", file("report.json"), "--as", "json").out())
        .isEqualTo(text("found.json"));
  }

  private String text(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatWasFoundIsExpectedAndComparedByItsFile() {
    extracted("gl(5)^2");
    CommandRun check =
        CommandRun.onReference("check", "--action", "gl(5)^2", "--expect", file("found.json"));
    assertThat(check.exitCode()).isZero();
    assertThat(check.out()).startsWith("Holds: the model is invariant to generators:");
    CommandRun compared =
        CommandRun.onReference(
            "extract", "--action", "gl(5)^2", "--reference", file("report.json"));
    assertThat(compared.out()).contains("dimension 10; learned 10");
    CommandRun among =
        CommandRun.onReference("extract", "--action", "generators:" + file("found.json"));
    assertThat(among.exitCode()).isZero();
    assertThat(among.out()).contains("10 of 10 directions");
  }

  @Test
  void anArrayOfRowsHoldsNoGenerators() {
    Path array = folder.resolve("rows.npy");
    NpyWriter.write(array, new double[][] {{1, 0, 0, 0, 0}});
    assertThat(
            CommandRun.onReference("check", "--action", "gl(5)^2", "--expect", array.toString())
                .err())
        .contains("LIEGG-ACTION-ARGUMENT", "m × 5");
  }

  @Test
  void hostileFilesAreOneError() throws IOException {
    for (String text :
        List.of("[".repeat(50_000), "{}", "", "{\"schema\": \"liegg-generators/9\"}")) {
      Files.writeString(folder.resolve("bad.json"), text);
      CommandRun run = CommandRun.of("generators", file("bad.json"));
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err().lines()).hasSize(1);
      assertThat(
              CommandRun.onReference("check", "--action", "gl(5)^2", "--expect", file("bad.json"))
                  .exitCode())
          .isEqualTo(2);
    }
  }

  /** A spiral that turns and settles on a circle. */
  @ParameterizedTest
  @ValueSource(strings = {"gl(2)->same", "gl(2)->gl(2)", "aff(2)->bracket"})
  void equivariancesAreExpectedByTheirFile(String action) throws IOException {
    Path model =
        Files.writeString(
            folder.resolve("spiral.formula"),
            "inputs x, y\nu = x*(1-x^2-y^2)-y\nv = y*(1-x^2-y^2)+x\n");
    Random random = new Random(1);
    Path data = folder.resolve("x.npy");
    NpyWriter.write(
        data,
        IntStream.range(0, 400)
            .mapToObj(i -> new double[] {random.nextGaussian(), random.nextGaussian()})
            .toArray(double[][]::new));
    String[] of = {"--model", model.toString(), "--data", data.toString(), "--action", action};

    CommandRun extracted = CommandRun.of(with("extract", of, "--generators", file("found.json")));
    assertThat(extracted.exitCode()).isZero();
    CommandRun check = CommandRun.of(with("check", of, "--expect", file("found.json")));
    assertThat(check.err()).isEmpty();
    assertThat(check.exitCode()).isZero();
    assertThat(check.out()).startsWith("Holds: ");
    CommandRun compared = CommandRun.of(with("extract", of, "--reference", file("found.json")));
    assertThat(compared.out()).contains("dimension 1; learned 1");
    of[5] = "generators:" + file("found.json");
    CommandRun among = CommandRun.of(with("extract", of));
    assertThat(among.exitCode()).isZero();
    assertThat(among.out()).contains("1 of 1 direction has");
    assertThat(CommandRun.of("compare", file("found.json"), file("found.json")).exitCode())
        .isZero();
  }

  private static String[] with(String command, String[] of, String... more) {
    return Stream.of(new String[] {command}, of, more).flatMap(Stream::of).toArray(String[]::new);
  }

  @Test
  void aReportWithoutGeneratorsHasNone() {
    CommandRun.onReference("extract", "--action", "scale(10)", "--json", file("report.json"));
    CommandRun run = CommandRun.of("generators", file("report.json"));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("LIEGG-GENERATORS-NONE");
  }

  @Test
  void javaReadsThemAsAnAction() {
    extracted("gl(5)^2");
    assertThat(Liegg.create().action("generators:" + file("found.json")).dimension()).isEqualTo(10);
  }
}
