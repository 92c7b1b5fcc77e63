package org.liegg.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.DataException;
import org.liegg.api.OutputException;
import org.liegg.api.report.Reference;
import org.liegg.api.report.ReferenceDefects;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;

class ReportJsonTest {
  @TempDir private Path directory;

  @Test
  void writesTheDocumentThatReadersRelyOn() {
    Golden.assertMatches("o5.json", ReportJson.toString(Reports.o5()));
  }

  @Test
  void readsBackEveryBitThatItWrote() {
    SymmetryReport report = Reports.extreme();
    assertThat(parse(ReportJson.toString(report)))
        .usingRecursiveComparison(bitwise())
        .isEqualTo(report);
  }

  @Test
  void readsBackEveryBitOfRandomDoubles() {
    long seed = 20221210;
    Random random = new Random(seed);
    double[] sigma =
        random
            .longs()
            .mapToDouble(bits -> Math.abs(Double.longBitsToDouble(bits)))
            .filter(Double::isFinite)
            .limit(2000)
            .toArray();
    SymmetryReport report =
        new ReportBuilder().action("scale(2000)", 2000).used(0).spectrum(sigma, sigma).build();
    assertThat(parse(ReportJson.toString(report)).spectrum().singularValues())
        .as("seed %d", seed)
        .containsExactly(sigma);
  }

  @Test
  void leavesOutWhatIsNotKnown() {
    String json = ReportJson.toString(new ReportBuilder().build());
    assertThat(json)
        .doesNotContain("null,")
        .doesNotContain("\"gap\"")
        .doesNotContain("\"algebra\"")
        .doesNotContain("\"reference\"")
        .doesNotContain("\"finiteCheck\"")
        .doesNotContain("\"breakingSamples\"")
        .doesNotContain("\"orbits\"");
  }

  @Test
  void readsListsThatAnOlderReportDoesNotHaveAsEmpty() {
    SymmetryReport report = parse(ReportJson.toString(new ReportBuilder().build()));
    assertThat(report.finiteCheck()).isEmpty();
    assertThat(report.breakingSamples()).isEmpty();
    assertThat(report.orbits()).isEmpty();
  }

  @Test
  void keepsListsOfNumbersOnOneLine() {
    assertThat(ReportJson.toString(Reports.extreme()))
        .contains(
            """
                  "matrix": [
                    [0.0, -0.7071067811865476],
                    [0.7071067811865476, 0.0]
                  ],
            """);
  }

  @Test
  void writesTheSameToWritersAndStreams() {
    SymmetryReport report = Reports.extreme();
    StringWriter writer = new StringWriter();
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    ReportJson.write(report, writer);
    ReportJson.write(report, stream);
    assertThat(writer.toString()).isEqualTo(ReportJson.toString(report)).endsWith("}\n");
    assertThat(stream.toString(StandardCharsets.UTF_8)).isEqualTo(writer.toString());
  }

  @Test
  void saysThatAStreamFailed() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    assertThatThrownBy(() -> ReportJson.write(Reports.o5(), full))
        .isInstanceOf(OutputException.class)
        .hasMessage(
            "LIEGG-OUTPUT-UNWRITABLE: report: writing failed: No space left on device; check where"
                + " the output goes");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesToWriteWhatJsonCannotSay(double value) {
    assertThatThrownBy(() -> ReportJson.toString(new ReportBuilder().gap(value).build()))
        .isInstanceOf(OutputException.class)
        .hasMessage(
            "LIEGG-REPORT-NOT-FINITE: report: nullspace.gap is %s, which JSON cannot say; look for"
                    .formatted(value)
                + " overflow in the model or the data");
  }

  @Test
  void namesTheNumberThatIsNone() {
    double[] nan = {0, Double.NaN, 0, 0};
    double[] fine = {4, 3, 2, 1};
    double[][] matrix = {{0, 0}, {0, Double.NaN}};
    assertThat(refused(new ReportBuilder().spectrum(nan, fine)))
        .contains(" spectrum.singularValues[1] is NaN");
    assertThat(refused(new ReportBuilder().spectrum(fine, nan)))
        .contains(" spectrum.defect[1] is NaN");
    assertThat(refused(new ReportBuilder().vectors(fine, nan)))
        .contains(" spectrum.rightSingularVectors[1][1] is NaN");
    assertThat(refused(new ReportBuilder().generator(fine, 0, 0).generator(nan, 0, 0)))
        .contains(" generators[1].coefficients[1] is NaN");
    assertThat(refused(new ReportBuilder().generator(fine, Double.NaN, 0)))
        .contains(" generators[0].symmetryVariance is NaN");
    assertThat(refused(new ReportBuilder().generator(fine, 0, Double.NaN)))
        .contains(" generators[0].defect is NaN");
    assertThat(refused(new ReportBuilder().algebra(Reports.algebra(Double.NaN, 0.25))))
        .contains(" algebra.closureResidual is NaN");
    assertThat(refused(new ReportBuilder().algebra(Reports.algebra(0, Double.NaN))))
        .contains(" algebra.closureBound is NaN");
    assertThat(refused(new ReportBuilder().algebra(Reports.algebra(0, 0.25, matrix))))
        .contains(" algebra.invariantForms[0].matrix[1][1] is NaN");
    assertThat(refused(new ReportBuilder().reference("so(2)", 1, nan, fine)))
        .contains(" reference.symmetryBias[1] is NaN");
    assertThat(refused(new ReportBuilder().reference("so(2)", 1, fine, nan)))
        .contains(" reference.principalAngles[1] is NaN");
    assertThat(refused(new ReportBuilder().seconds("read", Double.NaN)))
        .contains(" provenance.seconds.read is NaN");
    assertThat(refused(new ReportBuilder().generator(matrix, 0, 0)))
        .contains(" generators[0].coefficients[3] is NaN");
  }

  @Test
  void readsAFile() throws IOException {
    Path file = directory.resolve("report.json");
    Files.writeString(file, ReportJson.toString(Reports.o5()));
    assertThat(ReportJson.read(file)).usingRecursiveComparison(bitwise()).isEqualTo(Reports.o5());
  }

  @Test
  void passesOverFieldsOfLaterVersions() {
    String json =
        ReportJson.toString(Reports.o5())
            .replaceFirst("\\{", "{\"later\": [{\"t\": 1}], ")
            .replace("\"trivial\"", "\"interval\": [10, 10], \"trivial\"");
    assertThat(parse(json).nullspace().dimension()).isEqualTo(10);
  }

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

  @Test
  void escapesWhatCannotBeSeenAndReadsItBack() {
    String name = "net\u001b[2J\u009b\u202e\u2066.zip 😀";
    String json = ReportJson.toString(new ReportBuilder().path(name).build());
    assertThat(json).contains("net\\u001B[2J\\u009B\\u202E\\u2066.zip 😀");
    assertThat(parse(json).model().path()).isEqualTo(name);
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

  private static String refused(ReportBuilder report) {
    return String.valueOf(
        catchThrowableOfType(OutputException.class, () -> ReportJson.toString(report.build()))
            .getMessage());
  }

  private static String rejection(String json) {
    return String.valueOf(
        catchThrowableOfType(DataException.class, () -> parse(json)).getMessage());
  }

  private static SymmetryReport parse(String json) {
    InputStream in = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    return ReportJson.read(in, "r.json");
  }

  private static RecursiveComparisonConfiguration bitwise() {
    return RecursiveComparisonConfiguration.builder()
        .withComparatorForType(Double::compare, Double.class)
        .withStrictTypeChecking(false)
        .build();
  }
}
