package org.liegg.groups.element;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.liegg.api.Batch;
import org.liegg.api.Matrix;
import org.liegg.api.NumericalException;
import org.liegg.api.spi.GroupElement;

/**
 * x ↦ Ax + b on R^n, the same on each block of n where there are several.
 *
 * @param name how reports call it
 * @param linear A, n × n
 * @param shift b, n
 */
public record AffineElement(String name, Matrix linear, double[] shift) implements GroupElement {

  /**
   * @throws IllegalArgumentException if the sizes do not fit each other
   */
  public AffineElement {
    if (linear.rows() != linear.columns() || linear.rows() != shift.length) {
      throw new IllegalArgumentException(
          "a map of %d × %d with a shift of %d"
              .formatted(linear.rows(), linear.columns(), shift.length));
    }
  }

  /** A linear map. */
  public static AffineElement linear(String name, Matrix matrix) {
    return new AffineElement(name, matrix, new double[matrix.rows()]);
  }

  /** The sign of the determinant: −1 of what reflects. */
  double sign() {
    return Math.signum(CommonOps_DDRM.det(DMatrixRMaj.wrap(size(), size(), linear.values())));
  }

  private int size() {
    return shift.length;
  }

  @Override
  public Batch inputs(Batch inputs) {
    return moved(inputs, linear.values(), shift);
  }

  @Override
  public Optional<Batch> represented(String representation, Batch batch) {
    return switch (representation) {
      case Representations.SAME -> Optional.of(inputs(batch));
      case Representations.VECTOR -> Optional.of(moved(batch, linear.values(), new double[size()]));
      case Representations.PSEUDOVECTOR ->
          Optional.of(moved(batch, times(linear.values(), sign()), new double[size()]));
      case Representations.PSEUDOSCALAR ->
          Optional.of(new Batch(batch.rows(), batch.columns(), times(batch.values(), sign())));
      default -> Optional.empty();
    };
  }

  private Batch moved(Batch batch, double[] matrix, double[] by) {
    return Blocks.each(batch, size(), name, rows -> product(rows, matrix, by));
  }

  private Batch product(Batch rows, double[] matrix, double[] by) {
    int n = size();
    double[] from = rows.values();
    double[] to = new double[from.length];
    for (int row = 0; row < from.length; row += n) {
      for (int i = 0; i < n; i++) {
        double sum = by[i];
        for (int j = 0; j < n; j++) {
          sum += matrix[i * n + j] * from[row + j];
        }
        if (!Double.isFinite(sum)) {
          throw new NumericalException(
              "LIEGG-FLOW-OVERFLOW",
              "element " + name,
              "a sample does not fit double precision",
              "give samples of smaller size");
        }
        to[row + i] = sum;
      }
    }
    return new Batch(rows.rows(), n, to);
  }

  private static double[] times(double[] values, double factor) {
    double[] scaled = values.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factor;
    }
    return scaled;
  }
}
