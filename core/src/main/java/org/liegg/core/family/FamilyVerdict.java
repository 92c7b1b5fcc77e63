package org.liegg.core.family;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.liegg.api.Bounded;
import org.liegg.api.report.DefectMeasure;
import org.liegg.api.report.ReferenceDefects;
import org.liegg.api.report.TransformationDefect;
import org.liegg.api.report.Verdict;
import org.liegg.core.transformation.MeasuredTransformation;
import org.liegg.metrics.finite.TailRule;

/**
 * What all elements say together. That a model keeps a group takes the upper bound of every
 * element, each at 97.5 %: one that is not kept passes with a chance of 2.5 % whatever the others
 * do. That it does not takes the lower bound of one, and these share their 2.5 % (Bonferroni), for
 * any of them may fail by luck. What an element loses of the samples is no fault of the model: it
 * breaks the group where it is above the tolerance by more than that.
 */
public final class FamilyVerdict {
  /** By how many tolerances of what samples differ by a model that keeps a group may change. */
  private static final double OFF_SUPPORT = 3;

  private final List<TriedElement> tried;
  private final double tolerance;
  private final int generators;
  private final double spread;
  private final int channels;
  private final TailRule rule;
  private final Bounded[] worst; // of all outputs together, and of each

  /**
   * A verdict.
   *
   * @param tried all elements
   * @param tolerance the largest defect of a symmetry
   * @param generators of the known algebra; 0 of a group that is known by its elements
   * @param spread what two unrelated samples differ by, a mean square of the weighed outputs;
   *     infinite where outputs are moved as well, and their own moves count
   * @param each how far the bounds of a single element reach; the lower ones share their chance
   */
  public FamilyVerdict(
      List<TriedElement> tried, double tolerance, int generators, double spread, TailRule each) {
    this.tried = List.copyOf(tried);
    this.tolerance = tolerance;
    this.generators = generators;
    this.spread = spread;
    channels =
        tried.stream()
            .flatMap(one -> one.found().stream())
            .mapToInt(found -> found.defect().channels())
            .max()
            .orElse(1);
    rule = each.withBelow(each.below() / Math.max(1, tried.size() * channels));
    worst = IntStream.range(0, channels).mapToObj(this::worst).toArray(Bounded[]::new);
  }

  private Bounded worst(int channel) {
    double value = 0;
    double low = 0;
    double high = 0;
    for (TriedElement one : tried) {
      Optional<Bounded> bounds = one.defect(channel, rule);
      if (bounds.isPresent()) {
        value = Math.max(value, bounds.get().value());
        low = Math.max(low, bounds.get().low());
        high = Math.max(high, bounds.get().high());
      }
    }
    return new Bounded(value, low, high);
  }

  /** Elements whose defect is not known, of all outputs or of one. */
  public List<TriedElement> missing() {
    return tried.stream()
        .filter(one -> IntStream.range(0, channels).anyMatch(c -> one.defect(c, rule).isEmpty()))
        .toList();
  }

  /** Whether a model keeps all elements, as far as these can tell. */
  public Verdict verdict() {
    boolean broken =
        IntStream.range(0, channels)
            .anyMatch(c -> tried.stream().anyMatch(one -> one.breaks(c, tolerance, rule)));
    if (broken) {
      return Verdict.BROKEN;
    }
    boolean all = Arrays.stream(worst).allMatch(bounds -> bounds.high() <= tolerance);
    return all && !tried.isEmpty() && missing().isEmpty() && offSupport().isEmpty()
        ? Verdict.INVARIANT
        : Verdict.INSUFFICIENT_EVIDENCE;
  }

  /**
   * An element that looks as if it were kept beside moves off the samples, and not beside what
   * these differ by: they may lie on a surface that the group keeps, and a model that is steep
   * beside it changes along it by next to nothing of that.
   */
  public Optional<TriedElement> offSupport() {
    return tried.stream()
        .filter(one -> one.change() > OFF_SUPPORT * tolerance * spread)
        .filter(one -> one.defect(0, rule).filter(found -> found.value() <= tolerance).isPresent())
        .max(Comparator.comparingDouble(TriedElement::change));
  }

  /** Whether anything that counts as kept moves only what the model does not depend on. */
  public boolean restsOnInsensitive() {
    return tried.stream()
        .flatMap(one -> one.found().stream())
        .anyMatch(MeasuredTransformation::insensitive);
  }

  /** How far the bounds reach: the lower ones share their chance. */
  public TailRule rule() {
    return rule;
  }

  /** The elements, those whose defect is not known among them. */
  public List<TriedElement> tried() {
    return tried;
  }

  /** The elements whose defects have bounds, as the report has them. */
  public List<TransformationDefect> elements() {
    return tried.stream().flatMap(one -> one.reported(rule).stream()).toList();
  }

  /** Generators all of whose elements are at or below the tolerance. */
  public int contained() {
    return (int) IntStream.range(0, generators).filter(r -> largest(r) <= tolerance).count();
  }

  /** Generators that move only what the model does not depend on. */
  public int insensitive() {
    return (int)
        IntStream.range(0, generators)
            .filter(r -> known(r) && of(r).allMatch(TransformationDefect::insensitive))
            .count();
  }

  /**
   * The section of the report; empty where no element has bounds.
   *
   * @param limited the verdict that the samples allow
   */
  public Optional<ReferenceDefects> reference(Verdict limited) {
    if (elements().isEmpty()) {
      return Optional.empty();
    }
    double mean =
        IntStream.range(0, generators)
            .filter(this::known)
            .mapToDouble(this::largest)
            .average()
            .orElse(worst[0].value());
    return Optional.of(
        new ReferenceDefects(worst[0].value(), worst[0].interval(), mean, contained(), limited));
  }

  /**
   * Every output separately, where there are several and the group leaves outputs alone.
   *
   * @param weights of outputs
   */
  public List<DefectMeasure.OutputDefect> outputs(double[] weights) {
    List<DefectMeasure.OutputDefect> outputs = new ArrayList<>();
    for (int o = 0; o + 1 < channels; o++) {
      Bounded bounds = worst[1 + o];
      outputs.add(new DefectMeasure.OutputDefect(o, weights[o], bounds.value(), bounds.interval()));
    }
    return outputs;
  }

  private Stream<TransformationDefect> of(int generator) {
    return elements().stream()
        .filter(one -> one.generator().filter(r -> r == generator).isPresent());
  }

  private boolean known(int generator) {
    return of(generator).findAny().isPresent();
  }

  private double largest(int generator) {
    return of(generator)
        .mapToDouble(TransformationDefect::defect)
        .max()
        .orElse(Double.POSITIVE_INFINITY);
  }
}
