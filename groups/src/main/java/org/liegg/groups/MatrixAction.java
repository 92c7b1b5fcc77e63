package org.liegg.groups;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.basic.Independence;
import org.liegg.groups.basic.MatrixFields;
import org.liegg.groups.field.FeatureMap;

/**
 * Makes a linear group type from the matrices of a basis, in one line:
 *
 * <pre>{@code
 * GroupAction shears = MatrixAction.of("shears()", new Matrix(2, 2, new double[] {0, 1, 0, 0}));
 * }</pre>
 */
public final class MatrixAction {

  private MatrixAction() {}

  /**
   * The action {@code v_a(x) = A_a x} on R^n.
   *
   * @param spec how the grammar reads the action, e.g. {@code shears()}: a name, and arguments in
   *     brackets; a provider of that name makes it known there
   * @param basis linearly independent n × n matrices. Scale them to unit Frobenius norm, and choose
   *     them orthogonal, if norms of generators are to compare with those of the built-in types
   * @throws IllegalArgumentException if there is no matrix, one is not n × n or not finite, or the
   *     matrices depend on each other
   */
  public static GroupAction of(String spec, Matrix... basis) {
    return of(spec, List.of(basis));
  }

  /** See {@link #of(String, Matrix...)}. */
  public static GroupAction of(String spec, List<Matrix> basis) {
    return of(
        spec,
        basis,
        IntStream.range(0, basis.size()).mapToObj(a -> "A[%d]".formatted(a + 1)).toList());
  }

  /**
   * The same with names of the fields, which reports show beside their coefficients; without, they
   * are {@code A[1]}, {@code A[2]}, …
   *
   * @param names one for each matrix, no two the same
   * @throws IllegalArgumentException also if there are fewer or more names than matrices, or two
   *     are the same
   */
  public static GroupAction of(String spec, List<Matrix> basis, List<String> names) {
    if (names.size() != basis.size() || Set.copyOf(names).size() != names.size()) {
      throw new IllegalArgumentException(
          "MatrixAction: '%s' has %d matrices, and their names are %s"
              .formatted(spec, basis.size(), names));
    }
    if (!spec.matches("[a-z][a-z0-9-]*\\(.*\\)")) {
      throw new IllegalArgumentException(
          "MatrixAction: '%s' is no action; write a name and brackets, e.g. 'shears()'"
              .formatted(spec));
    }
    if (basis.isEmpty()) {
      throw new IllegalArgumentException("MatrixAction: '%s' has no matrix".formatted(spec));
    }
    int n = basis.get(0).rows();
    MatrixFields fields = new MatrixFields(spec, FeatureMap.LINEAR, n);
    for (int a = 0; a < basis.size(); a++) {
      Matrix matrix = basis.get(a);
      if (n < 1 || matrix.rows() != n || matrix.columns() != n) {
        throw new IllegalArgumentException(
            "MatrixAction: matrix %d of '%s' is %d × %d, the first has %d rows"
                .formatted(a + 1, spec, matrix.rows(), matrix.columns(), n));
      }
      fields.entries(matrix).named(names.get(a));
    }
    requireIndependent(spec, basis);
    return fields.build();
  }

  private static void requireIndependent(String spec, List<Matrix> basis) {
    int rank = Independence.rank(basis.stream().map(Matrix::values).toList());
    if (rank < basis.size()) {
      throw new IllegalArgumentException(
          "MatrixAction: the %d matrices of '%s' are not finite, or span %d dimensions only"
              .formatted(basis.size(), spec, rank));
    }
  }
}
