package org.liegg.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.liegg.api.Accuracy;
import org.liegg.api.Head;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.Printable;
import org.liegg.api.SelfCheck;
import org.liegg.api.Warning;
import org.liegg.api.report.Provenance;
import org.liegg.api.report.Reference;
import org.liegg.api.report.SymmetryReport;
import org.liegg.report.subject.SubjectText;
import org.liegg.report.text.Numbers;

/** What the answer is about, what it compares with, what to mind, and how it came about. */
final class BackgroundText {
  private static final int LABEL = 10;

  /** What is below this is rounding of the differences, and reads as noise. */
  private static final double SMALLEST_ERROR = 1e-12;

  private static final int MAX_COLUMNS = 16;

  private static final String REFERENCE = "Reference";

  private final TextStyle style;
  private final SymmetryReport report;

  BackgroundText(TextStyle style, SymmetryReport report) {
    this.style = style;
    this.report = report;
  }

  List<String> subject() {
    ModelInfo model = report.model();
    List<String> lines = new ArrayList<>();
    lines.addAll(
        field(
            "model",
            "%s · %s %s · %s → %s%s%s · %s%s"
                .formatted(
                    model.path(),
                    model.engine(),
                    model.engineVersion(),
                    Numbers.count(model.inputSize(), "input"),
                    Numbers.count(model.outputSize(), "output"),
                    model.output().equals("output") ? "" : " of " + model.output(),
                    model.head().equals(Head.OUTPUT.label()) ? "" : ", " + model.head(),
                    arithmetic(model),
                    report.finite().isPresent()
                        ? " · values alone"
                        : verified(model.selfCheck()))));
    if (model.sampleSize() > model.inputSize()) {
      lines.addAll(
          field(
              "input",
              "%s varies, %s of the %d values of a sample"
                  .formatted(model.input(), Numbers.count(model.inputSize()), model.sampleSize())));
    }
    long used = report.data().used();
    lines.addAll(
        field(
            "data",
            "%s · %s"
                .formatted(
                    report.data().path(),
                    used == report.data().samples()
                        ? Numbers.count(used, "sample")
                        : "%s of %s"
                            .formatted(
                                Numbers.count(used),
                                Numbers.count(report.data().samples(), "sample")))));
    lines.addAll(columns());
    Optional.ofNullable(report.provenance().options().get("standardize"))
        .ifPresent(by -> lines.addAll(field("inputs", standardized(by))));
    lines.addAll(
        report
            .group()
            .map(group -> field("group", GroupText.subject(group)))
            .orElseGet(
                () ->
                    field(
                        "action",
                        "%s · %s"
                            .formatted(
                                report.action().spec(),
                                Numbers.count(report.action().dimension(), "direction")))));
    lines.addAll(field("method", method()));
    return lines;
  }

  private String method() {
    String detail = report.decomposition().detail();
    if (report.finite().isPresent()) {
      return detail;
    }
    return "%s · %s%s"
        .formatted(
            report.decomposition().name(),
            report.decomposition().accuracy() == Accuracy.GRAM
                ? "σ below 1e-8 of the largest is noise"
                : "σ to machine precision",
            detail.isEmpty() ? "" : " · " + detail);
  }

  /** What the coordinates of generators are called, where they are few enough to be read. */
  private List<String> columns() {
    List<String> names = report.data().columns();
    return names.isEmpty() || names.size() > MAX_COLUMNS
        ? List.of()
        : field("columns", names.stream().map(Printable::text).collect(Collectors.joining(" · ")));
  }

  private static String standardized(String by) {
    return "standardised by %s: F(x) = model((x − mean)/std), and x are the raw ones"
        .formatted(by.equals("fit") ? "the samples" : by);
  }

  private static String arithmetic(ModelInfo model) {
    String precision = model.precision() == Precision.FLOAT ? "float" : "double";
    return model
        .arithmetic()
        .gradientNoise()
        .map(
            noise ->
                "%s, %s to %s"
                    .formatted(
                        precision,
                        SubjectText.isOfSamples(model) ? "estimated" : "by differences",
                        Numbers.shown(noise)))
        .orElse(precision);
  }

  private static String verified(SelfCheck check) {
    return check.status() == SelfCheck.Status.PASSED
        ? " · gradients verified to " + Numbers.shown(Math.max(check.error(), SMALLEST_ERROR))
        : " · gradients not verified";
  }

  List<String> reference(Reference known) {
    List<String> lines = new ArrayList<>();
    List<String> heading =
        style.wrap(
            "%s %s, dimension %d%s"
                .formatted(
                    REFERENCE,
                    known.name(),
                    known.dimension(),
                    report.finite().isPresent()
                        ? ""
                        : "; learned " + report.nullspace().dimension()),
            2);
    lines.add(style.bold(REFERENCE) + heading.get(0).substring(REFERENCE.length()));
    lines.addAll(heading.subList(1, heading.size()));
    if (report.finite().isEmpty()) {
      angles(known, lines);
    }
    known
        .defect()
        .ifPresent(
            found ->
                lines.add(
                    style.withAside(
                        style.text(
                            "  worst defect      %s %s"
                                .formatted(
                                    Numbers.shown(found.worst()),
                                    Numbers.interval(found.worstInterval()))),
                        "  %d of its %s at or below the tolerance"
                            .formatted(
                                found.contained(),
                                Numbers.count(known.dimension(), "dimension")))));
    return lines;
  }

  private void angles(Reference known, List<String> lines) {
    lines.add(
        style.withAside(
            style.text("  principal angles  " + range(known.principalAngles(), Numbers::degrees)),
            "  between the two subspaces"));
    lines.add(
        style.withAside(
            style.text("  symmetry bias     " + range(known.symmetryBias(), Numbers::shown)),
            "  distance of each generator to the reference"));
  }

  List<String> warnings() {
    List<String> lines = new ArrayList<>();
    for (Warning warning : report.warnings()) {
      List<String> wrapped = style.wrap("! %s: %s".formatted(warning.code(), warning.message()), 2);
      lines.add(style.yellow(wrapped.get(0)));
      lines.addAll(wrapped.subList(1, wrapped.size()));
    }
    return lines;
  }

  List<String> provenance() {
    Provenance provenance = report.provenance();
    List<String> lines = new ArrayList<>();
    lines.addAll(
        style.wrap(
            "%s%s · peak memory %s MB"
                .formatted(
                    seconds(provenance.seconds().getOrDefault("total", 0.0)),
                    stages(provenance.seconds()),
                    Numbers.count(Math.round(provenance.peakMemoryBytes() / 1e6))),
            2));
    lines.addAll(
        style.wrap(
            "liegg %s · Java %s · %s · %s · seed %d · %s"
                .formatted(
                    provenance.version(),
                    provenance.java(),
                    provenance.os(),
                    provenance.cpu(),
                    provenance.seed(),
                    provenance.startedAt()),
            2));
    return lines.stream().map(style::dim).toList();
  }

  private List<String> field(String label, String text) {
    List<String> wrapped = style.wrap(label + " ".repeat(LABEL - label.length()) + text, LABEL);
    List<String> lines = new ArrayList<>(wrapped);
    lines.set(0, style.dim(label) + wrapped.get(0).substring(label.length()));
    return lines;
  }

  private static String stages(Map<String, Double> seconds) {
    String stages =
        seconds.entrySet().stream()
            .filter(stage -> !stage.getKey().equals("total"))
            .map(stage -> stage.getKey() + " " + Numbers.fixed(stage.getValue(), 2))
            .collect(Collectors.joining(", "));
    return stages.isEmpty() ? "" : ": " + stages;
  }

  private static String seconds(double seconds) {
    return Numbers.fixed(seconds, 2) + " s";
  }

  private static String range(double[] values, DoubleFunction<String> shown) {
    if (values.length == 0) {
      return "none";
    }
    String low = shown.apply(DoubleStream.of(values).min().orElseThrow());
    String high = shown.apply(DoubleStream.of(values).max().orElseThrow());
    return low.equals(high) ? low : low + " … " + high;
  }
}
