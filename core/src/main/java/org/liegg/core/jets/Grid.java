package org.liegg.core.jets;

import java.util.Arrays;
import java.util.List;
import org.liegg.api.Shapes;

/**
 * Unknown functions on a uniform grid of time and space, of one solution or several.
 *
 * @param solutions how many there are
 * @param axes points along t, x, …
 * @param spacing between neighbours along each axis, positive
 * @param fields how many unknown functions there are
 * @param values solutions × axes × fields, in C order
 */
public record Grid(
    int solutions, List<Integer> axes, List<Double> spacing, int fields, double[] values) {

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if the sizes do not belong together, or a spacing is not
   *     positive and finite
   */
  public Grid {
    axes = List.copyOf(axes);
    spacing = List.copyOf(spacing);
    long size = axes.stream().mapToLong(Integer::longValue).reduce(solutions, Math::multiplyExact);
    Shapes.requireLength("Grid", values, Math.multiplyExact(size, fields));
    if (axes.size() != spacing.size()
        || spacing.stream().anyMatch(h -> !(h > 0) || h.isInfinite())) {
      throw new IllegalArgumentException("Grid: spacings %s of axes %s".formatted(spacing, axes));
    }
  }

  /** How far apart in {@link #values} neighbours along an axis are. */
  int stride(int axis) {
    int stride = fields;
    for (int a = axis + 1; a < axes.size(); a++) {
      stride *= axes.get(a);
    }
    return stride;
  }

  /** Values of one solution. */
  int solutionSize() {
    return axes.get(0) * stride(0);
  }

  /** The square root of the mean square of an unknown function. */
  double size(int field) {
    double sum = 0;
    for (int i = field; i < values.length; i += fields) {
      sum += values[i] * values[i];
    }
    return Math.sqrt(sum * fields / values.length);
  }

  /**
   * Where in {@link #values} every line along an axis begins, of one unknown function.
   *
   * @return one place a line
   */
  int[] lines(int axis, int field) {
    int stride = stride(axis);
    int length = axes.get(axis);
    int[] starts = new int[values.length / fields / length];
    Arrays.setAll(
        starts,
        line -> {
          int within = stride / fields;
          return line / within * stride * length + line % within * fields + field;
        });
    return starts;
  }
}
