package org.liegg.core.evidence;

import java.util.Arrays;
import java.util.Optional;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.DirectionBaseline;
import org.liegg.api.FieldBasis;
import org.liegg.api.InsensitiveDirections;
import org.liegg.api.Matrix;
import org.liegg.api.spi.WantedDefects;
import org.liegg.core.memory.HeldOutRoom;
import org.liegg.metrics.HeldOutMeasure;
import org.liegg.metrics.HeldOutStorage;
import org.liegg.metrics.HeldOutSums;
import org.liegg.metrics.IntervalRule;
import org.liegg.metrics.MeasuredBaseline;
import org.liegg.metrics.ReferenceMeasure;
import org.liegg.metrics.RestrictedDefects;

/**
 * How directions are chosen on one half of the samples and measured on the other, whoever sums over
 * the samples of either.
 *
 * @param fields the candidates
 * @param reference a known algebra to compare with
 * @param judging what defects are judged by
 * @param room for the sums of held-out samples
 * @param apart whether outputs are kept apart; by the heap where empty
 */
public record Measuring(
    FieldBasis fields,
    Optional<ReferenceAlgebra> reference,
    Judging judging,
    HeldOutRoom room,
    Optional<Boolean> apart) {

  /** Sums of the reference's generators on the choosing half; empty without a reference. */
  public Optional<HeldOutSums> referenceSums() {
    return reference.map(
        known -> new HeldOutSums(fields, known.generators(), room.storage(known()), baseline()));
  }

  /**
   * Which defects of the choosing half are asked for; of a known algebra, all have a part in it.
   */
  public WantedDefects wanted() {
    return reference.isPresent() ? WantedDefects.ALL : ChosenDirections.WANTED;
  }

  /**
   * Chooses.
   *
   * @param spectrum of the choosing half; empty where it holds no samples
   */
  public Selection select(Optional<DefectSpectrum> spectrum) {
    int most = room.mostDirections(known());
    ChosenDirections chosen =
        spectrum
            .map(known -> ChosenDirections.of(known, judging.settings().tolerance(), most))
            .orElseGet(() -> ChosenDirections.none(fields.fields()));
    Optional<DirectionBaseline.Source> source = spectrum.flatMap(DefectSpectrum::source);
    Matrix all = chosen.with(generators());
    return new Selection(
        chosen,
        spectrum.map(DefectSpectrum::insensitive).orElseGet(InsensitiveDirections::none),
        source.map(of -> of.of(all)),
        reference.map(known -> place(known.generators(), chosen, spectrum)));
  }

  private ReferenceMeasure.Place place(
      Matrix known, ChosenDirections chosen, Optional<DefectSpectrum> spectrum) {
    Optional<DirectionBaseline.Source> source = spectrum.flatMap(DefectSpectrum::source);
    DirectionBaseline baseline = source.map(of -> of.of(known)).orElseGet(() -> none(known.rows()));
    return new ReferenceMeasure.Place(
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
  }

  private static DirectionBaseline none(int rows) {
    Matrix nothing = new Matrix(rows, 0, new double[0]);
    return new DirectionBaseline(
        nothing, nothing, nothing, new Matrix(rows, rows, new double[rows * rows]));
  }

  /** Sums of what was chosen, and of the reference's generators behind it. */
  public HeldOutSums sums(Selection selection) {
    MeasuredBaseline baseline = baseline().with(selection.insensitive());
    if (selection.baseline().isPresent()) {
      baseline = baseline.with(selection.baseline().get());
    }
    return new HeldOutSums(
        fields, selection.chosen().with(generators()), storage(selection.chosen()), baseline);
  }

  /**
   * What both halves say.
   *
   * @param selection of the choosing half
   * @param chosenOn samples in that half
   * @param choosing sums of the reference there
   * @param measuring sums of the other half
   * @param rule how wide intervals are
   */
  public Evidence evidence(
      Selection selection,
      long chosenOn,
      Optional<HeldOutSums> choosing,
      Optional<HeldOutSums> measuring,
      IntervalRule rule) {
    ChosenDirections chosen = selection.chosen();
    return new Evidence(
        chosen,
        chosenOn,
        measuring.flatMap(sums -> HeldOutMeasure.of(sums, rule)),
        measuring.map(sums -> aside(sums, chosen, rule)).orElse(SideMeasures.NOTHING),
        selection
            .place()
            .filter(place -> choosing.isPresent() && measuring.isPresent())
            .map(
                place ->
                    ReferenceMeasure.of(
                        choosing.orElseThrow(), measuring.orElseThrow(), place, rule)),
        judging,
        storage(chosen));
  }

  /** What the measuring half says beside the defects of the directions. */
  private static SideMeasures aside(HeldOutSums sums, ChosenDirections chosen, IntervalRule rule) {
    return new SideMeasures(
        HeldOutMeasure.ofOutputs(sums, rule),
        HeldOutMeasure.ofInsensitive(sums, rule),
        sums.medians().map(all -> Arrays.copyOf(all, chosen.count())));
  }

  private MeasuredBaseline baseline() {
    MeasuredBaseline baseline = judging.baseline();
    return apart.map(baseline::keepingApart).orElse(baseline);
  }

  private Matrix generators() {
    return reference
        .map(ReferenceAlgebra::generators)
        .orElseGet(() -> new Matrix(0, fields.fields(), new double[0]));
  }

  /** Generators of the reference. */
  private int known() {
    return generators().rows();
  }

  /** Nobody asks about combinations of chosen directions and the reference's. */
  private HeldOutStorage storage(ChosenDirections chosen) {
    return room.storage(chosen.count(), known());
  }
}
