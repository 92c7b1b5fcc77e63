package org.liegg.core.jets;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.liegg.groups.JetColumns;
import org.liegg.groups.JetColumns.Derivative;

/** Chooses over how many points polynomials are fitted: so that guessed errors are least. */
final class SmoothingChoice {
  /** Points at which errors are compared. */
  private static final int PROBES = 48;

  /** Degrees of polynomials above the highest derivative. */
  private static final int ABOVE = 2;

  private static final double GROWTH = 1.4;
  private static final int ROUNDS = 2;
  private static final long SEED = 1;

  private final Grid grid;
  private final List<Derivative> wanted;
  private final List<Double> noise;
  private final List<Integer> highest;

  private SmoothingChoice(Grid grid, JetColumns columns, List<Double> noise) {
    this.grid = grid;
    this.noise = noise;
    wanted = Stream.concat(columns.inputs().stream(), columns.outputs().stream()).toList();
    highest = IntStream.range(0, grid.axes().size()).mapToObj(columns::highest).toList();
  }

  /**
   * Derivatives of polynomials over the chosen points.
   *
   * @throws org.liegg.api.DataException {@code LIEGG-JETS-GRID} if an axis has too few points
   */
  static GridDerivatives of(Grid grid, JetColumns columns, List<Double> noise) {
    SmoothingChoice choice = new SmoothingChoice(grid, columns, noise);
    return choice.with(choice.best());
  }

  private List<Integer> best() {
    List<List<Integer>> candidates =
        IntStream.range(0, grid.axes().size()).mapToObj(this::candidates).toList();
    List<Integer> best =
        new ArrayList<>(candidates.stream().map(each -> each.get(each.size() / 2)).toList());
    for (int round = 0; round < ROUNDS; round++) {
      for (int axis = 0; axis < best.size(); axis++) {
        double least = Double.POSITIVE_INFINITY;
        List<Integer> tried = new ArrayList<>(best);
        for (int half : candidates.get(axis)) {
          tried.set(axis, half);
          double error = error(tried);
          if (error < least) {
            least = error;
            best.set(axis, half);
          }
        }
      }
    }
    return best;
  }

  /** Half widths that leave half of the points of an axis, each by some more than the last. */
  private List<Integer> candidates(int axis) {
    int size = grid.axes().get(axis);
    int smallest = (highest.get(axis) + 2 * ABOVE + 1) / 2;
    if (size < 2 * smallest + 1) {
      throw GridJets.few(axis, size, 2 * smallest + 1);
    }
    int largest = Math.max(smallest, Math.min(size / 4, grid.axes().size() > 2 ? 10 : 32));
    TreeSet<Integer> halves = new TreeSet<>();
    for (double half = smallest; half <= largest; half *= GROWTH) {
      halves.add((int) half);
    }
    return List.copyOf(halves);
  }

  private GridDerivatives with(List<Integer> halves) {
    List<AxisScheme> schemes = new ArrayList<>();
    for (int axis = 0; axis < halves.size(); axis++) {
      schemes.add(
          AxisScheme.smoothing(
              grid.axes().get(axis),
              grid.spacing().get(axis),
              halves.get(axis),
              highest.get(axis) + ABOVE));
    }
    return new GridDerivatives(grid, schemes, noise);
  }

  /** Mean squares of errors as shares of those of values, added over all derivatives. */
  private double error(List<Integer> halves) {
    GridDerivatives derivatives = with(halves);
    JetPoints points = new JetPoints(grid.solutions(), derivatives.interior(highest));
    long[] drawn = points.draw(PROBES, SEED);
    double sum = 0;
    for (Derivative derivative : wanted) {
      double errors = 0;
      double values = 0;
      for (long point : drawn) {
        GridDerivatives.Estimate found =
            derivatives.at(points.solution(point), points.place(point), derivative);
        errors += found.error() * found.error();
        values += found.value() * found.value();
      }
      sum += errors == 0 ? 0 : errors / values;
    }
    return sum;
  }
}
