package org.liegg.tck;

import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.Matrix;
import org.liegg.tck.fixtures.FieldsAction;

/** A correct action that is closed under brackets, {@code line(1)}: affine maps of the line. */
class LineAction extends FieldsAction {
  LineAction() {
    super("line(1)", basis(new double[][] {{1, 0}}, new double[][] {{0, 1}}));
  }

  @Override
  public Batch features(Batch batch) {
    if (batch.columns() != 1) {
      throw new IllegalArgumentException("line(1): a batch of %d".formatted(batch.columns()));
    }
    double[] phi = new double[2 * batch.rows()];
    for (int n = 0; n < batch.rows(); n++) {
      phi[2 * n] = batch.values()[n];
      phi[2 * n + 1] = 1;
    }
    return new Batch(batch.rows(), 2, phi);
  }

  @Override
  public String fieldName(int a) {
    return a == 0 ? "grow" : "move";
  }

  @Override
  public Optional<Matrix> matrix(double[] c) {
    return Optional.of(new Matrix(2, 2, new double[] {c[0], c[1], 0, 0}));
  }
}
