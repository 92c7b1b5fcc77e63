package org.liegg.service.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liegg.app.Liegg;
import org.liegg.client.Analysis;
import org.liegg.client.AnalysisRequest;
import org.liegg.client.AnalysisState;
import org.liegg.client.Check;
import org.liegg.client.CheckRequest;
import org.liegg.client.Outcome;
import org.liegg.service.base.Ids;
import org.liegg.service.base.ServiceException;
import org.liegg.service.jobs.Jobs;
import org.liegg.service.store.AnalysisFilter;
import org.liegg.service.store.NewAnalysis;

/** Analyses and checks: made, listed, looked at, cancelled and deleted. */
final class AnalysesApi {
  static final String ALL = "/api/v1/analyses";
  static final String ONE = ALL + "/{id}";
  private static final String CHECKS = "/api/v1/checks";
  private static final int MOST_LISTED = 500;
  private static final int USUALLY_LISTED = 50;
  private static final int MOST_EXPECTED = 100;

  private final Jobs jobs;
  private final Liegg liegg;

  AnalysesApi(Jobs jobs, Liegg liegg) {
    this.jobs = jobs;
    this.liegg = liegg;
  }

  void addTo(Routes routes) {
    routes.post(ALL, this::create);
    routes.get(ALL, request -> Answers.say(request, 200, jobs.analyses().list(filter(request))));
    routes.get(ONE, request -> Answers.say(request, 200, jobs.analyses().get(id(request))));
    routes.delete(
        ONE,
        request -> {
          jobs.analyses().delete(id(request));
          request.status(204);
        });
    routes.post(ONE + "/cancel", request -> Answers.say(request, 202, jobs.cancel(id(request))));
    routes.post(CHECKS, this::check);
    routes.get(CHECKS + "/{id}", request -> Answers.say(request, 200, check(id(request))));
    routes.get(
        CHECKS + "/{id}/junit.xml",
        request ->
            request.contentType("application/xml; charset=utf-8").result(xml(check(id(request)))));
  }

  static String id(Context request) {
    return request.pathParam("id");
  }

  private void create(Context request) {
    AnalysisRequest asked = jobs.required(liegg, Answers.read(request, AnalysisRequest.class));
    String id = Ids.next();
    jobs.add(List.of(NewAnalysis.alone(id, asked)));
    request.header("Location", ALL + "/" + id);
    Answers.say(request, 202, jobs.analyses().get(id));
  }

  private void check(Context request) {
    CheckRequest asked = Answers.read(request, CheckRequest.class);
    if (asked.expectations().isEmpty() || asked.expectations().size() > MOST_EXPECTED) {
      throw new ServiceException(
          422,
          "LIEGG-SERVICE-REQUEST",
          "field expectations",
          "there are %d".formatted(asked.expectations().size()),
          "give one or more, at most %d".formatted(MOST_EXPECTED));
    }
    String check = Ids.next();
    List<NewAnalysis> cases = new ArrayList<>();
    for (CheckRequest.Expectation expected : asked.expectations()) {
      AnalysisRequest one =
          new AnalysisRequest(
              asked.model(),
              asked.data(),
              expected.action(),
              Optional.empty(),
              Optional.of(expected.expect()),
              expected.maxDefect(),
              asked.options());
      cases.add(
          new NewAnalysis(Ids.next(), jobs.required(liegg, one), Optional.of(check), cases.size()));
    }
    jobs.add(cases);
    request.header("Location", CHECKS + "/" + check);
    Answers.say(request, 202, check(check));
  }

  private Check check(String id) {
    List<Analysis> cases = Ids.isId(id) ? jobs.analyses().ofCheck(id) : List.of();
    if (cases.isEmpty()) {
      throw ServiceException.notFound("check", id);
    }
    boolean finished = cases.stream().allMatch(each -> each.state().isFinal());
    return new Check(id, finished, finished ? Optional.of(worst(cases)) : Optional.empty(), cases);
  }

  private static byte[] xml(Check check) {
    return CheckXml.of(check.cases()).getBytes(StandardCharsets.UTF_8);
  }

  /** The worst of all: an answer that is no, then none, then too little evidence for one. */
  private static String worst(List<Analysis> cases) {
    List<String> found =
        cases.stream().map(each -> each.outcome().map(Outcome::verdict).orElse("")).toList();
    if (found.contains("broken")) {
      return "does not hold";
    }
    if (found.contains("")) {
      return "not made";
    }
    return found.contains("insufficient-evidence") ? "not enough evidence" : "holds";
  }

  private static AnalysisFilter filter(Context request) {
    Optional<String> state = Params.text(request, "state");
    state.ifPresent(AnalysesApi::requireState);
    Optional<String> before = Params.text(request, "before");
    if (before.filter(id -> !Ids.isId(id)).isPresent()) {
      throw new ServiceException(
          "LIEGG-SERVICE-REQUEST",
          "parameter before",
          "it is no name of an analysis",
          "give what next of the list before says");
    }
    return new AnalysisFilter(
        state,
        Params.text(request, "model"),
        Params.text(request, "version"),
        Params.text(request, "verdict"),
        before,
        Params.whole(request, "limit", USUALLY_LISTED, 1, MOST_LISTED));
  }

  private static void requireState(String label) {
    for (AnalysisState state : AnalysisState.values()) {
      if (state.label().equals(label)) {
        return;
      }
    }
    throw new ServiceException(
        "LIEGG-SERVICE-REQUEST",
        "parameter state",
        "it is " + label,
        "use queued, running, done, failed or cancelled");
  }
}
