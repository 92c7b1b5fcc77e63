package org.liegg.linalg.lobpcg;

import java.util.Optional;
import org.liegg.blas.DenseKernel;
import org.liegg.blas.Store;
import org.liegg.blas.View;
import org.liegg.linalg.factors.NormalOperator;

/** {@code EᵀE h = σ² h} in the coefficients themselves. */
final class PlainPencil implements Pencil {
  private final NormalOperator operator;
  private final int together;
  private final Optional<FieldMap> map;
  private final Optional<Preconditioner> preconditioner;
  private final int order;
  private final Store matrices;
  private final Store images;

  /** Makes directions to search from residuals, in coefficients. */
  interface Preconditioner {

    /** As {@link Pencil#precondition}. */
    void apply(double[] residuals, double[] values);
  }

  /**
   * @param map from coefficients to what the operator takes; empty where that is the same
   */
  PlainPencil(
      NormalOperator operator,
      Optional<FieldMap> map,
      Optional<Preconditioner> preconditioner,
      DenseKernel kernel) {
    this.operator = operator;
    together = operator.together();
    this.map = map;
    this.preconditioner = preconditioner;
    order = map.map(present -> present.basis().fields()).orElse(operator.width());
    long room = map.isPresent() ? (long) together * operator.width() : 0;
    matrices = kernel.store(room);
    images = kernel.store(room);
  }

  @Override
  public int order() {
    return order;
  }

  @Override
  public double[] image(View x, View y) {
    if (map.isEmpty()) {
      return operator.apply(x, y);
    }
    int size = operator.width();
    double[] squares = new double[x.rows()];
    double[] spread = new double[Math.min(together, x.rows()) * size];
    for (int from = 0; from < x.rows(); from += together) {
      int count = Math.min(together, x.rows() - from);
      double[] coefficients = x.rows(from, count).toArray();
      map.get().toMatrices(coefficients, count, spread);
      matrices.put(0, spread, 0, count * size);
      View image = images.view(0, count, size);
      double[] some = operator.apply(matrices.view(0, count, size), image);
      System.arraycopy(some, 0, squares, from, count);
      image.get(spread);
      map.get().toCoefficients(spread, count, coefficients);
      y.rows(from, count).put(coefficients);
    }
    return squares;
  }

  @Override
  public void precondition(double[] residuals, double[] values) {
    preconditioner.ifPresent(present -> present.apply(residuals, values));
  }

  @Override
  public Optional<FactoredRows> rows() {
    return map.flatMap(
        fields ->
            operator
                .rows()
                .map(
                    factors ->
                        new FactoredRows(
                            factors, (matrices, rows) -> coefficients(fields, matrices, rows))));
  }

  private void coefficients(FieldMap fields, View matrices, View rows) {
    double[] coefficients = new double[rows.rows() * order];
    fields.toCoefficients(matrices.toArray(), rows.rows(), coefficients);
    rows.put(coefficients);
  }

  @Override
  public void close() {
    matrices.close();
    images.close();
  }
}
