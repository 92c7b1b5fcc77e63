package org.liegg.core.evidence;

import java.util.Optional;
import java.util.function.LongConsumer;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.spi.Decomposition;
import org.liegg.core.pass.Accumulators;
import org.liegg.core.pass.SamplePass;
import org.liegg.core.pass.Stages;
import org.liegg.core.samples.SampleSplit;
import org.liegg.metrics.HeldOutSums;
import org.liegg.metrics.IntervalRule;

/**
 * All samples, each differentiated once, in two passes: the first half suggests directions, the
 * second measures them; together they make the spectrum of all.
 *
 * @param measuring how directions are chosen and measured
 * @param accumulators finishes a copy of the first half's accumulator
 * @param rule how wide intervals are
 * @param passes over the samples
 */
public record EvidencePass(
    Measuring measuring, Accumulators accumulators, IntervalRule rule, Passes passes) {
  /** Makes the pass over one part of the samples. */
  public interface Passes {
    /**
     * Runs it.
     *
     * @param sums of directions that are to be measured
     * @param progress hears how many samples of this pass were distributed
     */
    SamplePass.Outcome run(
        SampleSplit.Part part, Optional<HeldOutSums> sums, LongConsumer progress);
  }

  /**
   * What both passes gave.
   *
   * @param all accumulated of all samples; the caller closes its accumulator
   * @param evidence from held-out samples
   */
  public record Outcome(SamplePass.Outcome all, Evidence evidence) {}

  /** Runs both. */
  public Outcome run(Stages stages, LongConsumer progress) {
    SamplePass.Outcome choosing =
        passes.run(SampleSplit.Part.CHOOSING, measuring.referenceSums(), progress);
    try {
      Optional<DefectSpectrum> spectrum = stages.time("evidence", () -> spectrum(choosing));
      Selection selection = stages.time("evidence", () -> measuring.select(spectrum));
      HeldOutSums wanted = stages.time("evidence", () -> measuring.sums(selection));
      SamplePass.Outcome measured =
          passes.run(
              SampleSplit.Part.MEASURING,
              Optional.of(wanted),
              distributed -> progress.accept(choosing.samples() + distributed));
      try (Decomposition second = measured.accumulator()) {
        stages.run("decompose", () -> choosing.accumulator().merge(second));
      }
      choosing.audit().merge(measured.audit());
      SamplePass.Outcome all =
          new SamplePass.Outcome(
              choosing.accumulator(),
              choosing.samples() + measured.samples(),
              Optional.empty(),
              choosing.audit());
      return new Outcome(
          all,
          stages.time(
              "evidence",
              () ->
                  measuring.evidence(
                      selection, choosing.samples(), choosing.sums(), measured.sums(), rule)));
    } catch (RuntimeException | Error e) {
      choosing.accumulator().close();
      throw e;
    }
  }

  private Optional<DefectSpectrum> spectrum(SamplePass.Outcome choosing) {
    return choosing.samples() == 0
        ? Optional.empty()
        : accumulators.chosenOn(choosing.accumulator(), measuring.wanted());
  }
}
