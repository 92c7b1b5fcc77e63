package org.liegg.api.spi.support;

import java.util.stream.IntStream;
import org.liegg.api.ModelException;

/** Tells functions that jump, and are constant between the jumps, from those that are rounded. */
final class JumpCheck {
  /** The step 2⁻¹⁴: smooth functions change along it, in single precision too. */
  private static final int FINE = 6;

  /** A change of so many units of the last place is seen. */
  private static final double SEEN = 2;

  /** Smooth functions change by no more than this along one of the steps, if they change. */
  private static final double SMALL = 12;

  /** Values that differ by more than this differ whatever the rounding. */
  private static final double DISTINCT = 16;

  /** A step of so many units of single precision is right to a few hundredths. */
  private static final double FAR = 32;

  private final DifferenceLadder ladder;

  JumpCheck(DifferenceLadder ladder) {
    this.ladder = ladder;
  }

  /**
   * Refuses functions that jump, and are constant between the jumps. What a change would be is
   * known from the coarsest step; it is looked for at the finest at which rounding cannot hide it.
   *
   * @throws ModelException {@code LIEGG-MODEL-STEPS}; {@code LIEGG-MODEL-NOISE} if rounding hides
   *     all changes
   */
  void requireSlopes() {
    int coarsest = ladder.coarsest();
    int changes = 0;
    int seen = 0;
    int jumps = 0;
    for (int i = 0; i < ladder.places(); i++) {
      if (ladder.slope(coarsest, i) != 0) {
        int rung = finestSeen(coarsest, i);
        changes++;
        seen += rung > coarsest ? 1 : 0;
        jumps += rung > coarsest && ladder.slope(rung, i) == 0 && !changesLittle(i) ? 1 : 0;
      }
    }
    boolean still = changes == jumps;
    // Where rounding hides most changes, the few that are seen may be kinks.
    if ((2 * jumps > seen && 8 * jumps > changes)
        || (still && ladder.grain().differ(ladder.info().outputSize(), DISTINCT))) {
      throw new ModelException(
          "LIEGG-MODEL-STEPS",
          "model " + ladder.info().path(),
          "its values jump, and are constant between the jumps, as those of trees are or numbers"
              + " of few digits: it has no derivatives",
          "give a model whose values change smoothly, e.g. scores with all their digits");
    }
    if (still && ladder.grain().differ(ladder.info().outputSize(), 0)) {
      throw ladder.grain().coarse(ladder.info().path());
    }
  }

  /** Whether values change by a few units of the last place at one of the steps. */
  private boolean changesLittle(int i) {
    return IntStream.range(0, DifferenceLadder.RUNGS)
        .filter(ladder::has)
        .mapToDouble(rung -> 2 * Math.abs(ladder.slope(rung, i)) * ladder.step(rung, i))
        .anyMatch(change -> change > 0 && change <= SMALL * ladder.unit(i));
  }

  /** The finest step, down to 2⁻¹⁴, along which a change is more than rounding. */
  private int finestSeen(int coarsest, int i) {
    int finest = coarsest;
    int last = Math.min(Math.max(FINE, coarsest + 1), DifferenceLadder.RUNGS - 1);
    for (int rung = coarsest + 1; rung <= last; rung++) {
      boolean isSeen =
          ladder.has(rung)
              && ladder.expected(rung, i) >= SEEN * ladder.unit(i)
              && ladder.step(rung, i) >= FAR * ladder.sizes().singleUnit(ladder.input(i));
      finest = isSeen ? rung : finest;
    }
    return finest;
  }
}
