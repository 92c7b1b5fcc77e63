package org.liegg.app.jets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.liegg.api.Batch;
import org.liegg.api.DataException;
import org.liegg.api.Dataset;
import org.liegg.core.jets.Grid;
import org.liegg.core.jets.GridJets;
import org.liegg.core.jets.JetTable;
import org.liegg.data.Datasets;
import org.liegg.groups.JetColumns;

/**
 * Which jets are taken of a grid, and how.
 *
 * @param layout what the axes of the grid are
 * @param equation the equation whose jets they are
 * @param way how derivatives are taken
 * @param samples how many rows at most, ≥ 1; points are drawn by chance
 * @param seed by which
 */
public record JetWish(Layout layout, Equation equation, GridJets.Way way, int samples, long seed) {
  /** Values of a grid that is held. */
  private static final long MOST = 1L << 27;

  /**
   * @throws IllegalArgumentException if there is no space to be periodic along
   */
  public JetWish {
    Layout.require(
        way != GridJets.Way.SPECTRAL || !layout.motion(),
        "derivatives is spectral, and there is no space along which functions are periodic");
  }

  /**
   * What the axes are: solutions, where there are more than one, time, space, and unknown
   * functions, where there are more than one or there is no space.
   *
   * @param spacing between neighbours along time and each axis of space, which says how many there
   *     are: 1 to 4
   * @param origin the coordinates of the first point, as many
   * @param fields how many unknown functions; where it is empty one, or without space the length of
   *     the last axis
   */
  public record Layout(List<Double> spacing, List<Double> origin, OptionalInt fields) {
    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if they are not 1 to 4 and as many as each other, or a
     *     spacing is not positive, or an origin not finite
     */
    public Layout {
      spacing = List.copyOf(spacing);
      origin = List.copyOf(origin);
      require(
          !spacing.isEmpty() && spacing.size() <= 4,
          "spacing has %d numbers, one for time and one for each axis of space, up to 3"
              .formatted(spacing.size()));
      require(
          spacing.stream().allMatch(h -> h > 0 && !h.isInfinite()),
          "spacing is %s: every one is above 0".formatted(spacing));
      require(
          origin.size() == spacing.size() && origin.stream().allMatch(Double::isFinite),
          "origin is %s: it takes as many numbers as --spacing, %d"
              .formatted(origin, spacing.size()));
      require(
          fields.isEmpty() || fields.getAsInt() > 0,
          "fields is %d: at least 1".formatted(fields.orElse(0)));
    }

    /** From 0 on, with the usual number of unknown functions. */
    public static Layout of(double... spacing) {
      List<Double> all = Arrays.stream(spacing).boxed().toList();
      return new Layout(all, all.stream().map(h -> 0.0).toList(), OptionalInt.empty());
    }

    /** Whether there is time alone. */
    boolean motion() {
      return spacing.size() == 1;
    }

    private static void require(boolean valid, String otherwise) {
      if (!valid) {
        throw new IllegalArgumentException(otherwise);
      }
    }
  }

  /**
   * An equation {@code ∂ₜᵐ u = F}; without space one of a motion, written as a system of first
   * order.
   *
   * @param order the highest derivative that F takes; of a motion, the order of its equation
   * @param time m; of a motion 1
   */
  public record Equation(int order, int time) {}

  /**
   * Takes the jets.
   *
   * @param data the grid, its first axis being what counts samples elsewhere
   * @throws org.liegg.api.ActionException {@code LIEGG-ACTION-ARGUMENT} if there is no {@code jet}
   *     of such an equation
   * @throws DataException {@code LIEGG-JETS-GRID} if the axes are others or too short, or for
   *     whatever is wrong with the file
   */
  public JetTable of(Dataset data) {
    int space = layout.spacing().size() - 1;
    JetColumns columns =
        layout.motion()
            ? motion(data)
            : JetColumns.of(equation.order(), space, layout.fields().orElse(1), equation.time());
    Grid grid = grid(data, columns.outputs().size());
    return new GridJets(grid, columns, layout.origin(), way).table(samples, seed);
  }

  private JetColumns motion(Dataset data) {
    List<Integer> shape = data.sampleShape();
    if (equation.order() < 1 || equation.order() > 8 || equation.time() != 1) {
      throw wrong(
          data,
          "a motion of order %d with time=%d".formatted(equation.order(), equation.time()),
          "take an --order from 1 to 8 and leave --time out, or say a spacing for space, too");
    }
    return JetColumns.ofMotion(equation.order(), shape.get(shape.size() - 1));
  }

  private Grid grid(Dataset data, int outputs) {
    int axes = layout.spacing().size();
    int fields = layout.motion() ? outputs / equation.order() : outputs;
    long count = data.samples().orElse(0);
    if (Math.multiplyHigh(count, data.columns()) != 0 || count * data.columns() > MOST) {
      throw wrong(
          data,
          "it has %d times %d values".formatted(count, data.columns()),
          "give at most %d, of a shorter time or every other point".formatted(MOST));
    }
    Batch values = Datasets.read(data, Integer.MAX_VALUE);
    List<Integer> shape = new ArrayList<>(List.of(values.rows()));
    shape.addAll(data.sampleShape());
    boolean last = layout.motion() || fields > 1;
    int expected = axes + (last ? 1 : 0);
    boolean several = shape.size() == expected + 1;
    boolean right =
        (several || shape.size() == expected)
            && (!last || shape.get(shape.size() - 1) == fields)
            && (!layout.motion() || layout.fields().orElse(fields) == fields);
    if (!right) {
      throw wrong(
          data,
          "its shape is %s, and %s was expected"
              .formatted(
                  shape.stream().map(Object::toString).collect(Collectors.joining(" × ", "(", ")")),
                  expected(axes, last ? layout.fields().orElse(fields) : 1)),
          "say one spacing for time and each axis of space with --spacing, and how many unknown"
              + " functions there are with --fields");
    }
    int first = several ? 1 : 0;
    return new Grid(
        several ? shape.get(0) : 1,
        shape.subList(first, first + axes),
        layout.spacing(),
        fields,
        values.values());
  }

  private String expected(int axes, int fields) {
    List<String> names = List.of("time", "x", "y", "z").subList(0, axes);
    String text = String.join(" × ", names);
    String behind = layout.motion() ? " × states" : fields > 1 ? " × " + fields : "";
    return "%s%s, or solutions × %s%s".formatted(text, behind, text, behind);
  }

  private static DataException wrong(Dataset data, String found, String remedy) {
    return new DataException("LIEGG-JETS-GRID", "grid " + data.name(), found, remedy);
  }
}
