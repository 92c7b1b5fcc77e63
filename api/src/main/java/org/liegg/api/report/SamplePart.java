package org.liegg.api.report;

import java.util.Optional;
import org.liegg.api.Shapes;

/**
 * A part of the samples, and what elements of a group change there:
 *
 * <pre>D(g | part) = E[‖F(gx) − ρ(g)F(x)‖² | x in the part] / E b(x)        b over all samples
 * </pre>
 *
 * The baseline b is that of all samples, so that defects of parts, each by its share, add up to the
 * defect of all.
 *
 * @param name which samples these are, e.g. {@code x3 > 1.2}
 * @param samples how many, 0 or more
 * @param share of all samples
 * @param ofChange the share of all changes, of all elements in units of their baselines, that is
 *     made here; 0 where nothing changes
 * @param worst the element of largest defect here, with bounds that hold for all parts together;
 *     empty where there are too few samples for bounds
 * @param verdict whether all elements are kept here
 */
public record SamplePart(
    String name,
    int samples,
    double share,
    double ofChange,
    Optional<GroupCheck.Worst> worst,
    Verdict verdict) {

  /**
   * @throws IllegalArgumentException if the count is negative
   */
  public SamplePart {
    Shapes.requireNonNegative("samples", samples);
  }
}
