package org.liegg.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.liegg.api.Printable;
import org.liegg.api.report.BreakingSample;
import org.liegg.api.report.GroupCheck;
import org.liegg.api.report.SymmetryReport;
import org.liegg.app.Extraction.Check;
import org.liegg.report.GateText;

/** Why a claim failed: the answer, the worst element and the worst sample. */
final class ClaimText {

  private ClaimText() {}

  static String of(String group, boolean kept, Check check) {
    SymmetryReport report = check.report();
    List<String> lines = new ArrayList<>();
    lines.add(
        "Expected %s%s be %s %s, on %s."
            .formatted(
                Printable.text(report.model().path()),
                kept ? " to" : " not to",
                report.action().equivariant() ? "equivariant to" : "invariant to",
                Printable.text(group),
                Printable.text(report.data().path())));
    lines.add(GateText.of(check.gate(), report));
    lines.addAll(GateText.limits(report));
    report.group().ifPresent(found -> lines.addAll(worst(found)));
    report.breakingSamples().stream().findFirst().ifPresent(sample -> lines.add(worst(sample)));
    return String.join(System.lineSeparator(), lines);
  }

  private static List<String> worst(GroupCheck found) {
    List<String> lines = new ArrayList<>();
    found
        .worst()
        .ifPresent(
            worst ->
                lines.add(
                    "Worst element: %s, of defect %s."
                        .formatted(worst.element(), shown(worst.defect()))));
    found.worstSamples().stream()
        .findFirst()
        .ifPresent(
            worst ->
                lines.add(
                    "Worst sample: number %d (counted from 0), along %s: it changes %s times what an unrelated model does on the mean."
                        .formatted(worst.sample(), worst.element(), shown(worst.share()))));
    return lines;
  }

  private static String worst(BreakingSample sample) {
    return "Worst sample: number %d (counted from 0), along generator %d at t = %s: %s of all change."
        .formatted(sample.sample(), sample.generator(), shown(sample.t()), shown(sample.share()));
  }

  private static String shown(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }
}
