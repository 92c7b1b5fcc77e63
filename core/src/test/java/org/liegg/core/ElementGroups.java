package org.liegg.core;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.liegg.api.Batch;
import org.liegg.api.spi.GroupElement;
import org.liegg.api.spi.TransformationGroup;

/** Small groups of matrices, each on equal blocks of the inputs, and on outputs where asked. */
final class ElementGroups {
  private ElementGroups() {}

  /** C(n), or D(n) with its mirrors, on copies of the plane. */
  static TransformationGroup dihedral(int n, boolean mirrors, int copies) {
    List<GroupElement> elements = new ArrayList<>();
    for (int k = 1; k < n; k++) {
      elements.add(element("turn by %d/%d".formatted(k, n), turn(2 * Math.PI * k / n), false));
    }
    for (int k = 0; mirrors && k < n; k++) {
      double angle = 2 * Math.PI * k / n;
      double[][] mirror = {{Math.cos(angle), Math.sin(angle)}, {Math.sin(angle), -Math.cos(angle)}};
      elements.add(element("mirror %d".formatted(k), mirror, false));
    }
    String name = (mirrors ? "D(%d)^%d" : "C(%d)^%d").formatted(n, copies);
    return new Group(name, 2 * copies, false, elements, elements.size(), true);
  }

  static TransformationGroup parity(int d) {
    double[][] minus = new double[d][d];
    IntStream.range(0, d).forEach(i -> minus[i][i] = -1);
    return new Group("parity", d, false, List.of(element("parity", minus, false)), 1, true);
  }

  /** O(n) or SO(n) by drawn elements; on outputs of n components, or blocks of them, too. */
  static TransformationGroup rotations(int n, boolean reflections, int copies, boolean outputs) {
    SplittableRandom random = new SplittableRandom(5);
    List<GroupElement> elements =
        IntStream.rangeClosed(1, 24)
            .mapToObj(
                i ->
                    element(
                        "drawn %d".formatted(i),
                        orthogonal(n, reflections && i % 2 == 0, random),
                        outputs))
            .toList();
    String name = (reflections ? "O(%d)^%d" : "SO(%d)^%d").formatted(n, copies);
    return new Group(name, n * copies, outputs, elements, 0, false);
  }

  /** S(n) on n blocks of so many inputs, by its neighbours' exchanges and their cycle. */
  static TransformationGroup permutations(int n, int width) {
    List<GroupElement> elements = new ArrayList<>();
    for (int i = 0; i + 1 < n; i++) {
      int[] order = IntStream.range(0, n).toArray();
      order[i] = i + 1;
      order[i + 1] = i;
      elements.add(permutation("exchange %d and %d".formatted(i, i + 1), order, width));
    }
    int[] cycle = IntStream.range(0, n).map(i -> (i + 1) % n).toArray();
    elements.add(permutation("cycle", cycle, width));
    return new Group("S(%d)".formatted(n), n * width, false, elements, n, false);
  }

  /** A group of the elements that are given. */
  static TransformationGroup of(String name, int inputs, GroupElement... elements) {
    return new Group(name, inputs, false, List.of(elements), elements.length, true);
  }

  /** An element that does this to every sample, and loses this of it there and back. */
  static GroupElement lossy(
      String name, UnaryOperator<double[]> there, UnaryOperator<double[]> thereAndBack) {
    return new Mapped(name, there, Optional.of(new Mapped("back", thereAndBack, Optional.empty())));
  }

  private static GroupElement permutation(String name, int[] order, int width) {
    int d = order.length * width;
    double[][] matrix = new double[d][d];
    for (int i = 0; i < d; i++) {
      matrix[i][order[i / width] * width + i % width] = 1;
    }
    return element(name, matrix, false);
  }

  private static double[][] turn(double angle) {
    return new double[][] {{Math.cos(angle), -Math.sin(angle)}, {Math.sin(angle), Math.cos(angle)}};
  }

  /** Gram and Schmidt of normal columns: the invariant measure; the last column sets the sign. */
  private static double[][] orthogonal(int n, boolean reflected, SplittableRandom random) {
    double[][] q = new double[n][];
    for (int i = 0; i < n; i++) {
      q[i] = IntStream.range(0, n).mapToDouble(j -> random.nextGaussian()).toArray();
      for (int k = 0; k < i; k++) {
        double along = dot(q[i], q[k]);
        for (int j = 0; j < n; j++) {
          q[i][j] -= along * q[k][j];
        }
      }
      double norm = Math.sqrt(dot(q[i], q[i]));
      for (int j = 0; j < n; j++) {
        q[i][j] /= norm;
      }
    }
    if (determinant(q) < 0 != reflected) {
      q[n - 1] = Arrays.stream(q[n - 1]).map(value -> -value).toArray();
    }
    return q;
  }

  static double determinant(double[][] m) {
    if (m.length == 1) {
      return m[0][0];
    }
    double sum = 0;
    for (int i = 0; i < m.length; i++) {
      int left = i;
      double[][] minor =
          Arrays.stream(m, 1, m.length)
              .map(
                  row ->
                      IntStream.range(0, row.length)
                          .filter(j -> j != left)
                          .mapToDouble(j -> row[j])
                          .toArray())
              .toArray(double[][]::new);
      sum += (i % 2 == 0 ? 1 : -1) * m[0][i] * determinant(minor);
    }
    return sum;
  }

  private static double dot(double[] left, double[] right) {
    return IntStream.range(0, left.length).mapToDouble(i -> left[i] * right[i]).sum();
  }

  private static GroupElement element(String name, double[][] matrix, boolean outputs) {
    return new Linear(name, matrix, outputs);
  }

  private record Linear(String name, double[][] matrix, boolean movesOutputs)
      implements GroupElement {

    @Override
    public Batch inputs(Batch inputs) {
      return moved(inputs);
    }

    @Override
    public Batch outputs(Batch outputs) {
      return movesOutputs ? moved(outputs) : outputs;
    }

    private Batch moved(Batch batch) {
      double[] values = new double[batch.values().length];
      int n = matrix.length;
      for (int at = 0; at < values.length; at++) {
        int start = at - at % n;
        for (int j = 0; j < n; j++) {
          values[at] += matrix[at % n][j] * batch.values()[start + j];
        }
      }
      return new Batch(batch.rows(), batch.columns(), values);
    }
  }

  private record Mapped(
      String name, UnaryOperator<double[]> map, Optional<GroupElement> thereAndBack)
      implements GroupElement {

    @Override
    public Batch inputs(Batch inputs) {
      double[] values = new double[inputs.values().length];
      for (int n = 0; n < inputs.rows(); n++) {
        double[] moved = map.apply(inputs.slice(n, n + 1).values().clone());
        System.arraycopy(moved, 0, values, n * inputs.columns(), inputs.columns());
      }
      return new Batch(inputs.rows(), inputs.columns(), values);
    }
  }

  private record Group(
      String spec,
      int inputSize,
      boolean equivariant,
      List<GroupElement> list,
      int generators,
      boolean all)
      implements TransformationGroup {

    @Override
    public Optional<BigInteger> order() {
      return all ? Optional.of(BigInteger.valueOf(list.size() + 1L)) : Optional.empty();
    }

    @Override
    public Elements elements(int most, long seed) {
      return new Elements(list, generators, all, all ? "" : "drawn");
    }
  }
}
