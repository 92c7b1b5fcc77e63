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
import java.util.Random;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.OutputException;
import org.liegg.api.report.SymmetryReport;
import org.liegg.tck.fixtures.ReportBuilder;

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
  void escapesWhatCannotBeSeenAndReadsItBack() {
    String name = "net\u001b[2J\u009b\u202e\u2066.zip 😀";
    String json = ReportJson.toString(new ReportBuilder().path(name).build());
    assertThat(json).contains("net\\u001B[2J\\u009B\\u202E\\u2066.zip 😀");
    assertThat(parse(json).model().path()).isEqualTo(name);
  }

  private static String refused(ReportBuilder report) {
    return String.valueOf(
        catchThrowableOfType(OutputException.class, () -> ReportJson.toString(report.build()))
            .getMessage());
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
