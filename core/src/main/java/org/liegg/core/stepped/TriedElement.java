package org.liegg.core.stepped;

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
 * @param element which one
 * @param found what was measured; empty where a sample or the model left the range of numbers
 */
public record TriedElement(FlowElement element, Optional<MeasuredTransformation> found) {
  private static final Bounded NOTHING = new Bounded(0, 0, 0);

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

  /** The element as the report has it, where its defect has bounds. */
  Optional<TransformationDefect> reported(TailRule rule) {
    Function<MeasuredTransformation, Optional<TransformationDefect>> report =
        measured ->
            defect(0, rule)
                .map(
                    bounds ->
                        new TransformationDefect(
                            element.name(),
                            element.generator(),
                            element.coefficients(),
                            element.t(),
                            measured.displacement(),
                            measured.insensitive(),
                            bounds.value(),
                            bounds.interval(),
                            measured.defect().baseline(0)));
    return found.flatMap(report);
  }
}
