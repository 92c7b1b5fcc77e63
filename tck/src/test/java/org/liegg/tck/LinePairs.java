package org.liegg.tck;

import java.util.Optional;
import java.util.function.BiFunction;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.Matrix;
import org.liegg.api.Polarization;
import org.liegg.tck.fixtures.FieldsAction;

/**
 * A correct equivariance, {@code line(1)->same(shear(2))}: x ↦ gx + b on the line, (p, q) ↦ (gp +
 * bq, q) on the plane.
 */
class LinePairs extends FieldsAction {
  LinePairs() {
    this(1);
  }

  /**
   * @param growth of p under g, which is 1 in a representation
   */
  LinePairs(double growth) {
    super(
        "line(1)->same(shear(2))",
        basis(
            new double[][] {{1, 0, 0, 0}, {0, 0, growth, 0}, {}},
            new double[][] {{0, 1, 0, 0}, {0, 0, 0, 1}}));
  }

  @Override
  public int inputSize() {
    return 1;
  }

  @Override
  public int outputSize() {
    return 2;
  }

  @Override
  public Batch features(Batch batch) {
    return new LineAction().features(batch);
  }

  @Override
  public String fieldName(int a) {
    return a == 0 ? "grow" : "move";
  }

  @Override
  public Optional<Matrix> matrix(double[] c) {
    return new LineAction().matrix(c);
  }

  @Override
  public Polarization polarize(Batch batch, Jacobians jacobians) {
    if (jacobians.inputs() != 1) {
      throw new IllegalArgumentException("a model of " + jacobians.inputs() + " inputs");
    }
    Batch phi = features(batch);
    int samples = batch.rows();
    double[] both = new double[4 * samples];
    double[] extended = new double[6 * samples];
    for (int n = 0; n < samples; n++) {
      System.arraycopy(phi.values(), 2 * n, both, 4 * n, 2);
      System.arraycopy(jacobians.responses(), 2 * n, both, 4 * n + 2, 2);
      for (int o = 0; o < 2; o++) {
        extended[6 * n + 3 * o] = jacobians.get(n, o, 0);
        extended[6 * n + 3 * o + 1 + o] = -1;
      }
    }
    return new Polarization(
        fields(),
        new Batch(samples, 4, both),
        new Jacobians(samples, 2, 3, extended, jacobians.responses()),
        2);
  }

  /** The right rows, changed. */
  static LinePairs altered(BiFunction<Batch, Polarization, Polarization> change) {
    return new LinePairs() {
      @Override
      public Polarization polarize(Batch batch, Jacobians jacobians) {
        return change.apply(batch, super.polarize(batch, jacobians));
      }
    };
  }
}
