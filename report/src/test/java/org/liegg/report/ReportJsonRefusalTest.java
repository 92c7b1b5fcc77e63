package org.liegg.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.DataException;
import org.liegg.api.report.Reference;
import org.liegg.api.report.ReferenceDefects;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.tck.fixtures.ReportBuilder;

class ReportJsonRefusalTest {
  @TempDir private Path directory;

  @Test
  void saysThatThereIsNoFile() {
    Path missing = directory.resolve("missing.json");
    assertThatThrownBy(() -> ReportJson.read(missing))
        .isInstanceOf(DataException.class)
        .hasMessage("LIEGG-REPORT-MISSING: report " + missing + ": no such file; check the path");
  }

  @Test
  void saysThatADirectoryIsNoReport() {
    assertThatThrownBy(() -> ReportJson.read(directory))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("LIEGG-REPORT-UNREADABLE: report " + directory)
        .hasMessageContaining("it is a directory");
  }

  @Test
  void saysBothVersionsOfTheSchema() {
    assertThat(rejection(ReportJson.toString(Reports.o5()).replace("report/1", "report/2")))
        .isEqualTo(
            "LIEGG-REPORT-VERSION: report r.json: its schema is 'liegg-report/2', this version"
                + " reads 'liegg-report/1'; read it with the version that wrote it, or write it"
                + " again with this one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "3", "null", "{\"schema\": 1}"})
  void saysThatJsonWithoutASchemaIsNoReport(String json) {
    assertThat(rejection(json))
        .isEqualTo(
            "LIEGG-REPORT-CORRUPT: report r.json: it does not say its schema, \"schema\":"
                + " \"liegg-report/1\"; give a report that this program wrote with --json");
  }

  @Test
  void saysWhereTextIsNotJson() {
    assertThat(rejection("{\n  \"schema\": oops"))
        .startsWith("LIEGG-REPORT-CORRUPT: report r.json: it is not JSON, line 2, column ")
        .endsWith("; write it again with --json");
  }

  @ParameterizedTest(name = "{2}: {0} as {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "\"trivial\": 0,|  | nullspace.trivial",
        "\"trivial\": 0|\"trivial\": null | nullspace.trivial",
        "\"trivial\": 0|\"trivial\": 0.5 | nullspace.trivial",
        "\"trivial\": 0|\"trivial\": \"0\" | nullspace.trivial",
        "\"invariant\"|\"maybe\" | nullspace.verdict",
        "\"spec\": \"gl(5)^2\"|\"spec\": 5 | action.spec",
        "\"spec\": \"gl(5)^2\",|  | action.spec",
        "\"killingSignature\": [0, 10, 0]|\"killingSignature\": [0, null, 0] | killingSignature",
        "\"killingSignature\": [0, 10, 0]|\"killingSignature\": [10] | three",
        "\"identified\": true,|  | algebra.identified",
        "\"warnings\": []|\"warnings\": [null] | warnings",
        "\"tolerance\": 0.01|\"tolerance\": [] | nullspace.tolerance",
        "[8.859561619262283|[\"x\" | spectrum.defect[0]",
        "[8.859561619262283|[null | spectrum.defect[0]",
        "[8.859561619262283|[1e999 | spectrum.defect[0] is Infinity"
      })
  void namesTheFieldThatDoesNotFit(String text, String replacement, String field) {
    String json = ReportJson.toString(Reports.o5());
    assertThat(json).contains(text);
    String broken = json.replace(text, replacement == null ? "" : replacement);
    assertThat(rejection(broken))
        .startsWith("LIEGG-REPORT-CORRUPT: report r.json: ")
        .contains(field)
        .doesNotContain("org.liegg")
        .doesNotContain("\n");
  }

  @Test
  void saysThatGeneratorsAreOfAnotherAction() {
    assertThat(
            rejection(
                ReportJson.toString(Reports.o5())
                    .replace("\"dimension\": 25", "\"dimension\": 24")))
        .startsWith("LIEGG-REPORT-CORRUPT")
        .contains("Generator: 25 values given, the shape says 24");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"dimension\": 10,|\"dimension\": 26,|nullspace.dimension is 26, of at most 25",
        "\"trivial\": 0,|\"trivial\": -1,|trivial: -1 is negative",
        "\"tolerance\": 0.01|\"tolerance\": -0.01|nullspace.tolerance is -0.01, and cannot be",
        "[8.859561619262283|[-8.859561619262283|spectrum.defect is -8.8",
        "\"outputSize\": 1|\"outputSize\": -1|model.outputSize is -1",
      })
  void refusesWhatDoesNotFitTogether(String text, String replacement, String found) {
    String json = ReportJson.toString(Reports.o5());
    assertThat(json).contains(text);
    assertThat(rejection(json.replaceFirst(Pattern.quote(text), replacement)))
        .startsWith("LIEGG-REPORT-CORRUPT: report r.json: ")
        .contains(found);
  }

  @Test
  void refusesADefectOutsideItsInterval() {
    Reference known =
        new Reference(
            "so(5)",
            10,
            new double[0],
            new double[0],
            Optional.empty(),
            Optional.of(
                new ReferenceDefects(0.5, new double[] {0.6, 0.7}, 0.1, 3, Verdict.BROKEN)));
    String json =
        ReportJson.toString(new ReportBuilder().action("gl(5)^2", 25).reference(known).build());
    assertThat(rejection(json))
        .contains("reference.defect.worst is 0.5, outside its interval [0.6, 0.7]");
  }

  /** Whatever is cut off or altered: the one clear error or a report, never another exception. */
  @Test
  void survivesDamage() {
    byte[] json = ReportJson.toString(Reports.extreme()).getBytes(StandardCharsets.UTF_8);
    long seed = 7;
    Random random = new Random(seed);
    int refused = 0;
    for (int i = 0; i < 400; i++) {
      byte[] damaged = Arrays.copyOf(json, i < 200 ? random.nextInt(json.length) : json.length);
      for (int flips = 0; i >= 200 && flips < 3; flips++) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(7));
      }
      try {
        ReportJson.read(new ByteArrayInputStream(damaged), "r.json");
      } catch (DataException e) {
        refused++;
        assertThat(e.getMessage())
            .as("seed %d, case %d", seed, i)
            .startsWith("LIEGG-REPORT-")
            .doesNotContain("\n");
      }
    }
    assertThat(refused).as("refused, seed %d", seed).isGreaterThan(200);
  }

  private static String rejection(String json) {
    return String.valueOf(
        catchThrowableOfType(DataException.class, () -> parse(json)).getMessage());
  }

  private static SymmetryReport parse(String json) {
    InputStream in = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    return ReportJson.read(in, "r.json");
  }
}
