package org.liegg.tck;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.liegg.api.Batch;
import org.liegg.api.Matrix;
import org.liegg.tck.fixtures.FieldsAction;

/** A correct action, {@code plane(2)}: rotation, dilation and the first translation of R². */
class PlaneAction extends FieldsAction {
  static final String SPEC = "plane(2)";

  PlaneAction() {
    super(
        SPEC,
        basis(
            new double[][] {{0, -1, 0}, {1, 0, 0}},
            new double[][] {{1, 0, 0}, {0, 1, 0}},
            new double[][] {{0, 0, 1}}));
  }

  @Override
  public Batch features(Batch batch) {
    if (batch.columns() != 2) {
      throw new IllegalArgumentException(
          "plane(2): a batch of %d columns".formatted(batch.columns()));
    }
    double[] phi = new double[batch.rows() * 3];
    for (int n = 0; n < batch.rows(); n++) {
      phi[3 * n] = batch.get(n, 0);
      phi[3 * n + 1] = batch.get(n, 1);
      phi[3 * n + 2] = 1;
    }
    return new Batch(batch.rows(), 3, phi);
  }

  @Override
  public String fieldName(int a) {
    return new String[] {"turn", "grow", "move"}[a];
  }

  @Override
  public Optional<Matrix> matrix(double[] c) {
    return Optional.of(new Matrix(3, 3, new double[] {c[1], -c[0], c[2], c[0], c[1], 0, 0, 0, 0}));
  }

  /** The right features, after this was done with them and the samples. */
  static PlaneAction altered(BiConsumer<Batch, Batch> change) {
    return new PlaneAction() {
      @Override
      public Batch features(Batch batch) {
        Batch features = super.features(batch);
        change.accept(batch, features);
        return features;
      }
    };
  }
}
