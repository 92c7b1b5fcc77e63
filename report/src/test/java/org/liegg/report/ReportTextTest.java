package org.liegg.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.tck.fixtures.ReportBuilder;

class ReportTextTest {
  @Test
  void showsTheRotationsOfO5() {
    Golden.assertMatches("o5.txt", new ReportText(100, false, true).format(Reports.o5()));
  }

  @Test
  void showsTheSameInPlainAsciiAndLessWidth() {
    String text = new ReportText(80, false, false).format(Reports.o5());
    assertThat(text.chars()).allMatch(c -> c < 128);
    Golden.assertMatches("o5-ascii-80.txt", text);
  }

  @Test
  void coloursWithoutChangingTheText() {
    String plain = new ReportText(100, false, true).format(Reports.o5());
    String coloured = new ReportText(100, true, true).format(Reports.o5());
    assertThat(coloured).contains("\u001b[1;32mThe model is invariant").contains("\u001b[0m");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 40, 57, 80, 100, 200})
  void staysWithinTheTerminal(int columns) {
    String text = new ReportText(columns, false, true).format(Reports.o5());
    assertThat(text.lines())
        .filteredOn(line -> line.length() > Math.max(40, columns))
        .as("lines longer than the terminal")
        .isEmpty();
  }

  @Test
  void showsOnlyTheEndsOfALongSpectrumAndWhatSurroundsTheCut() {
    double[] sigma = IntStream.range(0, 1000).mapToDouble(i -> 1e4 / (i + 1)).toArray();
    double[] defect =
        IntStream.range(0, 1000).mapToDouble(i -> i < 900 ? 2 - i / 1000.0 : 0.001).toArray();
    Golden.assertMatches(
        "long-spectrum.txt",
        section(
            "Spectrum",
            new ReportBuilder()
                .action("gl(10,100)", 1000)
                .spectrum(sigma, defect)
                .nullspace(Verdict.INVARIANT, 100, 0)
                .largestGap(999)
                .gap(1100)
                .build()));
  }

  @Test
  void showsAShortSpectrumWhole() {
    String spectrum = section("Spectrum", Reports.o5());
    assertThat(spectrum.lines().filter(line -> line.matches(" *\\d+ .*"))).hasSize(25);
    assertThat(spectrum).doesNotContain("more …");
  }

  @Test
  void marksWhereTheLargestGapWouldCutInstead() {
    String spectrum =
        section(
            "Spectrum",
            new ReportBuilder()
                .spectrum(new double[] {9, 8, 1, .9}, noDefect())
                .largestGap(2)
                .build());
    assertThat(spectrum.lines().toList().get(4)).contains("┄┄ largest gap of σ ┄┄");
    assertThat(spectrum).endsWith("The largest gap of σ would say 2; the defect decides.");
  }

  @Test
  void tellsTrivialDirectionsApartInTheSpectrum() {
    String spectrum =
        section(
            "Spectrum",
            new ReportBuilder()
                .spectrum(new double[] {9, 8, 0, 0}, new double[] {2, 1, 1e-9, 0})
                .nullspace(Verdict.INVARIANT, 2, 1)
                .build());
    assertThat(spectrum.lines().filter(line -> line.endsWith("insensitive"))).hasSize(1);
  }

  @Test
  void marksWhatIsRoundingAndLeavesItOffTheScale() {
    SymmetryReport report =
        new ReportBuilder()
            .spectrum(new double[] {4, 2, 1e-7, 2e-8}, new double[] {2, 0.5, 1e-15, 3e-16})
            .nullspace(Verdict.INVARIANT, 2, 0)
            .rounding(4e-6, 1e-12)
            .build();

    String text = new ReportText(100, false, true).format(report);

    assertThat(text.lines().filter(line -> line.endsWith("rounding"))).hasSize(2);
    assertThat(text).contains("log scale, 0.200 … 2.00");
    assertThat(text.replaceAll("\\s+", " "))
        .contains(
            "The last 2 σ and defects are 0 up to rounding of gradients in single precision: σ ≤"
                + " 4.00e-6, defect ≤ 1.00e-12.");
  }

  @Test
  void countsRoundedSingularValuesAndDefectsApart() {
    SymmetryReport report =
        new ReportBuilder()
            .spectrum(new double[] {4, 2, 1e-7, 2e-8}, new double[] {2, 0.5, 1e-5, 3e-16})
            .rounding(4e-6, 1e-12)
            .build();

    assertThat(new ReportText(100, false, true).format(report).replaceAll("\\s+", " "))
        .contains("The last 2 σ and the last defect are 0 up to rounding of gradients in single");
  }

  @Test
  void saysHowIsolatedTheSymmetriesAre() {
    SymmetryReport report =
        new ReportBuilder().nullspace(Verdict.INVARIANT, 3, 0).isolation(2.5, 180, 1).build();

    assertThat(new ReportText(100, false, true).format(report).replaceAll("\\s+", " "))
        .contains(
            "Among the symmetries the widest step between defects is 2.50 times, to the first that"
                + " is none 180 times.");
  }

  @Test
  void showsSpectraWhoseLargestValuesAreMissingFromTheEnd() {
    String spectrum =
        section(
            "Spectrum",
            new ReportBuilder().spectrum(new double[] {2, 1}, noDefect()).largestGap(0).build());
    assertThat(spectrum.lines().skip(2))
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("  1         –         –         –"),
            line -> assertThat(line).isEqualTo("  2         –         –         –"),
            line -> assertThat(line).startsWith("  3      2.00"),
            line -> assertThat(line).startsWith("  4      1.00"),
            line -> assertThat(line).startsWith("The largest gap"));
  }

  @Test
  void showsASpectrumOfZeroes() {
    String spectrum =
        section(
            "Spectrum",
            new ReportBuilder()
                .used(0)
                .spectrum(new double[4], new double[4])
                .nullspace(Verdict.INSUFFICIENT_EVIDENCE, 4, 0)
                .build());
    assertThat(spectrum.lines().filter(line -> line.endsWith("0         0         0"))).hasSize(4);
  }

  @Test
  void showsOneDirection() {
    String text =
        new ReportText(80, false, true)
            .format(
                new ReportBuilder()
                    .action("scale(1)", 1)
                    .spectrum(new double[] {3}, new double[] {1.5})
                    .build());
    assertThat(text).contains("\naction    scale(1) · 1 direction\n").contains("  1      3.00");
  }

  @Test
  void showsAnActionWithoutDirections() {
    double[] none = {};
    assertThat(
            section(
                "Spectrum", new ReportBuilder().action("so(1)", 0).spectrum(none, none).build()))
        .isEqualTo("Spectrum\n  empty: the action has no directions");
  }

  @Test
  void leavesOutWhatIsNotThere() {
    String text = new ReportText(80, false, true).format(new ReportBuilder().build());
    assertThat(text).doesNotContain("Generators").doesNotContain("Reference").doesNotContain("! ");
  }

  @Test
  void leadsWithWarningsOnlyAfterTheAnswer() {
    SymmetryReport report =
        new ReportBuilder().warning("undersampled", "few rows ".repeat(20).strip()).build();
    String text = new ReportText(60, false, true).format(report);
    assertThat(text).startsWith("The model has no symmetry");
    assertThat(text).contains("\n! undersampled: few rows").contains("\n  rows few");
  }

  @Test
  void showsControlCharactersByTheirNumbers() {
    String text =
        new ReportText(80, false, true)
            .format(
                new ReportBuilder()
                    .path("net\u001b[31m.zip")
                    .warning("odd", "a\u0007b\nc\u009b31m")
                    .build());
    assertThat(text.replace("\n", "").chars()).noneMatch(Character::isISOControl);
    assertThat(text).contains("net\\u001B[31m.zip").contains("! odd: a\\u0007b c\\u009B31m");
  }

  private static double[] noDefect() {
    return DoubleStream.empty().toArray();
  }

  /** The lines from the one that starts with the title to the next that is not indented. */
  private static String section(String title, SymmetryReport report) {
    String text = new ReportText(90, false, true).format(report);
    int from = text.indexOf("\n" + title) + 1;
    return text.substring(from).split("\n\n(?=\\S)", 2)[0];
  }
}
