package org.liegg.app.generators;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.Dataset;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;

/**
 * Generators as arrays of other software: m × n × n matrices A, fields Ax, as of LieGG and LieGAN;
 * m × n × (n + 1) homogeneous ones [A | b]; m × n × C(n + 2, 2) coefficients of the monomials 1,
 * x1, …, xn, x1², x1 x2, …, by degree and then lexicographically.
 */
final class GeneratorArrays {
  private static final int LARGEST = 1 << 22;

  private GeneratorArrays() {}

  /** The span of the generators, by the name of the file. */
  static GroupAction of(String spec, Dataset data) {
    List<Integer> shape = data.sampleShape();
    if (shape.size() != 2) {
      throw wrong(spec, "it holds an array of %s".formatted(text(shape)));
    }
    int n = shape.get(0);
    int features = shape.get(1);
    GroupAction whole = candidates(spec, n, features, shape);
    return Spans.of(spec, whole, rows(spec, data));
  }

  private static GroupAction candidates(String spec, int n, int features, List<Integer> shape) {
    if (features == n) {
      return Actions.gl(n);
    }
    if (features == n + 1) {
      return Actions.aff(n);
    }
    if (features == (n + 1) * (n + 2) / 2) {
      return Actions.poly(n, 2);
    }
    throw wrong(spec, "it holds an array of %s".formatted(text(shape)));
  }

  private static String text(List<Integer> shape) {
    return "m × " + shape.stream().map(String::valueOf).collect(Collectors.joining(" × "));
  }

  private static Matrix rows(String spec, Dataset data) {
    List<double[]> rows = new ArrayList<>();
    try (BatchStream batches = data.batches(1)) {
      for (Optional<Batch> batch = batches.next(); batch.isPresent(); batch = batches.next()) {
        rows.add(batch.get().values().clone());
        if ((long) rows.size() * data.columns() > LARGEST) {
          throw wrong(spec, "it holds more than %d numbers".formatted(LARGEST));
        }
      }
    }
    int columns = data.columns();
    double[] values = new double[rows.size() * columns];
    IntStream.range(0, rows.size())
        .forEach(r -> System.arraycopy(rows.get(r), 0, values, r * columns, columns));
    return new Matrix(rows.size(), columns, values);
  }

  private static ActionException wrong(String spec, String found) {
    return new ActionException(
        "LIEGG-ACTION-ARGUMENT",
        "'%s'".formatted(spec),
        found,
        "give an array of generators × inputs × features: as many features as inputs for matrices,"
            + " one more for affine ones, or all monomials up to degree 2");
  }
}
