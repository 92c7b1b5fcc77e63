package org.liegg.service.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liegg.api.report.SymmetryReport;
import org.liegg.app.Liegg;
import org.liegg.client.Analysis;
import org.liegg.client.AnalysisRequest;
import org.liegg.client.DataRef;
import org.liegg.client.ModelRef;
import org.liegg.client.ServiceJson;
import org.liegg.client.StoredFile;
import org.liegg.report.ComparisonText;
import org.liegg.report.ReportJson;
import org.liegg.report.ReportText;
import org.liegg.service.base.Ids;
import org.liegg.service.jobs.Jobs;
import org.liegg.service.store.AnalysisFilter;
import org.liegg.service.store.FileKind;
import org.liegg.service.store.FileStore;
import org.liegg.service.store.NewAnalysis;

/** What the tools do: their answers are text that says what was found. */
final class Tools {
  private static final JsonMapper JSON = ServiceJson.lenient();
  private static final int WIDTH = 100;
  private static final int LISTED = 20;
  private static final double USUAL_WAIT = 60;
  private static final double LONGEST_WAIT = 600;
  private static final long LOOK_MILLIS = 200;

  private final Jobs jobs;
  private final FileStore files;
  private final Liegg liegg;

  Tools(Jobs jobs, FileStore files, Liegg liegg) {
    this.jobs = jobs;
    this.files = files;
    this.liegg = liegg;
  }

  /** Models, samples and the latest analyses. */
  String list() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("models", files.list(FileKind.MODEL).items());
    all.put("datasets", files.list(FileKind.DATASET).items());
    all.put("analyses", jobs.analyses().list(AnalysisFilter.newest(LISTED)).items());
    return json(all);
  }

  /** Extracts symmetries, and waits a while. */
  String extract(ToolArguments given) {
    return analyse(given);
  }

  /** Checks one that is expected, and waits a while. */
  String check(ToolArguments given) {
    given.required("expect");
    return analyse(given);
  }

  private String analyse(ToolArguments given) {
    AnalysisRequest request =
        jobs.required(
            liegg,
            new AnalysisRequest(
                model(given),
                data(given.required("data")),
                given.text("action"),
                given.text("reference"),
                given.text("expect"),
                given.number("maxDefect"),
                given.options("options")));
    String id = Ids.next();
    jobs.add(List.of(NewAnalysis.alone(id, request)));
    return said(awaited(id, given.number("waitSeconds").orElse(USUAL_WAIT)));
  }

  /** What has become of an analysis. */
  String analysis(ToolArguments given) {
    return said(awaited(given.required("id"), given.number("waitSeconds").orElse(0.0)));
  }

  /** What changed from one analysis to another. */
  String compare(ToolArguments given) {
    SymmetryReport before = report(given.required("before"));
    SymmetryReport after = report(given.required("after"));
    return new ComparisonText(WIDTH, false, true).format(liegg.compare(before, after));
  }

  private String said(Analysis analysis) {
    return switch (analysis.state()) {
      case DONE -> "Analysis %s is done.%n%s".formatted(analysis.id(), text(analysis));
      case FAILED ->
          "Analysis %s failed. %s"
              .formatted(analysis.id(), analysis.error().map(error -> error.message()).orElse(""));
      case CANCELLED -> "Analysis %s was cancelled.".formatted(analysis.id());
      case QUEUED, RUNNING ->
          "Analysis %s is %s; ask for it again with the tool analysis."
              .formatted(analysis.id(), analysis.state().label());
    };
  }

  private String text(Analysis analysis) {
    String gate =
        analysis
            .outcome()
            .flatMap(outcome -> outcome.gate())
            .map(found -> found.text() + "\n\n")
            .orElse("");
    return gate + new ReportText(WIDTH, false, true).format(report(analysis.id()));
  }

  private SymmetryReport report(String id) {
    byte[] text = jobs.analyses().report(id).getBytes(StandardCharsets.UTF_8);
    return ReportJson.read(new ByteArrayInputStream(text), "report of analysis " + id);
  }

  private Analysis awaited(String id, double seconds) {
    long end = System.nanoTime() + (long) (Math.min(LONGEST_WAIT, seconds) * 1e9);
    Analysis now = jobs.analyses().get(id);
    while (!now.state().isFinal() && System.nanoTime() < end) {
      try {
        Thread.sleep(LOOK_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return now;
      }
      now = jobs.analyses().get(id);
    }
    return now;
  }

  private ModelRef model(ToolArguments given) {
    String named = given.required("model");
    Optional<String> id = id(FileKind.MODEL, named);
    return new ModelRef(
        id,
        id.isPresent() ? Optional.empty() : Optional.of(named),
        given.text("name"),
        given.text("version"),
        Optional.empty());
  }

  private DataRef data(String named) {
    return id(FileKind.DATASET, named).map(DataRef::ofId).orElseGet(() -> DataRef.ofPath(named));
  }

  /** An uploaded file by its hash or, the latest, by its name. */
  private Optional<String> id(FileKind kind, String named) {
    return files.list(kind).items().stream()
        .filter(file -> file.id().equals(named) || file.name().equals(named))
        .map(StoredFile::id)
        .findFirst();
  }

  private static String json(Object value) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
