package org.liegg.core.evidence;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.DirectionBaseline;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.api.spi.Decomposition;
import org.liegg.core.memory.HeldOutRoom;
import org.liegg.core.pass.Accumulators;
import org.liegg.core.pass.SamplePass;
import org.liegg.core.pass.Stages;
import org.liegg.core.samples.SampleSplit;
import org.liegg.metrics.HeldOutMeasure;
import org.liegg.metrics.HeldOutStorage;
import org.liegg.metrics.HeldOutSums;
import org.liegg.metrics.IntervalRule;
import org.liegg.metrics.MeasuredBaseline;
import org.liegg.metrics.ReferenceMeasure;
import org.liegg.metrics.RestrictedDefects;

/**
 * All samples, each differentiated once, in two passes: the first half suggests directions, the
 * second measures them; together they make the spectrum of all.
 *
 * @param accumulators finishes a copy of the first half's accumulator
 * @param reference a known algebra to compare with
 * @param rule how wide intervals are
 * @param room for the sums of held-out samples
 */
public record EvidencePass(
    FieldBasis fields,
    Accumulators accumulators,
    Optional<ReferenceAlgebra> reference,
    Judging judging,
    IntervalRule rule,
    HeldOutRoom room,
    Passes passes) {
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
    SamplePass.Outcome choosing = passes.run(SampleSplit.Part.CHOOSING, referenceSums(), progress);
    try {
      Optional<DefectSpectrum> spectrum = stages.time("evidence", () -> spectrum(choosing));
      ChosenDirections chosen = choose(spectrum);
      Optional<HeldOutSums> wanted = stages.time("evidence", () -> sums(chosen, spectrum));
      SamplePass.Outcome measuring =
          passes.run(
              SampleSplit.Part.MEASURING,
              wanted,
              distributed -> progress.accept(choosing.samples() + distributed));
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
                      measuring.sums().flatMap(sums -> HeldOutMeasure.of(sums, rule)),
                      measuring
                          .sums()
                          .map(sums -> aside(sums, chosen))
                          .orElse(SideMeasures.NOTHING),
                      reference(choosing, measuring, chosen, spectrum),
                      judging,
                      storage(chosen))));
    } catch (RuntimeException | Error e) {
      choosing.accumulator().close();
      throw e;
    }
  }

  /** What the measuring half says beside the defects of the directions. */
  private SideMeasures aside(HeldOutSums sums, ChosenDirections chosen) {
    return new SideMeasures(
        HeldOutMeasure.ofOutputs(sums, rule),
        HeldOutMeasure.ofInsensitive(sums, rule),
        sums.medians().map(all -> Arrays.copyOf(all, chosen.count())));
  }

  private Optional<ReferenceMeasure> reference(
      SamplePass.Outcome choosing,
      SamplePass.Outcome measuring,
      ChosenDirections chosen,
      Optional<DefectSpectrum> spectrum) {
    Optional<DirectionBaseline.Source> source = spectrum.flatMap(DefectSpectrum::source);
    if (reference.isEmpty() || choosing.sums().isEmpty() || measuring.sums().isEmpty()) {
      return Optional.empty();
    }
    Matrix known = reference.get().generators();
    DirectionBaseline baseline = source.map(of -> of.of(known)).orElseGet(() -> none(known.rows()));
    ReferenceMeasure.Place place =
        new ReferenceMeasure.Place(
            chosen.count(),
            known.rows(),
            baseline,
            source
                .map(of -> of.sensitive(known))
                .orElseGet(() -> new Matrix(0, known.rows(), new double[0])),
            // Otherwise the sums of the choosing half tell.
            spectrum
                .filter(whole -> baseline.centred() && RestrictedDefects.known(whole))
                .flatMap(whole -> RestrictedDefects.worst(known, whole)));
    return Optional.of(
        ReferenceMeasure.of(choosing.sums().get(), measuring.sums().get(), place, rule));
  }

  private DirectionBaseline none(int rows) {
    Matrix nothing = new Matrix(rows, 0, new double[0]);
    return new DirectionBaseline(
        nothing, nothing, nothing, new Matrix(rows, rows, new double[rows * rows]));
  }

  private Optional<DefectSpectrum> spectrum(SamplePass.Outcome choosing) {
    if (choosing.samples() == 0) {
      return Optional.empty();
    }
    return accumulators.chosenOn(choosing.accumulator());
  }

  private ChosenDirections choose(Optional<DefectSpectrum> spectrum) {
    int most = room.mostDirections(known());
    return spectrum
        .map(known -> ChosenDirections.of(known, judging.settings().tolerance(), most))
        .orElseGet(() -> ChosenDirections.none(fields.fields()));
  }

  private Optional<HeldOutSums> referenceSums() {
    return reference.map(
        known ->
            new HeldOutSums(fields, known.generators(), room.storage(known()), judging.baseline()));
  }

  /** Generators of the reference. */
  private int known() {
    return reference.map(known -> known.generators().rows()).orElse(0);
  }

  /** Nobody asks about combinations of chosen directions and the reference's. */
  private HeldOutStorage storage(ChosenDirections chosen) {
    return room.storage(chosen.count(), known());
  }

  private Optional<HeldOutSums> sums(ChosenDirections chosen, Optional<DefectSpectrum> spectrum) {
    Matrix known =
        reference
            .map(ReferenceAlgebra::generators)
            .orElseGet(() -> new Matrix(0, fields.fields(), new double[0]));
    Matrix all = chosen.with(known);
    MeasuredBaseline baseline = judging.baseline();
    if (spectrum.isPresent()) {
      baseline = baseline.with(spectrum.get().insensitive());
      if (spectrum.get().source().isPresent()) {
        baseline = baseline.with(spectrum.get().source().get().of(all));
      }
    }
    return Optional.of(new HeldOutSums(fields, all, storage(chosen), baseline));
  }
}
