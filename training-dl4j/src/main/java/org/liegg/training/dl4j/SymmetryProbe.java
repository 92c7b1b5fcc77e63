package org.liegg.training.dl4j;

import java.util.Optional;
import org.deeplearning4j.nn.api.Model;
import org.liegg.api.Dataset;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.ModelOptions;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.ModelGradient;
import org.liegg.core.SymmetryExtractor;
import org.liegg.core.SymmetryExtractorBuilder;
import org.liegg.core.evidence.Judging;
import org.liegg.core.evidence.ReferenceAlgebra;
import org.liegg.core.samples.SampleSurvey;
import org.liegg.core.settings.ExtractionSettings;
import org.liegg.metrics.ReferenceDefect;
import org.liegg.metrics.SymmetrySummary;

/** Extracts the symmetries of a network as it is now. Confined to one thread. */
final class SymmetryProbe {
  /** Samples that are surveyed at a time. */
  private static final int SURVEYED = 256;

  private final Plan plan;
  private ModelOptions options;

  /**
   * What is extracted, and how.
   *
   * @param heldOut the samples
   * @param action the candidate fields
   * @param reference a known algebra to compare with
   * @param decomposition how E is decomposed
   * @param settings how the extraction is done
   */
  record Plan(
      Dataset heldOut,
      GroupAction action,
      Optional<ReferenceAlgebra> reference,
      DecompositionProvider decomposition,
      ExtractionSettings settings) {}

  /**
   * @param options how the network is opened
   */
  SymmetryProbe(Plan plan, ModelOptions options) {
    this.plan = plan;
    this.options = options;
  }

  /**
   * What one extraction gave.
   *
   * @param summary the numbers
   * @param verdict the answer
   */
  record Finding(SymmetrySummary summary, Verdict verdict) {}

  /**
   * Extracts.
   *
   * @throws org.liegg.api.LieggException if network, samples and action do not fit, or a value is
   *     not finite
   */
  Finding examine(Model network) {
    try (ModelGradient model = Networks.open(network, options)) {
      // The same layers with other numbers in them are not verified again.
      options = options.withSelfCheck(false);
      return plan.reference().isPresent()
          ? withReference(model, plan.reference().get())
          : plain(model);
    }
  }

  private Finding plain(ModelGradient model) {
    SymmetryReport report = extractor(model, plan.action()).build().extract();
    return finding(report, SymmetrySummary.of(report));
  }

  private Finding withReference(ModelGradient model, ReferenceAlgebra known) {
    GroupAction bound = plan.action().boundTo(model.info().outputSize());
    SampleSurvey survey =
        SampleSurvey.of(plan.heldOut(), plan.settings().sampling().limit(), SURVEYED);
    Judging judging = Judging.of(model, bound, survey, plan.settings().decision().tolerance());
    DecompositionOptions all = DecompositionOptions.defaults().withDefect(judging.settings());
    int dimension = known.generators().rows();
    try (Decomposition accumulator =
        plan.decomposition().resolve(dimension, all).open(dimension, all)) {
      ReferenceDefects inside =
          new ReferenceDefects(bound.fields(), known.generators(), accumulator, judging.weights());
      ReferenceTap tap = new ReferenceTap(bound, inside::accept);
      SymmetryReport report = extractor(model, tap).reference(known).build().extract();
      SymmetrySummary summary = SymmetrySummary.of(report);
      DefectSpectrum within = inside.defects();
      // A decomposition of the smallest directions alone does not know the worst.
      return finding(
          report, within.complete() ? summary.withReference(ReferenceDefect.of(within)) : summary);
    }
  }

  private SymmetryExtractorBuilder extractor(ModelGradient model, GroupAction candidates) {
    return SymmetryExtractor.builder()
        .model(model)
        .data(plan.heldOut())
        .action(candidates)
        .decomposition(plan.decomposition())
        .settings(plan.settings());
  }

  private static Finding finding(SymmetryReport report, SymmetrySummary summary) {
    return new Finding(summary, report.nullspace().verdict());
  }
}
