package org.liegg.core;

import org.liegg.api.report.SymmetryReport;
import org.liegg.core.checkpoint.CheckpointedIterations;

/**
 * Extracts the symmetries that a model has learned: streams samples through the model's gradients
 * and the action's fields into a decomposition of the network polarization matrix, and decides
 * which directions are symmetries (Moskalev et al., "LieGG: Studying Learned Lie Group Generators",
 * NeurIPS 2022).
 *
 * <pre>{@code
 * SymmetryReport report =
 *     SymmetryExtractor.builder()
 *         .model(model)
 *         .data(data)
 *         .action("gl(5)^2")
 *         .reference("so(5)")
 *         .build()
 *         .extract();
 * }</pre>
 *
 * <p>Neither the model nor the data are closed. One extractor serves one thread.
 */
public final class SymmetryExtractor {
  private final ExtractionSetup setup;

  SymmetryExtractor(SymmetryExtractorBuilder builder) {
    setup = new ExtractionSetup(builder);
  }

  /** Starts describing an extraction. */
  public static SymmetryExtractorBuilder builder() {
    return new SymmetryExtractorBuilder();
  }

  /**
   * Runs the extraction.
   *
   * @throws org.liegg.api.DataException if the data cannot be read or is empty
   * @throws org.liegg.api.ModelException if the model cannot be differentiated at a sample, or has
   *     values alone and neither was a reference named nor were discrete symmetries asked for
   * @throws org.liegg.api.ActionException if a group has no element to try, or it was asked where a
   *     group is broken and none was named
   * @throws org.liegg.api.NumericalException if the decomposition does not succeed
   */
  public SymmetryReport extract() {
    if (!setup.settings.locating().samples()) {
      return answer();
    }
    WhereRun where = WhereRun.of(setup);
    return where.beside(answer());
  }

  private SymmetryReport answer() {
    if (!setup.byValues && setup.group.isEmpty()) {
      return ExtractionRun.of(setup).report();
    }
    setup.checkpoint.ifPresent(
        asked ->
            CheckpointedIterations.requireIterating(
                asked, "a trial of finite transformations", false));
    if (setup.group.isPresent()) {
      return GroupRun.of(setup, setup.group.get()).report();
    }
    boolean discrete = setup.settings.extras().discrete();
    if (discrete && setup.reference.isEmpty()) {
      return new DiscreteRun(setup, new TriedSamples(setup, DiscreteRun.STAGE)).report();
    }
    TransformationRun run = TransformationRun.of(setup);
    SymmetryReport report = run.report();
    return discrete ? new DiscreteRun(setup, run.tried()).beside(report) : report;
  }
}
