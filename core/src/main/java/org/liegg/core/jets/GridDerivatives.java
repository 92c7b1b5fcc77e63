package org.liegg.core.jets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.liegg.groups.JetColumns.Derivative;

/**
 * Derivatives at points of a grid: products of the weights along all axes. The error of each is
 * guessed as {@code √(Σ_axes (D − D_axis)² + σ² Π‖w‖²)}, D_axis being taken otherwise along one
 * axis, and σ the noise of the values.
 */
final class GridDerivatives {
  private final Grid grid;
  private final List<AxisScheme> schemes;
  private final List<Double> noise;
  private final Map<Key, Stencil> known = new HashMap<>();

  private record Key(int axis, int order, boolean otherwise) {}

  /**
   * A derivative at a point.
   *
   * @param value of it
   * @param error its guessed standard error
   */
  record Estimate(double value, double error) {}

  /**
   * @param schemes one an axis
   * @param noise the standard deviation of every unknown function's
   */
  GridDerivatives(Grid grid, List<AxisScheme> schemes, List<Double> noise) {
    this.grid = grid;
    this.schemes = List.copyOf(schemes);
    this.noise = List.copyOf(noise);
  }

  /**
   * Points that have all derivatives, along each axis: {@code [from, to)}.
   *
   * @param highest derivative along each axis
   */
  List<int[]> interior(List<Integer> highest) {
    List<int[]> ranges = new ArrayList<>();
    for (int axis = 0; axis < schemes.size(); axis++) {
      int margin = schemes.get(axis).margin(highest.get(axis));
      ranges.add(new int[] {margin, grid.axes().get(axis) - margin});
    }
    return ranges;
  }

  /**
   * A derivative.
   *
   * @param solution which one
   * @param place along each axis, in the interior
   */
  Estimate at(int solution, int[] place, Derivative derivative) {
    int axes = schemes.size();
    List<Stencil> stencils = new ArrayList<>();
    double left = 1;
    for (int axis = 0; axis < axes; axis++) {
      Stencil stencil = stencil(axis, derivative.by().get(axis), false);
      stencils.add(stencil);
      left *= stencil.noise();
    }
    int start = solution * grid.solutionSize() + derivative.field();
    double value = sum(stencils, 0, start, place);
    double square = Math.pow(noise.get(derivative.field()) * left, 2);
    for (int axis = 0; axis < axes; axis++) {
      Stencil other = stencil(axis, derivative.by().get(axis), true);
      if (!other.equals(stencils.get(axis))) {
        List<Stencil> changed = new ArrayList<>(stencils);
        changed.set(axis, other);
        square += Math.pow(sum(changed, 0, start, place) - value, 2);
      }
    }
    return new Estimate(value, Math.sqrt(square));
  }

  private Stencil stencil(int axis, int order, boolean otherwise) {
    return known.computeIfAbsent(
        new Key(axis, order, otherwise),
        key -> {
          AxisScheme scheme = schemes.get(axis);
          return otherwise ? scheme.otherwise(order) : scheme.weights(order);
        });
  }

  private double sum(List<Stencil> stencils, int axis, int at, int[] place) {
    if (axis == stencils.size()) {
      return grid.values()[at];
    }
    Stencil stencil = stencils.get(axis);
    int stride = grid.stride(axis);
    int points = grid.axes().get(axis);
    double sum = 0;
    for (int i = 0; i < stencil.weights().length; i++) {
      int point = Math.floorMod(place[axis] + stencil.first() + i, points);
      sum += stencil.weights()[i] * sum(stencils, axis + 1, at + point * stride, place);
    }
    return sum;
  }
}
