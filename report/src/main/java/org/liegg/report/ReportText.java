package org.liegg.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.report.page.InputLabels;
import org.liegg.report.where.WhereText;

/**
 * Reports as text for a terminal: the verdict first, then what it rests on. Text that came from
 * outside (paths, warnings) is cleared of control characters.
 */
public final class ReportText {
  private final TextStyle style;

  /**
   * @param columns width of the terminal; fewer than 40 count as 40
   * @param colour whether to use ANSI colours
   * @param unicode whether characters beyond ASCII may be used
   */
  public ReportText(int columns, boolean colour, boolean unicode) {
    this.style = new TextStyle(columns, colour, unicode);
  }

  /** The whole report, ending with a line feed. */
  public String format(SymmetryReport report) {
    BackgroundText background = new BackgroundText(style, report);
    List<List<String>> sections = new ArrayList<>();
    sections.add(verdict(report));
    sections.add(background.subject());
    if (!DiscreteText.isAll(report)) {
      sections.add(
          report
              .finite()
              .map(found -> TransformationsText.lines(style, found, report.group().isPresent()))
              .orElseGet(() -> new SpectrumText(style, report).lines()));
    }
    if (!report.generators().isEmpty()) {
      sections.add(new GeneratorText(style, report).lines());
    }
    report.algebra().ifPresent(found -> sections.add(new AlgebraText(style, found).lines()));
    if (report.group().isPresent()) {
      sections.addAll(GroupText.lines(style, report.group().get()));
    } else {
      report.reference().ifPresent(known -> sections.add(background.reference(known)));
    }
    report
        .measure()
        .map(
            beside ->
                new MeasureText(style, InputLabels.of(report))
                    .lines(beside, report.reference().isPresent()))
        .filter(lines -> !lines.isEmpty())
        .ifPresent(sections::add);
    sections.addAll(where(report));
    report.discrete().ifPresent(found -> sections.add(DiscreteText.lines(style, report, found)));
    sections.addAll(new ChecksText(style, report).sections());
    if (!report.warnings().isEmpty()) {
      sections.add(background.warnings());
    }
    sections.add(background.provenance());
    return sections.stream()
        .map(lines -> String.join("\n", lines))
        .collect(Collectors.joining("\n\n", "", "\n"));
  }

  /**
   * Where a group is broken, as far as that was asked.
   *
   * @return sections of lines each
   */
  public List<List<String>> where(SymmetryReport report) {
    return report.where().map(WhereText::paragraphs).orElse(List.of()).stream()
        .map(this::paragraph)
        .toList();
  }

  private List<String> paragraph(List<String> lines) {
    List<String> wrapped = new ArrayList<>(style.wrap(style.text(lines.get(0)), 0));
    for (String line : lines.subList(1, lines.size())) {
      wrapped.addAll(style.wrap(style.text("  " + line), 4));
    }
    return wrapped;
  }

  private List<String> verdict(SymmetryReport report) {
    boolean found = report.nullspace().verdict() == Verdict.INVARIANT;
    return style.wrap(VerdictText.of(report), 0).stream()
        .map(line -> found ? style.green(line) : style.yellow(line))
        .toList();
  }
}
