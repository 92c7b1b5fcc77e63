package org.liegg.core.jets;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.liegg.api.Batch;
import org.liegg.api.DataException;
import org.liegg.groups.JetColumns;
import org.liegg.groups.JetColumns.Derivative;

/**
 * Takes the jets that a right-hand side takes and gives off a grid.
 *
 * @param grid the unknown functions
 * @param columns what is wanted, of as many axes
 * @param origin the coordinates of the first point, one an axis
 * @param way how derivatives are taken
 */
public record GridJets(Grid grid, JetColumns columns, List<Double> origin, Way way) {
  /** First and last points that differ by less than this share of neighbours are one point. */
  private static final double SAME = 1e-3;

  /** How derivatives are taken. */
  public enum Way {
    /** Central finite differences, whose errors are of the sixth power of the spacing. */
    DIFFERENCES,
    /** Along space those of trigonometric polynomials, along time differences. */
    SPECTRAL,
    /** Those of polynomials that are fitted to neighbours along all axes. */
    SMOOTHING
  }

  /** Copies the list. */
  public GridJets {
    origin = List.copyOf(origin);
  }

  /**
   * The jets at points of the grid.
   *
   * @param most how many points at most; they are drawn by chance
   * @param seed by which
   * @throws DataException {@code LIEGG-JETS-GRID} if there are too few points along an axis, or the
   *     last is the first again where functions are periodic
   */
  public JetTable table(int most, long seed) {
    List<Double> noise =
        IntStream.range(0, grid.fields()).mapToObj(field -> NoiseLevel.of(grid, field)).toList();
    List<Integer> highest =
        IntStream.range(0, grid.axes().size()).mapToObj(columns::highest).toList();
    GridDerivatives derivatives = derivatives(noise, highest);
    List<int[]> interior = derivatives.interior(highest);
    for (int axis = 0; axis < interior.size(); axis++) {
      requirePoints(axis, grid.axes().get(axis) - interior.get(axis)[1] + interior.get(axis)[0]);
    }
    JetPoints points = new JetPoints(grid.solutions(), interior);
    long[] drawn = points.draw(most, seed);
    Batch[] inputs = rows(derivatives, points, drawn, columns.inputs());
    Batch[] outputs = rows(derivatives, points, drawn, columns.outputs());
    int coordinates = columns.coordinates().size();
    return new JetTable(
        columns,
        coordinates(points, drawn).beside(inputs[0]),
        outputs[0],
        new Batch(drawn.length, coordinates, new double[drawn.length * coordinates])
            .beside(inputs[1]),
        outputs[1],
        noise,
        points.count());
  }

  private GridDerivatives derivatives(List<Double> noise, List<Integer> highest) {
    if (way == Way.SMOOTHING) {
      return SmoothingChoice.of(grid, columns, noise);
    }
    List<AxisScheme> schemes = new ArrayList<>();
    for (int axis = 0; axis < grid.axes().size(); axis++) {
      int size = grid.axes().get(axis);
      double spacing = grid.spacing().get(axis);
      if (way == Way.SPECTRAL && axis > 0) {
        requirePeriod(axis, highest.get(axis));
        schemes.add(AxisScheme.periodic(size, spacing));
      } else {
        schemes.add(AxisScheme.differences(size, spacing));
      }
    }
    return new GridDerivatives(grid, schemes, noise);
  }

  private void requirePoints(int axis, int lost) {
    int size = grid.axes().get(axis);
    if (lost >= size) {
      throw few(axis, size, lost + 1);
    }
  }

  /** The error that an axis has too few points. */
  static DataException few(int axis, int size, int needed) {
    return wrong(
        "there are %d points along %s, derivatives take %d".formatted(size, name(axis), needed),
        "give a longer or finer grid, or ask for a lower --order");
  }

  /** How messages call an axis. */
  static String name(int axis) {
    return axis == 0 ? "time" : "space axis " + "xyz".charAt(axis - 1);
  }

  private void requirePeriod(int axis, int highest) {
    int size = grid.axes().get(axis);
    if (size < 2 * highest + 2) {
      throw few(axis, size, 2 * highest + 2);
    }
    int stride = grid.stride(axis);
    double ends = 0;
    double neighbours = 0;
    for (int field = 0; field < grid.fields(); field++) {
      for (int start : grid.lines(axis, field)) {
        double first = grid.values()[start];
        ends += Math.pow(grid.values()[start + (size - 1) * stride] - first, 2);
        neighbours += Math.pow(grid.values()[start + stride] - first, 2);
      }
    }
    if (ends < SAME * SAME * neighbours) {
      throw wrong(
          "the last point along %s is the first one again".formatted(name(axis)),
          "leave the last point out: a period is as many spacings as there are points");
    }
  }

  private static DataException wrong(String found, String remedy) {
    return new DataException("LIEGG-JETS-GRID", "grid", found, remedy);
  }

  private Batch coordinates(JetPoints points, long[] drawn) {
    int width = columns.coordinates().size();
    double[] values = new double[drawn.length * width];
    for (int n = 0; n < drawn.length; n++) {
      int[] place = points.place(drawn[n]);
      for (int axis = 0; axis < width; axis++) {
        values[n * width + axis] = origin.get(axis) + place[axis] * grid.spacing().get(axis);
      }
    }
    return new Batch(drawn.length, width, values);
  }

  /** Derivatives at points, and their errors. */
  private static Batch[] rows(
      GridDerivatives derivatives, JetPoints points, long[] drawn, List<Derivative> wanted) {
    int width = wanted.size();
    double[] values = new double[Math.multiplyExact(drawn.length, width)];
    double[] errors = new double[values.length];
    for (int n = 0; n < drawn.length; n++) {
      int solution = points.solution(drawn[n]);
      int[] place = points.place(drawn[n]);
      for (int i = 0; i < width; i++) {
        GridDerivatives.Estimate found = derivatives.at(solution, place, wanted.get(i));
        values[n * width + i] = found.value();
        errors[n * width + i] = found.error();
      }
    }
    return new Batch[] {
      new Batch(drawn.length, width, values), new Batch(drawn.length, width, errors)
    };
  }
}
