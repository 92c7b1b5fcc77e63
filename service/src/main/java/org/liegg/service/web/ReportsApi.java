package org.liegg.service.web;

import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.liegg.api.report.SymmetryReport;
import org.liegg.app.Liegg;
import org.liegg.client.Analysis;
import org.liegg.report.ComparisonHtml;
import org.liegg.report.ComparisonJson;
import org.liegg.report.ReportHtml;
import org.liegg.report.ReportJson;
import org.liegg.service.store.Analyses;

/** Reports, comparisons of two, and what was found of the versions of a model. */
final class ReportsApi {
  private static final String HISTORY = "/api/v1/history";
  private static final String COMPARE = "/api/v1/compare";

  private final Analyses analyses;
  private final Liegg liegg;

  ReportsApi(Analyses analyses, Liegg liegg) {
    this.analyses = analyses;
    this.liegg = liegg;
  }

  void addTo(Routes routes) {
    routes.get(
        AnalysesApi.ONE + "/report",
        request -> Answers.sayJson(request, analyses.report(AnalysesApi.id(request))));
    routes.get(
        AnalysesApi.ONE + "/report.html",
        request -> Headers.page(request, ReportHtml.toString(report(AnalysesApi.id(request)))));
    routes.get(COMPARE, this::compare);
    routes.get(COMPARE + ".html", this::comparePage);
    routes.get(HISTORY, request -> Answers.say(request, 200, Map.of("items", analyses.models())));
    routes.get(
        HISTORY + "/{name}",
        request -> Answers.say(request, 200, analyses.history(request.pathParam("name"))));
  }

  private SymmetryReport report(String id) {
    byte[] json = analyses.report(id).getBytes(StandardCharsets.UTF_8);
    return ReportJson.read(new ByteArrayInputStream(json), "report of analysis " + id);
  }

  private void compare(Context request) {
    SymmetryReport before = report(Params.required(request, "before"));
    SymmetryReport after = report(Params.required(request, "after"));
    Answers.sayJson(request, ComparisonJson.toString(liegg.compare(before, after)));
  }

  private void comparePage(Context request) {
    String before = Params.required(request, "before");
    String after = Params.required(request, "after");
    Headers.page(
        request,
        ComparisonHtml.toString(
            liegg.compare(report(before), report(after)), called(before), called(after)));
  }

  private String called(String id) {
    Analysis analysis = analyses.get(id);
    return analysis
        .request()
        .model()
        .name()
        .map(name -> analysis.request().model().version().map(at -> name + " " + at).orElse(name))
        .orElse("analysis " + id);
  }
}
