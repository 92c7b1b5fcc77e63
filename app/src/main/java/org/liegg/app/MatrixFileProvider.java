package org.liegg.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.Dataset;
import org.liegg.api.Matrix;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.FiniteGroupProvider;
import org.liegg.api.spi.TransformationGroup;
import org.liegg.data.Datasets;
import org.liegg.groups.Groups;

/** Names {@link Groups#matrices} of a file in the grammar: {@code matrix:turn.npy}. */
public final class MatrixFileProvider implements FiniteGroupProvider {
  private static final String USAGE =
      "matrix:FILE.npy: the group that a matrix n × n generates, or several, k × n × n";

  /** Numbers that are read: of what is moved by whole matrices. */
  private static final int LARGEST = 1 << 24;

  /** For {@link java.util.ServiceLoader}. */
  public MatrixFileProvider() {}

  @Override
  public String name() {
    return "matrix";
  }

  @Override
  public String usage() {
    return USAGE;
  }

  @Override
  public Availability availability() {
    String version = MatrixFileProvider.class.getPackage().getImplementationVersion();
    return new Availability.Available(version == null ? "dev" : version, "");
  }

  /**
   * Reads the file.
   *
   * @throws org.liegg.api.DataException if it cannot be read
   */
  @Override
  public TransformationGroup parse(List<String> arguments) {
    if (arguments.size() != 1) {
      throw wrong(String.join(",", arguments), "it takes the name of one file");
    }
    String file = arguments.get(0);
    return Groups.matrices("matrix:" + file, matrices(file, Datasets.open(path(file))));
  }

  private static Path path(String file) {
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw wrong(file, "that is no name of a file");
    }
  }

  private static List<Matrix> matrices(String file, Dataset data) {
    List<Integer> shape = data.sampleShape();
    int side = shape.get(0);
    List<double[]> rows = rows(file, data);
    boolean one = shape.size() == 1 && rows.size() == side;
    boolean several = shape.size() == 2 && shape.get(1) == side && !rows.isEmpty();
    if (!one && !several) {
      throw wrong(
          file,
          "it holds an array of %d × %s"
              .formatted(
                  rows.size(),
                  shape.stream().map(String::valueOf).collect(Collectors.joining(" × "))));
    }
    double[] values = rows.stream().flatMapToDouble(Arrays::stream).toArray();
    List<Matrix> matrices = new ArrayList<>();
    for (int from = 0; from < values.length; from += side * side) {
      matrices.add(new Matrix(side, side, Arrays.copyOfRange(values, from, from + side * side)));
    }
    return matrices;
  }

  private static List<double[]> rows(String file, Dataset data) {
    List<double[]> rows = new ArrayList<>();
    try (BatchStream batches = data.batches(1)) {
      for (Optional<Batch> batch = batches.next(); batch.isPresent(); batch = batches.next()) {
        rows.add(batch.get().values());
        if ((long) rows.size() * data.columns() > LARGEST) {
          throw wrong(file, "it holds more than %d numbers".formatted(LARGEST));
        }
      }
    }
    return rows;
  }

  private static ActionException wrong(String file, String found) {
    return new ActionException(
        "LIEGG-ACTION-ARGUMENT", "'matrix:%s'".formatted(file), found, "write " + USAGE);
  }
}
