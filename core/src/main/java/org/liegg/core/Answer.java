package org.liegg.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liegg.api.Spectrum;
import org.liegg.api.Warning;
import org.liegg.api.report.Data;
import org.liegg.api.report.DecompositionInfo;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.core.assemble.Observations;
import org.liegg.core.assemble.ProvenanceBuilder;
import org.liegg.core.assemble.ReportAssembler;
import org.liegg.core.evidence.Evidence;
import org.liegg.core.evidence.Judging;
import org.liegg.core.finite.FiniteDraw;
import org.liegg.core.pass.Accumulators;
import org.liegg.core.pass.GradientAudit;
import org.liegg.core.pass.Stages;
import org.liegg.core.samples.DuplicateSketch;
import org.liegg.core.samples.FeatureDependence;
import org.liegg.core.samples.LocalTangents;
import org.liegg.core.samples.OffSupport;
import org.liegg.core.settings.Gradients;
import org.liegg.metrics.NullspaceDecision;

/**
 * Decides by what was accumulated of all samples, and writes down what was found.
 *
 * @param startedAt when the extraction began
 * @param stages count the time
 * @param samples what they are, and how many are independent
 * @param judging what defects are judged by
 * @param accumulators finish what was accumulated
 * @param draw of the samples that are moved
 */
record Answer(
    ExtractionSetup setup,
    Instant startedAt,
    Stages stages,
    ReadSamples samples,
    Judging judging,
    Accumulators accumulators,
    FiniteDraw draw) {

  /**
   * What the samples gave.
   *
   * @param accumulator of all of them
   * @param used how many they are
   * @param audit of the gradients
   * @param duplicates how many are copies
   * @param reading what was noticed of their source
   * @param evidence from held-out samples
   */
  record Found(
      Decomposition accumulator,
      long used,
      GradientAudit audit,
      DuplicateSketch duplicates,
      List<Warning> reading,
      Optional<Evidence> evidence) {}

  /** The report. */
  SymmetryReport of(Found found) {
    if (found.used == 0) {
      throw setup.empty();
    }
    setup.progress.stage("spectrum");
    Spectrum spectrum = stages.time("decompose", () -> accumulators.ofAll(found.accumulator));
    return report(found, spectrum, found.accumulator.description());
  }

  private SymmetryReport report(Found found, Spectrum spectrum, String description) {
    NullspaceDecision decision =
        NullspaceDecision.at(setup.tolerance(), spectrum.defects().orElseThrow());
    setup.progress.stage("evidence");
    Observations observed =
        new Observations(
            found.audit,
            found.duplicates,
            samples.independence(),
            stages.time("evidence", this::offSupport),
            stages.time(
                "evidence",
                () ->
                    FeatureDependence.of(
                        setup.action, samples.survey().reservoir(), setup.model.info())),
            found.reading);
    setup.progress.stage("generators and algebra");
    ReportAssembler assembler =
        new ReportAssembler(
            setup.action, spectrum, decision, setup.reference, found.evidence, observed);
    ProvenanceBuilder provenance = new ProvenanceBuilder(startedAt, setup.seed(), setup.options);
    SymmetryReport report =
        assembler.assemble(
            setup.model,
            data(found.used),
            decomposition(spectrum, description),
            provenance.build(stages.seconds()));
    return new AfterAnswer(setup, stages, draw, samples)
        .of(report, decision, judging)
        .addTo(report, provenance.build(stages.seconds()));
  }

  private Data data(long used) {
    return new Data(
        setup.data.name(),
        stages.time("read", setup.data::sha256),
        setup.data.samples().orElse(used),
        used,
        setup.data.columnNames());
  }

  private DecompositionInfo decomposition(Spectrum spectrum, String description) {
    DecompositionProvider chosen = accumulators.provider();
    boolean asked = chosen.name().equals(setup.decomposition.name());
    String choice = asked ? "" : "chosen by " + setup.decomposition.name() + ": ";
    return new DecompositionInfo(chosen.name(), spectrum.accuracy(), choice + description);
  }

  /** A few samples lie on a surface whatever they are of. */
  private Optional<OffSupport> offSupport() {
    boolean many =
        samples.independence().units() >= LocalTangents.needed(setup.model.info().inputSize());
    return setup.heldOut && many && setup.gradients() == Gradients.FULL
        ? OffSupport.of(setup.model, samples.survey(), setup.batchSize)
        : Optional.empty();
  }
}
