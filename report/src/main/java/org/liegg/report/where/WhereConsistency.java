package org.liegg.report.where;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.liegg.api.report.BeyondData;
import org.liegg.api.report.BreakingRegion;
import org.liegg.api.report.GroupCheck;
import org.liegg.api.report.SamplePart;
import org.liegg.api.report.Where;

/** Whether what is said of where a group is broken fits together. */
public final class WhereConsistency {

  private WhereConsistency() {}

  /** What does not fit, the first of it. */
  public static Optional<String> contradiction(Where where) {
    Stream<Optional<String>> parts = parts(where).map(part -> contradiction(part, where.samples()));
    Stream<Optional<String>> defects = defects(where).map(WhereConsistency::contradiction);
    Stream<Optional<String>> pictures = where.moved().stream().map(WhereConsistency::contradiction);
    return Stream.of(parts, defects, pictures)
        .flatMap(all -> all)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Stream<SamplePart> parts(Where where) {
    Stream<SamplePart> slices = where.slices().stream().flatMap(one -> one.parts().stream());
    Stream<SamplePart> region = where.region().stream().flatMap(WhereConsistency::parts);
    return Stream.concat(slices, region);
  }

  private static Stream<SamplePart> parts(BreakingRegion region) {
    return Stream.of(
            region.leaves().stream().map(BreakingRegion.Leaf::part),
            region.breaks().stream(),
            region.elsewhere().stream())
        .flatMap(all -> all);
  }

  private static Stream<GroupCheck.Worst> defects(Where where) {
    Stream<GroupCheck.Worst> steps =
        where.beyond().map(BeyondData::steps).orElse(List.of()).stream()
            .flatMap(step -> step.worst().stream());
    Stream<GroupCheck.Worst> layers =
        where.layers().stream().flatMap(layer -> layer.worst().stream());
    Stream<GroupCheck.Worst> parts = parts(where).flatMap(part -> part.worst().stream());
    return Stream.of(parts, steps, layers).flatMap(all -> all);
  }

  private static Optional<String> contradiction(SamplePart part, int samples) {
    boolean shares =
        part.share() >= 0 && part.share() <= 1 && part.ofChange() >= 0 && part.ofChange() <= 1;
    return shares && part.samples() <= samples
        ? Optional.empty()
        : Optional.of(
            "where speaks of a part of %d of %d samples, a share of %s and %s of all change"
                .formatted(part.samples(), samples, part.share(), part.ofChange()));
  }

  private static Optional<String> contradiction(GroupCheck.Worst worst) {
    double[] bounds = worst.interval();
    return worst.defect() >= 0 && bounds[0] <= worst.defect() && worst.defect() <= bounds[1]
        ? Optional.empty()
        : Optional.of(
            "where speaks of a defect of %s in the interval %s"
                .formatted(worst.defect(), Arrays.toString(bounds)));
  }

  /** A picture and what is made of it have as many numbers as their shape says. */
  private static Optional<String> contradiction(Where.MovedSample moved) {
    long size = moved.shape().stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
    boolean fits =
        moved.inputs().length == 2
            && Arrays.stream(moved.inputs()).allMatch(numbers -> numbers.length == size);
    return fits
        ? Optional.empty()
        : Optional.of("where.moved has pictures that are not of shape %s".formatted(moved.shape()));
  }
}
