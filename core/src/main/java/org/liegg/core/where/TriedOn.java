package org.liegg.core.where;

import java.util.List;
import org.liegg.core.family.TriedElement;
import org.liegg.core.samples.BlockedSamples;
import org.liegg.core.transformation.TransformationMeasure;
import org.liegg.metrics.finite.TailRule;

/**
 * Elements that were tried on samples.
 *
 * @param samples the samples
 * @param measure of them
 * @param elements what was measured
 * @param rule how far the bounds of one claim reach
 * @param tolerance the largest defect of what is kept
 * @param trusted whether anything may be said to be kept on these samples
 */
public record TriedOn(
    BlockedSamples samples,
    TransformationMeasure measure,
    List<TriedElement> elements,
    TailRule rule,
    double tolerance,
    boolean trusted) {

  /** Copies the list. */
  public TriedOn {
    elements = List.copyOf(elements);
  }
}
