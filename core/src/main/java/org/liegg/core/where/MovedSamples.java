package org.liegg.core.where;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.liegg.api.Batch;
import org.liegg.api.report.Where;
import org.liegg.api.spi.GroupElement;
import org.liegg.core.samples.BlockedSamples;
import org.liegg.core.transformation.VaryingModel;

/**
 * Samples that change most, beside what an element makes of them, for pictures.
 *
 * @param model that is asked
 * @param samples of which some are moved
 * @param shape the axes of what varies of a sample
 */
public record MovedSamples(VaryingModel model, BlockedSamples samples, List<Integer> shape) {
  private static final int SHOWN = 3;

  /** An axis of a picture is longer. */
  private static final int SHORT = 3;

  /** Numbers of a sample that are drawn: 128 × 128 pixels of three colours. */
  private static final int MOST = 128 * 128 * 3;

  /** Whether samples are pictures, of no more pixels than are drawn. */
  public boolean drawn() {
    return shape.size() >= 2
        && shape.get(0) > SHORT
        && shape.get(1) > SHORT
        && shape.stream().mapToInt(Integer::intValue).reduce(1, Math::multiplyExact) <= MOST;
  }

  /**
   * The samples, each along the element that changes it most; none where nothing changes.
   *
   * @param tried elements that were measured, in the order of the others
   * @param elements the elements
   */
  public List<Where.MovedSample> of(TriedOn tried, List<? extends GroupElement> elements) {
    return IntStream.range(0, samples.count())
        .filter(tried.measure()::counts)
        .mapToObj(sample -> worst(sample, tried))
        .flatMap(Optional::stream)
        .sorted(Comparator.comparingDouble(Most::change).reversed())
        .limit(SHOWN)
        .map(most -> moved(most, elements.get(most.element)))
        .flatMap(Optional::stream)
        .toList();
  }

  private record Most(int sample, int element, double change) {}

  private static Optional<Most> worst(int sample, TriedOn tried) {
    return IntStream.range(0, tried.elements().size())
        .mapToObj(element -> new Most(sample, element, change(sample, element, tried)))
        .filter(most -> most.change > 0)
        .max(Comparator.comparingDouble(Most::change));
  }

  private static double change(int sample, int element, TriedOn tried) {
    return tried
        .elements()
        .get(element)
        .found()
        .filter(found -> !found.insensitive())
        .map(found -> found.perSample().squares()[sample] / found.defect().baseline(0))
        .filter(Double::isFinite)
        .orElse(0.0);
  }

  private Optional<Where.MovedSample> moved(Most most, GroupElement element) {
    Batch sample = samples.batch().slice(most.sample, most.sample + 1);
    Batch before = model.varying(sample);
    Batch after = element.inputs(before);
    return model
        .outputs(sample, after)
        .map(
            there ->
                new Where.MovedSample(
                    samples.places()[most.sample],
                    element.name(),
                    shape,
                    new double[][] {before.values(), after.values()},
                    new double[][] {model.outputs(sample).values(), there.values()}));
  }
}
