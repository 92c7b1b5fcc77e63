package org.liegg.api.report;

import java.util.List;
import java.util.Optional;
import org.liegg.api.Shapes;

/**
 * Where a model breaks a group, as far as that was asked. Bounds of every section hold for all of
 * its parts together, at 97.5 % on either side.
 *
 * @param samples that parts were measured on
 * @param slices defects of slices, by one thing each
 * @param region a tree of the region where the group is broken
 * @param beyond how far outside of the samples it is kept
 * @param layers the same question to the features of each layer
 * @param moved samples that change much, beside what an element makes of them
 */
public record Where(
    int samples,
    List<SlicedBy> slices,
    Optional<BreakingRegion> region,
    Optional<BeyondData> beyond,
    List<LayerDefect> layers,
    List<MovedSample> moved) {

  /**
   * @throws IllegalArgumentException if the count is negative
   */
  public Where {
    Shapes.requireNonNegative("samples", samples);
    slices = List.copyOf(slices);
    layers = List.copyOf(layers);
    moved = List.copyOf(moved);
  }

  /** The same with layers. */
  public Where with(List<LayerDefect> measured) {
    return new Where(samples, slices, region, beyond, measured, moved);
  }

  /**
   * Samples in slices by one thing: every sample is in one of them.
   *
   * @param by what, e.g. {@code x3}, {@code class} or {@code cluster(5)}
   * @param how quantiles, values, decisions or clusters
   * @param parts in their order: ascending values, larger clusters first
   */
  public record SlicedBy(String by, String how, List<SamplePart> parts) {

    /** Copies the list. */
    public SlicedBy {
      parts = List.copyOf(parts);
    }
  }

  /**
   * How invariant the features h of a layer are: the defect of {@code h(gx) = h(x)}, by the
   * baseline of h.
   *
   * @param layer its name
   * @param kind as the model calls it, e.g. {@code DenseLayer}
   * @param size how many features it has
   * @param worst the element of largest defect; empty where it was not measured
   * @param verdict whether all elements leave the features alone
   * @param failed why it was not measured; empty where it was
   */
  public record LayerDefect(
      String layer,
      String kind,
      int size,
      Optional<GroupCheck.Worst> worst,
      Verdict verdict,
      Optional<String> failed) {}

  /**
   * A sample beside what an element makes of it, for pictures.
   *
   * @param sample its place in the data, from 0
   * @param element the name of g
   * @param shape the axes of a sample
   * @param inputs x and gx
   * @param outputs F(x) and F(gx)
   */
  public record MovedSample(
      long sample, String element, List<Integer> shape, double[][] inputs, double[][] outputs) {

    /**
     * @throws IllegalArgumentException if the place is negative
     */
    public MovedSample {
      Shapes.requireNonNegative("sample", sample);
      shape = List.copyOf(shape);
    }
  }
}
