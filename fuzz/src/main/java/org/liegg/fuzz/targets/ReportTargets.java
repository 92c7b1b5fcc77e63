package org.liegg.fuzz.targets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.liegg.api.report.SymmetryReport;
import org.liegg.fuzz.mutate.ByteMutator;
import org.liegg.fuzz.mutate.JsonMutator;
import org.liegg.fuzz.run.FuzzTarget;
import org.liegg.metrics.Comparisons;
import org.liegg.report.ComparisonText;
import org.liegg.report.ReportHtml;
import org.liegg.report.ReportJson;
import org.liegg.report.ReportText;

/** Reports as JSON: read, compared with the undamaged one, and shown. */
final class ReportTargets {
  private static final String VALID = Resources.text("report.json");
  private static final ByteMutator BYTES =
      new ByteMutator("NaN", "1e999", "{", "]", "null", "\\u001b");
  private static final JsonMutator TREE =
      new JsonMutator(List.of("invariant", "broken", "float", "so(5)", "liegg-report/1", "defect"));

  private final SymmetryReport whole = ReportJson.read(stream(), "report.json");

  private ReportTargets() {}

  static List<FuzzTarget> all() {
    return List.of(new FuzzTarget("report", 500, ReportTargets::json, new ReportTargets()::read));
  }

  private static java.io.InputStream stream() {
    return new java.io.ByteArrayInputStream(VALID.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] json(Random random) {
    return random.nextInt(4) == 0
        ? BYTES.mutate(VALID.getBytes(StandardCharsets.UTF_8), random)
        : TREE.mutate(VALID, random).getBytes(StandardCharsets.UTF_8);
  }

  private void read(byte[] input, Path folder) throws IOException {
    Path file = Files.write(folder.resolve(FuzzTarget.FILE), input);
    SymmetryReport report = ReportJson.read(file);
    new ReportText(80, false, true).format(report);
    ReportHtml.toString(report);
    ReportJson.toString(report);
    new ComparisonText(80, false, true).format(Comparisons.of(whole, report));
  }
}
