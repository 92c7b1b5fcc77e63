package org.liegg.report;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.liegg.api.DataException;
import org.liegg.report.page.HtmlPage;
import org.liegg.report.page.HtmlPage.Figure;
import org.liegg.report.page.HtmlPage.Tone;
import org.liegg.report.page.HtmlSection;
import org.liegg.report.page.Term;
import org.liegg.report.text.Numbers;

/**
 * A study as one self-contained HTML page: heat maps over depth and size, symmetry against
 * accuracy, rank correlations, and every network as a table. It is made from the study's JSON
 * ({@code liegg-study/1}), which any program can read.
 */
public final class StudyHtml {
  private static final String SCHEMA = "liegg-study/1";

  private StudyHtml() {}

  /**
   * The page of a study.
   *
   * @param studyJson the content of {@code study.json}
   * @throws DataException {@code LIEGG-STUDY-CORRUPT} if it is no such JSON
   */
  public static String toString(String studyJson) {
    JsonNode study = parse(studyJson);
    String name = study.path("spec").path("name").asText();
    JsonNode cells = study.path("cells");
    long done = count(cells, "done");
    List<HtmlSection> sections = new ArrayList<>();
    sections.add(maps());
    sections.add(scatter());
    sections.add(correlations(study.path("correlations")));
    if (has(cells, "track")) {
      sections.add(track(cells));
    }
    if (has(cells, "orbits")) {
      sections.add(orbits());
    }
    sections.add(networks(study));
    return new HtmlPage("Study", "Study " + name, PrintableJson.visible(studyJson))
        .of(
            Tone.GOOD,
            "Study %s: %d of %d networks trained and measured%s."
                .formatted(
                    name,
                    done,
                    cells.size(),
                    done == cells.size()
                        ? ""
                        : ", %d diverged".formatted(count(cells, "diverged"))),
            figures(study.path("spec")),
            sections);
  }

  private static JsonNode parse(String json) {
    try {
      JsonNode study = JsonFormat.mapper().readTree(json);
      if (study.path("schema").asText().equals(SCHEMA)) {
        return study;
      }
    } catch (JacksonException e) {
      throw corrupt(JsonFormat.syntax(e));
    }
    throw corrupt("it does not say its schema, " + SCHEMA);
  }

  private static DataException corrupt(String found) {
    return new DataException(
        "LIEGG-STUDY-CORRUPT", "study", found, "give the study.json that liegg study wrote");
  }

  private static List<Figure> figures(JsonNode spec) {
    return List.of(
        new Figure("task", spec.path("task").asText()),
        new Figure("action", spec.path("action").asText()),
        new Figure("reference", spec.path("reference").asText("none")),
        new Figure("epochs", spec.path("training").path("epochs").asText()),
        new Figure("tolerance", spec.path("evaluation").path("tolerance").asText()));
  }

  private static long count(JsonNode cells, String status) {
    long count = 0;
    for (JsonNode cell : cells) {
      count += cell.path("status").asText().equals(status) ? 1 : 0;
    }
    return count;
  }

  private static HtmlSection maps() {
    return new HtmlSection("maps", "Over depth and size")
        .text(
            "Means over seeds; the number is in every field, the colour repeats it. A field opens"
                + " its networks in the table of all, by a click or by Enter.")
        .plot(
            "maps",
            "Test error, symmetry variance, mean defect in the reference and largest angle, by"
                + " hidden layers and size, or by regime; the networks are in the table below");
  }

  private static HtmlSection scatter() {
    return new HtmlSection("scatter", "Symmetry against accuracy")
        .plot(
            "scatter",
            "Symmetry variance, and mean defect in the reference, against the test error: a point a"
                + " network, its shape by the number of hidden layers")
        .explained(Term.VARIANCE, Term.DEFECT, Term.REFERENCE, Term.ANGLE);
  }

  private static HtmlSection orbits() {
    return new HtmlSection("orbits", "Samples moved by learned generators")
        .plot(
            "studyOrbits",
            "A sample moved by exp(tA) of the learned generator, and the network's outputs along"
                + " the path, of the last networks");
  }

  private static HtmlSection track(JsonNode cells) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode cell : cells) {
      for (JsonNode point : cell.path("track")) {
        JsonNode found = point.path("findings");
        rows.add(
            List.of(
                cell.path("cell").path("hiddenLayers").asText(),
                cell.path("cell").path("width").asText(),
                cell.path("cell").path("seed").asText(),
                point.path("epoch").asText(),
                number(found, "testError"),
                number(found, "varianceMean"),
                number(found, "referenceDefectMean"),
                number(found, "largestAngle"),
                found.path("dimension").asText()));
      }
    }
    return new HtmlSection("track", "While training")
        .plot(
            "track",
            "Test error, symmetry variance, mean defect in the reference and largest angle over"
                + " epochs, a line a network")
        .table(
            "While training, as a table",
            List.of(
                "hidden layers",
                "width",
                "seed",
                "epoch",
                "test error",
                "variance",
                "mean defect",
                "angle",
                "dimension"),
            rows);
  }

  private static boolean has(JsonNode cells, String list) {
    for (JsonNode cell : cells) {
      if (cell.path(list).size() > 0) {
        return true;
      }
    }
    return false;
  }

  private static HtmlSection correlations(JsonNode correlations) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode correlation : correlations) {
      rows.add(
          List.of(
              correlation.path("x").asText(),
              correlation.path("y").asText(),
              given(correlation),
              correlation.path("among").asText(),
              correlation.path("cells").asText(),
              Numbers.fixed(correlation.path("rho").asDouble(), 2),
              "[%s, %s]"
                  .formatted(
                      Numbers.fixed(correlation.path("interval").path(0).asDouble(), 2),
                      Numbers.fixed(correlation.path("interval").path(1).asDouble(), 2))));
    }
    return new HtmlSection("correlations", "Rank correlations")
        .text(
            "Spearman's ρ with 95 % intervals, the networks taken as independent; the partial ρ"
                + " where other columns are given, of networks alike in those.")
        .table(
            "Correlations",
            List.of("of", "with", "given", "among", "networks", "ρ", "interval"),
            rows);
  }

  private static String given(JsonNode correlation) {
    List<String> columns = new ArrayList<>();
    correlation.path("given").forEach(one -> columns.add(one.asText()));
    return String.join(", ", columns);
  }

  private static HtmlSection networks(JsonNode study) {
    JsonNode training = study.path("spec").path("training");
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode cell : study.path("cells")) {
      JsonNode of = cell.path("cell");
      JsonNode found = cell.path("findings");
      rows.add(
          List.of(
              of.path("hiddenLayers").asText(),
              of.path("width").asText(),
              of.path("parameters").asText(),
              of.path("regime").path("augmentation").asText(),
              of.path("regime")
                  .path("activation")
                  .asText(training.path("activation").asText())
                  .toLowerCase(Locale.ROOT),
              ended(cell.path("trained")),
              of.path("seed").asText(),
              cell.path("status").asText(),
              number(found, "testError"),
              number(found, "varianceMean"),
              number(found, "defectSmallest"),
              number(found, "referenceDefect"),
              number(found, "bias"),
              number(found, "largestAngle"),
              found.path("dimension").asText()));
    }
    return new HtmlSection("networks", "Networks")
        .table(
            "Every network",
            List.of(
                "hidden layers",
                "width",
                "parameters",
                "augmentation",
                "activation",
                "trained",
                "seed",
                "status",
                "test error",
                "variance",
                "smallest defect",
                "worst of the reference",
                "bias",
                "angle",
                "dimension"),
            rows);
  }

  /** How long, and whether that was long enough, where training looked for its end. */
  private static String ended(JsonNode trained) {
    return trained.isMissingNode()
        ? ""
        : "%s epochs, %s"
            .formatted(
                trained.path("epochs").asText(),
                trained.path("converged").asBoolean() ? "converged" : "not converged");
  }

  private static String number(JsonNode found, String field) {
    return found.path(field).isNumber() ? Numbers.shown(found.path(field).asDouble()) : "";
  }
}
