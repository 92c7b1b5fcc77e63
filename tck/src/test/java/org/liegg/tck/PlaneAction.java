package org.liegg.tck;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;

/** A correct action, {@code plane(2)}: rotation, dilation and the first translation of R². */
class PlaneAction implements GroupAction {
  static final String SPEC = "plane(2)";

  private final FieldBasis fields =
      FieldBasis.builder(2, 3)
          .entry(0, 1, -1)
          .entry(1, 0, 1)
          .endField()
          .entry(0, 0, 1)
          .entry(1, 1, 1)
          .endField()
          .entry(0, 2, 1)
          .endField()
          .build();

  @Override
  public String spec() {
    return SPEC;
  }

  @Override
  public int inputSize() {
    return 2;
  }

  @Override
  public FieldBasis fields() {
    return fields;
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
