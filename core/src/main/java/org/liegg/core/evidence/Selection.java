package org.liegg.core.evidence;

import java.util.Optional;
import org.liegg.api.DirectionBaseline;
import org.liegg.api.InsensitiveDirections;
import org.liegg.api.Matrix;
import org.liegg.api.spi.support.StateInput;
import org.liegg.api.spi.support.StateOutput;
import org.liegg.metrics.ReferenceMeasure;

/**
 * What the choosing half of the samples settles before anything is measured on the other half.
 *
 * @param chosen the directions that are to be measured
 * @param insensitive input directions that are to be measured beside
 * @param baseline of these directions and, behind them, of the reference's generators
 * @param place of the reference among them, where there is a reference
 */
public record Selection(
    ChosenDirections chosen,
    InsensitiveDirections insensitive,
    Optional<DirectionBaseline> baseline,
    Optional<ReferenceMeasure.Place> place) {

  /** Writes all of it. */
  public void writeTo(StateOutput out) {
    out.writeMatrix(chosen.directions()).writeDoubles(chosen.defects());
    out.writeInt(chosen.sensitive()).writeMatrix(chosen.trivial()).writeInt(chosen.omitted());
    out.writeMatrix(insensitive.directions()).writeDoubles(insensitive.shares());
    out.writeInt(insensitive.count()).writeMatrix(insensitive.floor());
    out.writeBoolean(baseline.isPresent());
    baseline.ifPresent(known -> write(known, out));
    out.writeBoolean(place.isPresent());
    place.ifPresent(
        known -> {
          out.writeInt(known.from()).writeInt(known.count());
          write(known.baseline(), out);
          out.writeMatrix(known.sensitive()).writeBoolean(known.worst().isPresent());
          known.worst().ifPresent(out::writeDoubles);
        });
  }

  private static void write(DirectionBaseline baseline, StateOutput out) {
    out.writeMatrix(baseline.centres()).writeMatrix(baseline.translations());
    out.writeMatrix(baseline.scalings()).writeMatrix(baseline.floor());
  }

  /**
   * Reads what was written.
   *
   * @throws IllegalArgumentException if it contradicts itself
   */
  public static Selection readFrom(StateInput in) {
    Matrix directions = in.readMatrix();
    ChosenDirections chosen =
        new ChosenDirections(
            directions,
            in.readDoubles(directions.rows()),
            in.readSize(),
            in.readMatrix(),
            in.readSize());
    InsensitiveDirections insensitive =
        new InsensitiveDirections(
            in.readMatrix(), in.readDoubles(), in.readSize(), in.readMatrix());
    Optional<DirectionBaseline> baseline =
        in.readBoolean() ? Optional.of(baseline(in)) : Optional.empty();
    return new Selection(
        chosen,
        insensitive,
        baseline,
        in.readBoolean() ? Optional.of(place(in)) : Optional.empty());
  }

  private static DirectionBaseline baseline(StateInput in) {
    return new DirectionBaseline(
        in.readMatrix(), in.readMatrix(), in.readMatrix(), in.readMatrix());
  }

  private static ReferenceMeasure.Place place(StateInput in) {
    return new ReferenceMeasure.Place(
        in.readSize(),
        in.readSize(),
        baseline(in),
        in.readMatrix(),
        in.readBoolean() ? Optional.of(in.readDoubles()) : Optional.empty());
  }
}
