package org.liegg.core.where;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.liegg.api.Bounded;
import org.liegg.api.report.GroupCheck;
import org.liegg.api.report.SamplePart;
import org.liegg.api.report.Verdict;
import org.liegg.core.family.TriedElement;
import org.liegg.core.transformation.MeasuredTransformation;
import org.liegg.metrics.finite.PartDefect;
import org.liegg.metrics.finite.TailRule;

/**
 * Measures what elements change in parts of the samples. That a part breaks the group takes the
 * lower bound of one element, and these share their chance over all elements and parts; that it is
 * kept takes the upper bounds of all elements, and these share theirs over the parts (Bonferroni).
 */
public final class PartMeasure {
  private final TriedOn tried;
  private final IntPredicate counts;
  private final int counted;
  private final List<ElementChanges> elements = new ArrayList<>();
  private final boolean complete;

  private PartMeasure(TriedOn tried, IntPredicate among) {
    this.tried = tried;
    counts = sample -> tried.measure().counts(sample) && among.test(sample);
    counted = count(ElementChanges.everywhere(tried.samples().count()));
    boolean all = !tried.elements().isEmpty();
    for (TriedElement one : tried.elements()) {
      Optional<MeasuredTransformation> found = one.found();
      all &= found.isPresent();
      found
          .filter(measured -> !measured.insensitive())
          .ifPresent(measured -> elements.add(ElementChanges.of(one, measured)));
    }
    complete = all;
  }

  /** On all samples. */
  public static PartMeasure of(TriedOn tried) {
    return new PartMeasure(tried, sample -> true);
  }

  /** On the samples that pass. */
  static PartMeasure of(TriedOn tried, IntPredicate among) {
    return new PartMeasure(tried, among);
  }

  /** The elements that move what the model depends on. */
  List<ElementChanges> elements() {
    return elements;
  }

  /** Whether a sample counts. */
  boolean counts(int sample) {
    return counts.test(sample);
  }

  /** How many samples count. */
  public int counted() {
    return counted;
  }

  /**
   * A part.
   *
   * @param name of it
   * @param members which samples it has, of all
   * @param claims how many parts share the chances of an error, ≥ 1
   */
  public SamplePart part(String name, boolean[] members, int claims) {
    TailRule each = tried.rule();
    TailRule rule =
        each.withBelow(each.below() / Math.max(1, elements.size() * claims))
            .withAbove(each.above() / claims);
    Optional<GroupCheck.Worst> worst = worst(members, rule);
    return described(name, members, worst, verdict(members, rule, worst));
  }

  private SamplePart described(
      String name, boolean[] members, Optional<GroupCheck.Worst> worst, Verdict verdict) {
    int samples = count(members);
    double here = 0;
    double all = 0;
    for (ElementChanges one : elements) {
      for (int n = 0; n < members.length; n++) {
        double change = counts.test(n) ? one.at(n) : 0;
        here += members[n] ? change : 0;
        all += change;
      }
    }
    return new SamplePart(
        name,
        samples,
        (double) samples / Math.max(1, counted),
        all > 0 ? Math.min(1, here / all) : 0,
        worst,
        verdict);
  }

  /** The largest bounds of any element; empty where one has none. */
  private Optional<GroupCheck.Worst> worst(boolean[] members, TailRule rule) {
    if (count(members) < PartDefect.fewest() || tried.elements().isEmpty()) {
      return Optional.empty();
    }
    GroupCheck.Worst worst =
        new GroupCheck.Worst(tried.elements().get(0).label(), 0, new double[] {0, 0});
    for (ElementChanges one : elements) {
      Optional<Bounded> bounds = one.defect(tried.samples(), counts, members).bounds(rule);
      if (bounds.isEmpty()) {
        return Optional.empty();
      }
      worst = larger(worst, one.label(), bounds.get());
    }
    return Optional.of(worst);
  }

  private static GroupCheck.Worst larger(GroupCheck.Worst worst, String label, Bounded bounds) {
    return new GroupCheck.Worst(
        bounds.value() > worst.defect() ? label : worst.element(),
        Math.max(worst.defect(), bounds.value()),
        new double[] {
          Math.max(worst.interval()[0], bounds.low()), Math.max(worst.interval()[1], bounds.high())
        });
  }

  private Verdict verdict(boolean[] members, TailRule rule, Optional<GroupCheck.Worst> worst) {
    if (worst.isEmpty()) {
      return Verdict.INSUFFICIENT_EVIDENCE;
    }
    if (elements.stream().anyMatch(one -> breaks(one, members, rule))) {
      return Verdict.BROKEN;
    }
    boolean kept = worst.get().interval()[1] <= tried.tolerance();
    return kept && complete && tried.trusted() ? Verdict.INVARIANT : Verdict.INSUFFICIENT_EVIDENCE;
  }

  /** What samples lose is no fault of the model. */
  private boolean breaks(ElementChanges one, boolean[] members, TailRule rule) {
    double low =
        one.defect(tried.samples(), counts, members).bounds(rule).map(Bounded::low).orElse(0.0);
    return low > tried.tolerance()
        && low > tried.tolerance() + one.lost(tried.samples(), counts, members, rule);
  }

  private int count(boolean[] members) {
    int count = 0;
    for (int n = 0; n < members.length; n++) {
      count += members[n] && counts.test(n) ? 1 : 0;
    }
    return count;
  }
}
