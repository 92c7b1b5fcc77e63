package org.liegg.service.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.liegg.api.Bounded;
import org.liegg.api.report.Gate;
import org.liegg.api.report.Verdict;
import org.liegg.client.Analysis;
import org.liegg.client.AnalysisRequest;
import org.liegg.client.Outcome;
import org.liegg.client.Outcome.GateOutcome;
import org.liegg.client.ServiceError;
import org.liegg.report.check.CheckCase;
import org.liegg.report.check.CheckResult;
import org.liegg.report.check.JunitXml;

/** The cases of a check as JUnit XML, for a server that runs pipelines. */
final class CheckXml {

  private CheckXml() {}

  /** All of them; one that has no answer is an error. */
  static String of(List<Analysis> cases) {
    return JunitXml.of(cases.stream().map(CheckXml::result).toList());
  }

  private static CheckResult result(Analysis one) {
    CheckCase asked = asked(one.request());
    Optional<Outcome> outcome = one.outcome();
    if (outcome.isPresent() && outcome.get().gate().isPresent()) {
      GateOutcome found = outcome.get().gate().get();
      return CheckResult.of(asked, gate(found), found.text(), outcome.get().seconds());
    }
    return CheckResult.failed(
        asked,
        one.error()
            .map(ServiceError::message)
            .orElseGet(() -> "LIEGG-SERVICE-NO-REPORT: it is " + one.state().label()));
  }

  private static Gate gate(GateOutcome found) {
    Verdict verdict = Verdict.valueOf(found.verdict().toUpperCase(Locale.ROOT).replace('-', '_'));
    return new Gate(
        verdict,
        new Gate.Expected(found.expected(), 0, 0),
        found.maxDefect(),
        found.worst().map(worst -> new Bounded(worst.value(), worst.low(), worst.high())));
  }

  private static CheckCase asked(AnalysisRequest request) {
    String model = request.model().name().or(() -> request.model().file()).orElse("");
    return new CheckCase(
        model,
        request.data().file().orElse(""),
        request.action().orElse(""),
        request.expect().orElse(""),
        String.valueOf(request.options().getOrDefault("output", "")),
        String.valueOf(request.options().getOrDefault("head", "output")));
  }
}
