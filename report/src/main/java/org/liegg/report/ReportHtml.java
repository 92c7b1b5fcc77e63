package org.liegg.report;

import java.util.ArrayList;
import java.util.List;
import org.liegg.api.report.Nullspace;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Where;
import org.liegg.report.page.HtmlPage;
import org.liegg.report.page.HtmlPage.Figure;
import org.liegg.report.page.HtmlPage.Tone;
import org.liegg.report.page.HtmlSection;
import org.liegg.report.page.InputLabels;
import org.liegg.report.page.Question;
import org.liegg.report.text.Numbers;
import org.liegg.report.where.WhereTable;
import org.liegg.report.where.WhereText;

/**
 * Reports as one self-contained HTML page: the verdict first, then what it rests on. It works
 * offline, in light and dark, in print, and without a script or eyes: every picture has a table.
 */
public final class ReportHtml {

  private ReportHtml() {}

  /**
   * The page of a report. The same report gives the same bytes.
   *
   * @throws org.liegg.api.OutputException if a number of the report is NaN or infinite
   */
  public static String toString(SymmetryReport report) {
    String title =
        "Symmetries of %s under %s".formatted(report.model().path(), report.action().spec());
    return new HtmlPage(
            "Symmetry report", title, PrintableJson.visible(ReportJson.toString(report)))
        .of(tone(report), VerdictText.of(report), figures(report), sections(report));
  }

  private static Tone tone(SymmetryReport report) {
    return switch (report.nullspace().verdict()) {
      case INVARIANT -> Tone.GOOD;
      case BROKEN -> Tone.BAD;
      case INSUFFICIENT_EVIDENCE -> Tone.OPEN;
    };
  }

  private static List<Figure> figures(SymmetryReport report) {
    Nullspace nullspace = report.nullspace();
    List<Figure> figures = new ArrayList<>();
    if (report.group().isPresent()) {
      return GroupText.figures(report, report.group().get());
    }
    figures.add(
        new Figure(
            "dimension",
            nullspace.dimension()
                + nullspace
                    .interval()
                    .map(bounds -> " [%d, %d]".formatted(bounds[0], bounds[1]))
                    .orElse("")));
    figures.add(new Figure("of candidates", Integer.toString(report.action().dimension())));
    if (nullspace.trivial() > 0) {
      figures.add(new Figure("insensitive", Integer.toString(nullspace.trivial())));
    }
    report.algebra().ifPresent(found -> figures.add(new Figure("algebra", found.name())));
    figures.add(new Figure("tolerance", Numbers.chosen(nullspace.tolerance())));
    figures.add(new Figure("samples", Numbers.count(report.data().used())));
    if (report.finite().isEmpty()) {
      figures.add(
          new Figure("largest gap would say", Integer.toString(nullspace.largestGapDimension())));
    }
    return figures;
  }

  private static List<HtmlSection> sections(SymmetryReport report) {
    EvidenceSections evidence = new EvidenceSections(report);
    FindingSections findings = new FindingSections(report);
    List<HtmlSection> sections = new ArrayList<>();
    sections.add(Question.section(report));
    if (!report.warnings().isEmpty()) {
      sections.add(evidence.warnings());
    }
    report.group().map(GroupText::section).ifPresent(sections::add);
    report
        .where()
        .map(ReportHtml::where)
        .filter(section -> !section.isEmpty())
        .ifPresent(sections::add);
    if (report.finite().isPresent()) {
      sections.add(TransformationsText.section(report.finite().get(), report.group().isPresent()));
    } else if (!DiscreteText.isAll(report)) {
      sections.add(evidence.defects());
      sections.add(evidence.spectrum());
    }
    if (!report.generators().isEmpty()) {
      sections.add(findings.generators());
    }
    if (!report.orbits().isEmpty()) {
      sections.add(findings.orbits());
    }
    report.algebra().map(findings::algebra).ifPresent(sections::add);
    report
        .reference()
        .filter(known -> report.group().isEmpty())
        .map(findings::reference)
        .ifPresent(sections::add);
    report
        .measure()
        .map(beside -> MeasureText.section(beside, InputLabels.of(report)))
        .filter(HtmlSection::hasTables)
        .ifPresent(sections::add);
    report.discrete().map(found -> DiscreteText.section(report, found)).ifPresent(sections::add);
    if (!report.finiteCheck().isEmpty()) {
      sections.add(evidence.finiteCheck());
    }
    report.stability().map(evidence::stability).ifPresent(sections::add);
    sections.add(findings.provenance());
    return sections;
  }

  private static HtmlSection where(Where where) {
    HtmlSection section = new HtmlSection("where", "Where it breaks");
    WhereText.sentences(where).forEach(section::text);
    if (!where.slices().isEmpty() || where.region().isPresent()) {
      section.plot(
          "where",
          "Defect of every part of the samples on a logarithmic scale, with bounds that hold for"
              + " all together, and the tolerance");
    }
    if (where.beyond().isPresent()) {
      section.plot(
          "beyond",
          "Defect of samples moved away from their mean over the factor, with bounds, and the"
              + " tolerance");
    }
    if (!where.moved().isEmpty()) {
      section.plot(
          "moved",
          "Samples that change most, each beside what an element of the group makes of it");
    }
    WhereTable.of(where)
        .forEach(table -> section.table(table.caption(), table.header(), table.rows()));
    return section;
  }
}
