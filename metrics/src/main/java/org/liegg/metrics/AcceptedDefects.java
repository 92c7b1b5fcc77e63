package org.liegg.metrics;

import java.util.Arrays;
import java.util.Optional;
import org.liegg.api.report.Isolation;

/**
 * The defects that a tolerance accepts, ascending, next to the smallest that it rejects. What is
 * below a ten-thousandth of the tolerance is taken as that: how exact a symmetry is says nothing
 * about another one that is exact, too.
 */
final class AcceptedDefects {
  private static final double EXACT = 1e-4;

  private final double[] accepted;
  private final Optional<Double> rejected;
  private final double floor;

  /**
   * @param defects descending
   * @param held how many of the last are accepted
   */
  AcceptedDefects(double[] defects, int held, double tolerance) {
    floor = EXACT * tolerance;
    int broken = defects.length - held;
    accepted = new double[held];
    for (int i = 0; i < held; i++) {
      accepted[i] = Math.max(floor, defects[defects.length - 1 - i]);
    }
    Arrays.sort(accepted);
    rejected = broken == 0 ? Optional.empty() : Optional.of(defects[broken - 1]);
  }

  /** Empty where nothing is accepted, or the tolerance leaves no room for a comparison. */
  Optional<Isolation> isolation() {
    if (accepted.length == 0 || !(floor > 0 && Double.isFinite(floor))) {
      return Optional.empty();
    }
    int below = accepted.length;
    double widest = 1;
    for (int i = 1; i < accepted.length; i++) {
      double step = accepted[i] / accepted[i - 1];
      if (step > widest) {
        widest = step;
        below = i;
      }
    }
    double largest = accepted[accepted.length - 1];
    return Optional.of(
        new Isolation(
            accepted.length < 2 ? Optional.empty() : Optional.of(widest),
            rejected.map(smallest -> smallest / largest).filter(Double::isFinite),
            below));
  }

  /**
   * A tolerance that would accept {@code below} directions only: amid the step above them.
   *
   * @param below from 1, less than all
   */
  double between(int below) {
    return Math.sqrt(accepted[below - 1] * accepted[below]);
  }
}
