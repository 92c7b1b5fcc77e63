package org.liegg.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.tck.fixtures.ReportBuilder;

class GeneratorsTextTest {
  @Test
  void showsGeneratorsWithoutMatricesByTheirLargestCoefficients() {
    String generators =
        generators(
            one("poly(2,2)", 7)
                .generator(new double[] {0.1, -0.7, 0, 0.65, 0.2, -0.15, 0.12}, 0.5, 0.003));
    assertThat(generators)
        .isEqualTo(
            """
            Generators, smallest defect first
              1  defect 0.00300  variance 0.500
              -0.700 v2 + 0.650 v4 + 0.200 v5 - 0.150 v6 + 0.120 v7 + 1 smaller\
            """);
  }

  @Test
  void summarisesLargeMatricesAndManyGenerators() {
    ReportBuilder report =
        new ReportBuilder().action("gl(13)", 169).nullspace(Verdict.INVARIANT, 14, 0);
    long seed = 13;
    Random random = new Random(seed);
    for (int i = 0; i < 14; i++) {
      double[][] matrix = new double[13][13];
      matrix[random.nextInt(13)][0] = 1;
      report.generator(matrix, 0.1, 0.001 * i);
    }
    String generators = generators(report);
    assertThat(generators.lines().filter(line -> line.contains("defect 0.0"))).hasSizeLessThan(12);
    assertThat(generators)
        .contains("1.00 v")
        .endsWith("  … and 2 more, with defects up to 0.0130; the JSON report holds them all.");
  }

  @Test
  void showsNegligibleEntriesAsDots() {
    String generators =
        generators(
            one("gl(2)", 4)
                .generator(new double[][] {{0.0069, -0.7071}, {0.7068, 0.0072}}, 1e-5, 1e-4));
    assertThat(generators.lines().skip(2))
        .containsExactly(
            "   ·     -0.707",
            "   0.707  0.007",
            "",
            "  · is less than 1 % of the largest entry of its matrix.");
  }

  @Test
  void showsFormsThatAreNotDiagonalAsMatricesAndOnlyTheFirstOfMany() {
    double[][] plane = {{0, 1}, {1, 0}};
    String algebra =
        section(
            "Algebra",
            new ReportBuilder()
                .nullspace(Verdict.INVARIANT, 2, 0)
                .algebra(
                    Reports.algebra(
                        0.1, 0.25, plane, new double[][] {{1, 0}, {0, -0.5}}, plane, plane))
                .build());
    assertThat(algebra)
        .isEqualTo(
            """
            Algebra unidentified
              as told
              keeps a symmetric form of signature (1,1,0)
               ·    1.00
               1.00 ·
              keeps a symmetric form of signature (1,1,0): diag(1, -0.500)
              keeps a symmetric form of signature (1,1,0)
               ·    1.00
               1.00 ·
              … and one more form; the JSON report holds them.\
            """);
  }

  /** A report of an invariance under one generator, which is to be added. */
  private static ReportBuilder one(String action, int fields) {
    return new ReportBuilder().action(action, fields).nullspace(Verdict.INVARIANT, 1, 0);
  }

  private static String generators(ReportBuilder report) {
    return section("Generators", report.build());
  }

  /** The lines from the one that starts with the title to the next that is not indented. */
  private static String section(String title, SymmetryReport report) {
    String text = new ReportText(90, false, true).format(report);
    int from = text.indexOf("\n" + title) + 1;
    return text.substring(from).split("\n\n(?=\\S)", 2)[0];
  }
}
