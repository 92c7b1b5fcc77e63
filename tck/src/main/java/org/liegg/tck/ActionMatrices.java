package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.liegg.api.Batch;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;

/** What {@link GroupAction#matrix} promises, where it gives matrices at all. */
final class ActionMatrices {
  private static final double TOLERANCE = 1e-12;

  private ActionMatrices() {}

  /** Where samples of an action come from. */
  interface Samples {
    Batch of(GroupAction action, int samples, long seed);
  }

  static void requireLinear(GroupAction action) {
    double[] left = ActionProbe.normal(action.dimension(), 21);
    double[] right = ActionProbe.normal(action.dimension(), 22);
    double[] both = new double[left.length];
    Arrays.setAll(both, a -> 2 * left[a] - 3 * right[a]);
    Optional<Matrix> whole = action.matrix(both);
    if (whole.isEmpty()) {
      return;
    }
    double[] expected = action.matrix(left).orElseThrow().values().clone();
    double[] other = action.matrix(right).orElseThrow().values();
    Arrays.setAll(expected, i -> 2 * expected[i] - 3 * other[i]);
    assertThat(whole.get().values())
        .as("matrix(2c − 3d) of %s (seeds 21, 22)", action.spec())
        .containsExactly(expected, within(TOLERANCE));
  }

  /** The matrices of the basis are linearly independent: Gram–Schmidt leaves something of each. */
  static void requireFaithful(GroupAction action) {
    List<double[]> orthogonal = new ArrayList<>();
    for (int a = 0; a < action.dimension(); a++) {
      double[] unit = new double[action.dimension()];
      unit[a] = 1;
      Optional<Matrix> matrix = action.matrix(unit);
      if (matrix.isEmpty()) {
        return;
      }
      double[] rest = matrix.get().values().clone();
      double norm = Math.sqrt(dot(rest, rest));
      for (double[] before : orthogonal) {
        double share = dot(rest, before);
        Arrays.setAll(rest, i -> rest[i] - share * before[i]);
      }
      double left = Math.sqrt(dot(rest, rest));
      assertThat(left)
          .as("matrix of field %d of %s, less those before it", a, action.spec())
          .isGreaterThan(1e-9 * norm);
      Arrays.setAll(rest, i -> rest[i] / left);
      orthogonal.add(rest);
    }
  }

  /** The coefficients of an element that a matrix is of; empty where it is of none. */
  static Optional<double[]> coefficients(GroupAction action, Matrix matrix) {
    int m = action.dimension();
    double[][] orthonormal = new double[m][];
    double[][] combinations = new double[m][];
    for (int a = 0; a < m; a++) {
      double[] c = new double[m];
      c[a] = 1;
      double[] rest = action.matrix(c).orElseThrow().values().clone();
      for (int b = 0; b < a; b++) {
        subtract(rest, c, dot(rest, orthonormal[b]), orthonormal[b], combinations[b]);
      }
      double norm = Math.sqrt(dot(rest, rest));
      Arrays.setAll(rest, i -> rest[i] / norm);
      Arrays.setAll(c, i -> c[i] / norm);
      orthonormal[a] = rest;
      combinations[a] = c;
    }
    double[] rest = matrix.values().clone();
    double norm = Math.sqrt(dot(rest, rest));
    double[] negative = new double[m];
    for (int a = 0; a < m; a++) {
      subtract(rest, negative, dot(rest, orthonormal[a]), orthonormal[a], combinations[a]);
    }
    Arrays.setAll(negative, i -> -negative[i]);
    return Math.sqrt(dot(rest, rest)) <= 1e-9 * (1 + norm)
        ? Optional.of(negative)
        : Optional.empty();
  }

  private static void subtract(
      double[] rest, double[] c, double share, double[] unit, double[] combination) {
    Arrays.setAll(rest, i -> rest[i] - share * unit[i]);
    Arrays.setAll(c, i -> c[i] - share * combination[i]);
  }

  /**
   * A sum's matrix is block diagonal in its terms'; a term's n × n matrix acts on every copy as the
   * field does, an (n + 1) × (n + 1) one on homogeneous coordinates. Other representations are not
   * looked into. One element of an equivariance has the matrix it has on the input, two that are
   * free of each other are blocks.
   */
  static void requireActs(
      GroupAction action, Function<String, GroupAction> parse, Samples samples) {
    double[] coefficients = ActionProbe.normal(action.dimension(), 23);
    Optional<Matrix> matrix = action.matrix(coefficients);
    if (matrix.isEmpty()) {
      return;
    }
    assertThat(matrix.get().rows())
        .as("rows and columns of the matrix of %s", action.spec())
        .isEqualTo(matrix.get().columns());
    if (action.outputSize() > 0) {
      requireSides(action, coefficients, matrix.get(), parse);
      return;
    }
    List<String> terms = Specs.terms(action.spec());
    if (terms.size() > 1) {
      requireBlockDiagonal(action, coefficients, matrix.get(), terms.stream().map(parse).toList());
      return;
    }
    int block = action.inputSize() / Specs.copies(action.spec());
    int size = matrix.get().rows();
    if (size == block || size == block + 1) {
      Batch batch = samples.of(action, 4, 24);
      assertThat(apply(matrix.get(), batch, block))
          .as("matrix(c)·x of %s (seeds 23, 24)", action.spec())
          .containsExactly(ActionProbe.field(action, coefficients, batch), within(TOLERANCE));
    }
    if (size == block + 1) {
      assertThat(Arrays.copyOfRange(matrix.get().values(), block * size, size * size))
          .as("last row of the homogeneous matrix of %s", action.spec())
          .containsOnly(0);
    }
  }

  private static void requireSides(
      GroupAction action,
      double[] coefficients,
      Matrix matrix,
      Function<String, GroupAction> parse) {
    int arrow = action.spec().indexOf("->");
    if (arrow < 0) {
      return;
    }
    GroupAction input = parse.apply(action.spec().substring(0, arrow).trim());
    List<GroupAction> sides =
        input.dimension() == action.dimension()
            ? List.of(input)
            : List.of(input, parse.apply(action.spec().substring(arrow + 2).trim()));
    requireBlockDiagonal(action, coefficients, matrix, sides);
  }

  private static void requireBlockDiagonal(
      GroupAction action, double[] coefficients, Matrix whole, List<GroupAction> terms) {
    double[] expected = new double[whole.values().length];
    int field = 0;
    int at = 0;
    for (GroupAction term : terms) {
      double[] own = Arrays.copyOfRange(coefficients, field, field + term.dimension());
      Matrix block = term.matrix(own).orElseThrow();
      assertThat(at + block.rows())
          .as("size of the matrix of %s, of its terms so far at most", action.spec())
          .isLessThanOrEqualTo(whole.rows());
      for (int i = 0; i < block.rows(); i++) {
        System.arraycopy(
            block.values(),
            i * block.columns(),
            expected,
            (at + i) * whole.columns() + at,
            block.columns());
      }
      field += term.dimension();
      at += block.rows();
    }
    assertThat(whole.values())
        .as("matrix of %s, block diagonal in its terms (seed 23)", action.spec())
        .containsExactly(expected, within(TOLERANCE));
  }

  private static double[] apply(Matrix matrix, Batch batch, int block) {
    double[] values = new double[batch.values().length];
    for (int at = 0; at < values.length; at += block) {
      for (int i = 0; i < block; i++) {
        double sum = matrix.columns() > block ? matrix.get(i, block) : 0;
        for (int j = 0; j < block; j++) {
          sum += matrix.get(i, j) * batch.values()[at + j];
        }
        values[at + i] = sum;
      }
    }
    return values;
  }

  private static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }
}
