package org.liegg.core.family;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.liegg.api.Bounded;
import org.liegg.api.report.GroupCheck;
import org.liegg.api.report.TransformationDefect;
import org.liegg.api.spi.TransformationGroup;
import org.liegg.core.samples.BlockedSamples;
import org.liegg.core.transformation.MeasuredTransformation;
import org.liegg.metrics.finite.CountedShare;
import org.liegg.metrics.finite.FiniteDefect;
import org.liegg.metrics.finite.TailRule;

/**
 * What a report says of a group that was tried by its elements.
 *
 * @param family what the elements say together
 * @param samples that they were tried on
 * @param tolerance the largest defect of a symmetry
 */
public record GroupSections(FamilyVerdict family, BlockedSamples samples, double tolerance) {
  private static final int WORST_SAMPLES = 5;

  /**
   * The section.
   *
   * @param group bound to the model
   * @param elements that were tried
   * @param looked at which samples
   * @param decides whether outputs stay where they are, so that the largest one is a decision
   */
  public GroupCheck of(
      TransformationGroup group,
      TransformationGroup.Elements elements,
      GroupCheck.Samples looked,
      boolean decides) {
    return new GroupCheck(
        group.spec(),
        group.order(),
        tested(elements),
        looked,
        worst(),
        decides ? decisions() : Optional.empty(),
        worstSamples(),
        losses());
  }

  private GroupCheck.Tested tested(TransformationGroup.Elements elements) {
    int tried = elements.tried().size();
    int drawn = elements.all() ? 0 : tried - elements.generators();
    return new GroupCheck.Tested(
        tried,
        elements.generators(),
        (int) family.elements().stream().filter(one -> one.defect() <= tolerance).count(),
        elements.all(),
        elements.how(),
        drawn == 0
            ? Optional.empty()
            : Optional.of(1 - Math.pow(SampleStages.CHANCE, 1.0 / drawn)));
  }

  /** Where some certainly break the group, the one that does so by most. */
  private Optional<GroupCheck.Worst> worst() {
    return family.elements().stream()
        .max(
            Comparator.comparingDouble(this::certain)
                .thenComparingDouble(TransformationDefect::defect))
        .map(one -> new GroupCheck.Worst(one.name(), one.defect(), one.interval()));
  }

  private Optional<GroupCheck.Decisions> decisions() {
    List<MeasuredTransformation> measured = measured();
    double chance = SampleStages.CHANCE / Math.max(1, measured.size());
    TailRule shared = family.rule().withBelow(chance).withAbove(chance);
    return measured.stream()
        .max(Comparator.comparingInt(one -> one.perSample().decisions()))
        .map(
            most -> {
              Bounded share =
                  CountedShare.of(most.perSample().decisions(), samples.count(), shared);
              return new GroupCheck.Decisions(most.name(), share.value(), share.interval());
            });
  }

  private double certain(TransformationDefect one) {
    return one.interval()[0] > tolerance ? one.interval()[0] : 0;
  }

  /** The largest changes, each sample along the element that changes it most. */
  private List<GroupCheck.WorstSample> worstSamples() {
    List<MeasuredTransformation> moved =
        measured().stream().filter(one -> one.defect().baseline(0) > 0).toList();
    return IntStream.range(0, samples.count())
        .mapToObj(sample -> worstOf(sample, moved))
        .flatMap(Optional::stream)
        .sorted(Comparator.comparingDouble(GroupCheck.WorstSample::change).reversed())
        .limit(WORST_SAMPLES)
        .toList();
  }

  private Optional<GroupCheck.WorstSample> worstOf(int sample, List<MeasuredTransformation> moved) {
    return moved.stream()
        .filter(one -> one.perSample().squares()[sample] > 0)
        .max(Comparator.comparingDouble(one -> one.perSample().squares()[sample]))
        .map(
            one -> {
              double change = one.perSample().squares()[sample];
              return new GroupCheck.WorstSample(
                  samples.places()[sample], one.name(), change, change / one.defect().baseline(0));
            });
  }

  private List<GroupCheck.Loss> losses() {
    List<GroupCheck.Loss> losses = new ArrayList<>();
    for (MeasuredTransformation one : measured()) {
      Optional<Bounded> lost = one.lost().flatMap(this::bounds);
      lost.ifPresent(
          share -> losses.add(new GroupCheck.Loss(one.name(), share.value(), share.interval())));
    }
    return losses;
  }

  private Optional<Bounded> bounds(FiniteDefect lost) {
    return lost.bounds(0, family.rule().withAbove(family.rule().below()));
  }

  private List<MeasuredTransformation> measured() {
    return family.tried().stream().flatMap(one -> one.found().stream()).toList();
  }
}
