package org.liegg.engine.dl4j.flow;

import java.util.Optional;
import org.liegg.blas.affine.Entries;
import org.liegg.engine.dl4j.dense.Scalar;

/**
 * What is done to the values of one sample, in whatever arithmetic. Channels lie together in
 * images: rows × columns × channels.
 */
public sealed interface Operation {

  /** Whether it may put its result where its only input was. */
  default boolean worksInPlace() {
    return false;
  }

  /**
   * An affine map of every window of an image, or of every row of a table; a vector is a table of
   * one row.
   *
   * @param window how the rows lie in an image; empty where they are the input as it is
   * @param positions number of rows
   * @param inner length of a row
   * @param columns length of what becomes of it
   * @param weights {@code inner × columns}
   * @param bias {@code columns} values
   */
  record Affine(
      Optional<Window> window,
      int positions,
      int inner,
      int columns,
      Entries weights,
      double[] bias)
      implements Operation {}

  /**
   * A convolution of every channel on its own.
   *
   * @param window how the windows lie
   * @param multiplier results for each channel, which lie together
   * @param weights {@code cells × channels × multiplier}
   * @param bias {@code channels × multiplier}
   */
  record Depthwise(Window window, int multiplier, double[] weights, double[] bias)
      implements Operation {}

  /** The largest value of each channel in every window; the first of them where there are more. */
  record Largest(Window window) implements Operation {}

  /**
   * The sum of each channel in every window, times a factor.
   *
   * @param factors of the windows
   */
  record Total(Window window, double[] factors) implements Operation {}

  /** {@code x · factor + offset}, with a factor and an offset for each place in a row. */
  record Scale(double[] factors, double[] offsets) implements Operation {
    @Override
    public boolean worksInPlace() {
      return true;
    }
  }

  /** A function of every value. */
  record Apply(Scalar function) implements Operation {
    @Override
    public boolean worksInPlace() {
      return true;
    }
  }

  /**
   * {@code h_t = f(z_t + h_{t−1} U)} over a series of {@code times × units}, from {@code h = 0} on.
   *
   * @param times number of steps
   * @param units length of a state
   * @param weights U, {@code units × units}
   * @param function f
   */
  record Recurrence(int times, int units, Entries weights, Scalar function) implements Operation {}

  /**
   * Long short-term memory, {@code c_t = φ_t ⊙ c_{t−1} + ι_t ⊙ a_t} and {@code h_t = ω_t ⊙ f(c_t)},
   * from 0 on. Of {@code z_t + h_{t−1} U} with its {@code 4 units} values, the first quarter is
   * what {@code a_t = f(·)} is taken of, the others are what the gates {@code φ_t, ω_t, ι_t = σ(·)}
   * are.
   *
   * @param times number of steps
   * @param units length of a state
   * @param weights U, {@code units × 4 units}
   * @param gate σ
   * @param function f
   */
  record LongShortTerm(int times, int units, Entries weights, Scalar gate, Scalar function)
      implements Operation {}

  /** Softmax over all values. */
  record Softmax() implements Operation {
    @Override
    public boolean worksInPlace() {
      return true;
    }
  }

  /**
   * Values in other places.
   *
   * @param source where each result is taken from; negative where it is 0
   */
  record Gather(int[] source) implements Operation {}

  /**
   * Tables side by side.
   *
   * @param rows of each
   * @param widths columns of each
   */
  record Join(int rows, int[] widths) implements Operation {}

  /** Several inputs, value by value. */
  record Combine(Combination how) implements Operation {}

  /** How values that belong together become one. */
  enum Combination {
    SUM,
    DIFFERENCE,
    PRODUCT,
    MEAN,
    /** The first of the largest. */
    LARGEST
  }
}
