package org.liegg.service.worker;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.liegg.api.ModelInfo;
import org.liegg.api.report.Algebra;
import org.liegg.api.report.Data;
import org.liegg.api.report.Gate;
import org.liegg.api.report.Provenance;
import org.liegg.api.report.SymmetryReport;
import org.liegg.client.Outcome;
import org.liegg.metrics.Gates;
import org.liegg.report.GateText;
import org.liegg.report.RecordJson;

/** What is said of a report, and a report that says nothing of where files lie. */
final class Findings {

  private Findings() {}

  /** A report in short. */
  static Outcome outcome(SymmetryReport report, boolean isCheck) {
    Optional<Gate> gate = isCheck ? Optional.of(Gates.of(report)) : Optional.empty();
    return new Outcome(
        RecordJson.name(gate.map(Gate::verdict).orElse(report.nullspace().verdict())),
        report.nullspace().dimension(),
        report.action().dimension(),
        report.algebra().filter(Algebra::identified).map(Algebra::name),
        gate.map(found -> gate(found, report)),
        report.provenance().seconds().getOrDefault("total", 0.0));
  }

  private static Outcome.GateOutcome gate(Gate gate, SymmetryReport report) {
    return new Outcome.GateOutcome(
        gate.expected(),
        RecordJson.name(gate.verdict()),
        gate.maxDefect(),
        gate.worst().map(worst -> new Outcome.Bounds(worst.value(), worst.low(), worst.high())),
        GateText.of(gate, report));
  }

  /** The report with names in place of paths. */
  static SymmetryReport renamed(SymmetryReport report, String model, String data) {
    ModelInfo info = report.model();
    ModelInfo.Origin origin =
        new ModelInfo.Origin(
            model, info.origin().sha256(), info.origin().engine(), info.origin().engineVersion());
    ModelInfo named =
        new ModelInfo(
            origin,
            info.inputSize(),
            info.taken(),
            info.arithmetic(),
            info.varying(),
            info.selfCheck(),
            info.activation());
    Data samples = report.data();
    Data called =
        new Data(data, samples.sha256(), samples.samples(), samples.used(), samples.columns());
    Map<String, String> options = new LinkedHashMap<>(report.provenance().options());
    options.replace("model", model);
    options.replace("data", data);
    return new SymmetryReport(
        report.schema(),
        new SymmetryReport.Subject(named, called, report.action()),
        report.answer(),
        report.evidence(),
        report.warnings(),
        new Provenance(
            report.provenance().environment(),
            report.provenance().seed(),
            options,
            report.provenance().run()));
  }
}
