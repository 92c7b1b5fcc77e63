package org.liegg.core.discrete;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liegg.api.Bounded;
import org.liegg.core.transformation.MeasuredTransformation;
import org.liegg.core.transformation.TransformationMeasure;
import org.liegg.metrics.finite.TailRule;

/**
 * Measures what was chosen on samples that did not choose it. All upper bounds together are below
 * the truth with a chance of at most 2.5 % (Bonferroni), so that this is the chance that any of
 * what is said to be kept is not.
 *
 * @param measure on the measuring half
 * @param tolerance the largest defect of a symmetry
 * @param least the smallest mean square that counts as a change
 * @param scale the most that a model which has nothing to do with a candidate is taken to change
 *     by, a mean square, though it is moved farther
 * @param widening how many times farther bounds reach than for independent samples
 * @param samplesPerUnit how many samples an independent one stands for
 */
record Confirmation(
    TransformationMeasure measure,
    double tolerance,
    double least,
    double scale,
    double widening,
    double samplesPerUnit) {
  /** The chance of a false one, all together. */
  static final double CHANCE = 0.025;

  /**
   * A candidate with its defect.
   *
   * @param candidate which one
   * @param defect with bounds; empty where too few samples tell, or nothing changes
   */
  record Measured(Candidate candidate, Optional<Bounded> defect) {}

  /** Measures all of them at one chance. */
  List<Measured> of(List<Candidate> candidates) {
    double each = CHANCE / Math.max(1, candidates.size());
    TailRule rule = new TailRule(each, each, widening, samplesPerUnit);
    List<Measured> measured = new ArrayList<>();
    for (Candidate one : candidates) {
      Optional<Bounded> bounds =
          measure
              .of(one)
              .filter(this::changes)
              .filter(this::near)
              .flatMap(found -> found.defect().bounds(0, rule));
      measured.add(new Measured(one, bounds));
    }
    return List.copyOf(measured);
  }

  /** Whether it is kept, for all that these samples can tell. */
  boolean keeps(Measured one) {
    return one.defect().filter(bounds -> bounds.high() <= tolerance).isPresent();
  }

  private boolean changes(MeasuredTransformation found) {
    return !found.insensitive() && found.defect().baseline(0) > least;
  }

  private boolean near(MeasuredTransformation found) {
    return found.defect().change(0) <= tolerance * scale;
  }
}
