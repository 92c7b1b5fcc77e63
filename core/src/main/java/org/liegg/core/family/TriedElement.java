package org.liegg.core.family;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.liegg.api.Bounded;
import org.liegg.api.report.TransformationDefect;
import org.liegg.core.transformation.MeasuredTransformation;
import org.liegg.metrics.finite.FiniteDefect;
import org.liegg.metrics.finite.TailRule;

/**
 * An element that a model was tried on.
 *
 * @param name what it is called
 * @param path where it lies
 * @param found what was measured; empty where a sample or the model left the range of numbers
 */
public record TriedElement(String name, ElementPath path, Optional<MeasuredTransformation> found) {
  private static final Bounded NOTHING = new Bounded(0, 0, 0);

  /** The name, and how far along its path it lies if it is on one. */
  public String label() {
    return path.coefficients().length == 0
        ? name
        : String.format(Locale.ROOT, "%s at t = %.3g", name, path.t());
  }

  /**
   * The defect of all outputs together, or of one.
   *
   * @param channel as in {@link FiniteDefect#value}
   * @return empty where too few samples, or none that are moved aside, tell
   */
  Optional<Bounded> defect(int channel, TailRule rule) {
    return found.flatMap(
        measured -> {
          FiniteDefect sums = measured.defect();
          boolean still = channel > 0 && sums.baseline(channel) == 0 && sums.change(channel) == 0;
          return measured.insensitive() || still
              ? Optional.of(NOTHING)
              : sums.bounds(channel, rule);
        });
  }

  /**
   * What it changes, a mean square of the weighed outputs; 0 of what moves only what is not used.
   */
  double change() {
    return found
        .filter(measured -> !measured.insensitive())
        .map(measured -> measured.defect().change(0))
        .orElse(0.0);
  }

  /**
   * Whether it certainly breaks the group: by more than the element loses of the samples.
   *
   * @param rule of bounds that hold for all elements together below
   */
  boolean breaks(int channel, double tolerance, TailRule rule) {
    return defect(channel, rule)
        .filter(bounds -> bounds.low() > tolerance)
        .filter(bounds -> bounds.low() > tolerance + lost(channel, rule))
        .isPresent();
  }

  /** The most that the element loses of the samples; 0 where it loses nothing. */
  private double lost(int channel, TailRule rule) {
    return found
        .flatMap(MeasuredTransformation::lost)
        .map(
            sums ->
                sums.bounds(channel, rule.withAbove(rule.below()))
                    .map(Bounded::high)
                    .orElse(Double.POSITIVE_INFINITY))
        .orElse(0.0);
  }

  /** The element as the report has it, where its defect has bounds. */
  Optional<TransformationDefect> reported(TailRule rule) {
    Function<MeasuredTransformation, Optional<TransformationDefect>> report =
        measured ->
            defect(0, rule)
                .map(
                    bounds ->
                        new TransformationDefect(
                            name,
                            path.generator(),
                            path.coefficients(),
                            path.t(),
                            measured.displacement(),
                            measured.insensitive(),
                            bounds.value(),
                            bounds.interval(),
                            measured.defect().baseline(0)));
    return found.flatMap(report);
  }
}
