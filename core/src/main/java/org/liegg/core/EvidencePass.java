package org.liegg.core;

import java.util.Optional;
import java.util.function.LongConsumer;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.api.Precision;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.core.samples.SampleSplit;
import org.liegg.metrics.HeldOutMeasure;
import org.liegg.metrics.HeldOutSums;

/**
 * All samples, each differentiated once, in two passes: the first half suggests directions, the
 * second measures them; together they make the spectrum of all.
 */
final class EvidencePass {
  /** Errors of a derivative, in units of the rounding of its arithmetic. */
  private static final double ROUNDINGS = 64;

  private final FieldBasis fields;
  private final DecompositionProvider provider;
  private final Optional<ReferenceAlgebra> reference;
  private final Precision precision;
  private final double tolerance;
  private final Passes passes;

  /** Makes the pass over one part of the samples. */
  interface Passes {
    /**
     * Runs it.
     *
     * @param sums of directions that are to be measured
     * @param progress hears how many samples of this pass were dealt
     */
    SamplePass.Outcome run(
        SampleSplit.Part part, Optional<HeldOutSums> sums, LongConsumer progress);
  }

  EvidencePass(
      FieldBasis fields,
      DecompositionProvider provider,
      Optional<ReferenceAlgebra> reference,
      Precision precision,
      double tolerance,
      Passes passes) {
    this.fields = fields;
    this.provider = provider;
    this.reference = reference;
    this.precision = precision;
    this.tolerance = tolerance;
    this.passes = passes;
  }

  /**
   * What both passes gave.
   *
   * @param all accumulated of all samples; the caller closes its accumulator
   * @param evidence from held-out samples
   */
  record Outcome(SamplePass.Outcome all, Evidence evidence) {}

  /** Runs both. */
  Outcome run(Stages stages, LongConsumer progress) {
    SamplePass.Outcome choosing = passes.run(SampleSplit.Part.CHOOSING, referenceSums(), progress);
    try {
      ChosenDirections chosen = stages.time("evidence", () -> choose(choosing));
      Optional<HeldOutSums> wanted = sums(chosen);
      SamplePass.Outcome measuring =
          passes.run(
              SampleSplit.Part.MEASURING,
              wanted,
              dealt -> progress.accept(choosing.samples() + dealt));
      try (Decomposition second = measuring.accumulator()) {
        stages.run("decompose", () -> choosing.accumulator().merge(second));
      }
      choosing.audit().merge(measuring.audit());
      SamplePass.Outcome all =
          new SamplePass.Outcome(
              choosing.accumulator(),
              choosing.samples() + measuring.samples(),
              Optional.empty(),
              choosing.audit());
      return new Outcome(
          all,
          stages.time(
              "evidence",
              () ->
                  new Evidence(
                      chosen,
                      choosing.samples(),
                      measuring.sums().flatMap(sums -> HeldOutMeasure.of(sums, floor())),
                      together(choosing, measuring),
                      tolerance)));
    } catch (RuntimeException | Error e) {
      choosing.accumulator().close();
      throw e;
    }
  }

  private Optional<HeldOutMeasure> together(
      SamplePass.Outcome choosing, SamplePass.Outcome measuring) {
    return choosing
        .sums()
        .flatMap(
            first ->
                measuring
                    .sums()
                    .flatMap(second -> HeldOutMeasure.together(first, second, floor())));
  }

  private ChosenDirections choose(SamplePass.Outcome choosing) {
    if (choosing.samples() == 0) {
      Matrix none = new Matrix(0, fields.fields(), new double[0]);
      return new ChosenDirections(none, new double[0], fields.fields(), none);
    }
    // The accumulator goes on to the second half; what finishes is a copy.
    try (Decomposition copy = provider.restore(choosing.accumulator().state())) {
      Spectrum spectrum = copy.finish();
      return ChosenDirections.of(spectrum.defects().orElseThrow(), tolerance);
    }
  }

  private Optional<HeldOutSums> referenceSums() {
    return reference.map(known -> new HeldOutSums(fields, known.generators(), SampleSplit.BLOCKS));
  }

  private Optional<HeldOutSums> sums(ChosenDirections chosen) {
    Matrix known =
        reference
            .map(ReferenceAlgebra::generators)
            .orElseGet(() -> new Matrix(0, fields.fields(), new double[0]));
    Matrix all = chosen.with(known);
    return all.rows() == 0
        ? Optional.empty()
        : Optional.of(new HeldOutSums(fields, all, SampleSplit.BLOCKS));
  }

  /** A derivative that should be 0 is off by its rounding; the defect by the square of that. */
  private double floor() {
    double relative = ROUNDINGS * (precision == Precision.FLOAT ? 0x1p-24 : 0x1p-53);
    return relative * relative;
  }
}
