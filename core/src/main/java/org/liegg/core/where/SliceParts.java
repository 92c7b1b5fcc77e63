package org.liegg.core.where;

import java.util.List;
import java.util.stream.IntStream;
import org.liegg.api.report.SamplePart;
import org.liegg.api.report.Where;
import org.liegg.core.slices.Slices;

/**
 * Defects of slices.
 *
 * @param measure of parts
 */
public record SliceParts(PartMeasure measure) {

  /** All slices by all things share the chances of an error. */
  public List<Where.SlicedBy> of(List<Slices> all) {
    int claims = all.stream().mapToInt(slices -> slices.names().size()).sum();
    return all.stream()
        .map(slices -> new Where.SlicedBy(slices.by(), slices.how(), parts(slices, claims)))
        .toList();
  }

  private List<SamplePart> parts(Slices slices, int claims) {
    return IntStream.range(0, slices.names().size())
        .mapToObj(slice -> measure.part(slices.names().get(slice), slices.members(slice), claims))
        .toList();
  }
}
