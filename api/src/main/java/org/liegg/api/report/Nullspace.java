package org.liegg.api.report;

import java.util.Arrays;
import java.util.Optional;
import org.liegg.api.Shapes;

/**
 * How many directions are symmetries, and by which rule.
 *
 * @param count how many there are
 * @param tolerance the largest defect that counts as a symmetry
 * @param gap ratio of the smallest defect above the tolerance to the largest at or below it; empty
 *     where there is no such pair or the lower one is 0
 * @param largestGapDimension what the largest ratio of neighbouring singular values would say
 * @param rule how the dimension was decided, in words
 * @param verdict the answer
 * @param isolation how far the directions that count stand from those that do not, where some count
 *     that are not trivial
 */
public record Nullspace(
    Count count,
    double tolerance,
    Optional<Double> gap,
    int largestGapDimension,
    String rule,
    Verdict verdict,
    Optional<Isolation> isolation)
    implements CountedDirections {

  /**
   * A number of directions.
   *
   * @param dimension number of directions with a defect at or below the tolerance, trivial ones
   *     included
   * @param trivial how many of them move only what F does not depend on at the tolerance, or
   *     nothing
   * @param interval {@code [low, high]}, the dimensions that the samples allow
   */
  public record Count(int dimension, int trivial, Optional<int[]> interval) {

    /** A number without bounds. */
    public Count(int dimension, int trivial) {
      this(dimension, trivial, Optional.empty());
    }

    /**
     * @throws IllegalArgumentException if there are fewer directions than trivial ones among them,
     *     or the interval is not of two numbers in order
     */
    public Count {
      Shapes.requireNonNegative("trivial", trivial);
      interval.ifPresent(
          bounds -> {
            if (bounds.length != 2 || bounds[0] > bounds[1]) {
              throw new IllegalArgumentException(
                  "Nullspace: an interval of " + Arrays.toString(bounds));
            }
          });
      if (trivial > dimension) {
        throw new IllegalArgumentException(
            "Nullspace: %d trivial directions of %d".formatted(trivial, dimension));
      }
    }
  }

  /** A dimension of which it is not said how isolated it is. */
  public Nullspace(
      Count count,
      double tolerance,
      Optional<Double> gap,
      int largestGapDimension,
      String rule,
      Verdict verdict) {
    this(count, tolerance, gap, largestGapDimension, rule, verdict, Optional.empty());
  }

  /**
   * @throws IllegalArgumentException if the dimension of the largest gap is negative
   */
  public Nullspace {
    Shapes.requireNonNegative("largestGapDimension", largestGapDimension);
  }

  /** The same with another verdict. */
  public Nullspace with(Verdict other) {
    return new Nullspace(count, tolerance, gap, largestGapDimension, rule, other, isolation);
  }

  /** The same, so isolated. */
  public Nullspace withIsolation(Optional<Isolation> found) {
    return new Nullspace(count, tolerance, gap, largestGapDimension, rule, verdict, found);
  }
}
