package org.liegg.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.liegg.api.spi.IterationStep;

/**
 * How long one problem of an iteration will still take: its residual falls about exponentially, so
 * that a line through the logarithms of the latter half of the steps says when it will be low
 * enough. Nothing is said while there are few steps, while the residual does not fall, or where it
 * would not be low enough within the steps that are allowed.
 */
final class ConvergenceEstimate {
  private static final int LEAST = 10;

  /** The least decline of a step's logarithm that says something. */
  private static final double FALLING = 0.01;

  private final String problem;
  private final List<Point> points = new ArrayList<>();

  /**
   * @param problem what is solved
   */
  ConvergenceEstimate(String problem) {
    this.problem = problem;
  }

  private record Point(IterationStep step, double seconds) {

    double above() {
      return Math.log(step.residual() / step.target());
    }
  }

  String problem() {
    return problem;
  }

  /** A step was taken after so many seconds. */
  void add(IterationStep step, double seconds) {
    if (step.residual() > 0) {
      points.add(new Point(step, seconds));
    }
  }

  /** Seconds that are left; empty where nothing honest can be said. */
  OptionalDouble secondsLeft() {
    List<Point> latter = points.subList(points.size() / 2, points.size());
    if (latter.size() < LEAST) {
      return OptionalDouble.empty();
    }
    double slope = slope(latter);
    Point last = latter.get(latter.size() - 1);
    double steps = last.above() / -slope;
    boolean falls = slope < -FALLING && steps > 0;
    if (!falls || last.step().iteration() + steps > last.step().most()) {
      return OptionalDouble.empty();
    }
    double pace = (last.seconds() - latter.get(0).seconds()) / (latter.size() - 1);
    return OptionalDouble.of(steps * pace);
  }

  /** By least squares. */
  private static double slope(List<Point> points) {
    double meanX = points.stream().mapToInt(p -> p.step().iteration()).average().orElse(0);
    double meanY = points.stream().mapToDouble(Point::above).average().orElse(0);
    double both = 0;
    double square = 0;
    for (Point point : points) {
      double x = point.step().iteration() - meanX;
      both += x * (point.above() - meanY);
      square += x * x;
    }
    return square == 0 ? 0 : both / square;
  }
}
