package org.liegg.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liegg.api.report.Action;
import org.liegg.api.report.Data;
import org.liegg.api.report.ReportComparison;
import org.liegg.api.report.Verdict;

class RecordJsonTest {

  record Part(
      Optional<Long> absent,
      Optional<Integer> present,
      double[][] rows,
      int[] counts,
      List<String> texts,
      List<Part> parts,
      Map<String, Double> seconds) {}

  record Names(Verdict verdict, ReportComparison.Change change) {}

  @Test
  void indentsObjectsAndListsAndKeepsNumbersOnOneLine() {
    Part nothing =
        new Part(
            Optional.empty(),
            Optional.empty(),
            new double[0][],
            new int[0],
            List.of(),
            List.of(),
            Map.of());
    Part part =
        new Part(
            Optional.empty(),
            Optional.of(3),
            new double[][] {{1, -0.0}, {1e-300}},
            new int[] {1, 2},
            List.of("a\"\n", "b"),
            List.of(nothing),
            Map.of("total", 0.1));

    assertThat(RecordJson.toString(part))
        .isEqualTo(
            """
            {
              "present": 3,
              "rows": [
                [1.0, -0.0],
                [1.0E-300]
              ],
              "counts": [1, 2],
              "texts": [
                "a\\"\\n",
                "b"
              ],
              "parts": [
                {
                  "rows": [],
                  "counts": [],
                  "texts": [],
                  "parts": [],
                  "seconds": {}
                }
              ],
              "seconds": {
                "total": 0.1
              }
            }\
            """);
  }

  @Test
  void namesAreWrittenOnOneLineAndLeftOutWhereThereAreNone() {
    assertThat(RecordJson.toString(new Action("gl(1)", 1, false, List.of())))
        .isEqualTo("{\n  \"spec\": \"gl(1)\",\n  \"dimension\": 1\n}");
    assertThat(RecordJson.toString(new Action("gl(1)", 1, true, List.of("E", "F"))))
        .endsWith("  \"equivariant\": true,\n  \"fieldNames\": [\"E\", \"F\"]\n}");
    assertThat(RecordJson.toString(new Data("a.csv", "", 2, 1, List.of("x"))))
        .endsWith("  \"used\": 1,\n  \"columns\": [\"x\"]\n}");
  }

  @Test
  void wordsOfTheFormatAreInLowerCase() {
    assertThat(
            RecordJson.toString(
                new Names(Verdict.INSUFFICIENT_EVIDENCE, ReportComparison.Change.SAME)))
        .isEqualTo("{\n  \"verdict\": \"insufficient-evidence\",\n  \"change\": \"SAME\"\n}");
  }
}
