package org.liegg.groups;

import java.util.List;
import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.Monomials;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.GroupActionProvider;
import org.liegg.tck.fixtures.FieldsAction;

/**
 * A type that a user might add, {@code parabola(…)}: the fields ∂_x, x ∂_y and x² ∂_y of the plane,
 * with features (1, x, x²) and no matrix.
 */
class ParabolaProvider implements GroupActionProvider {

  @Override
  public String name() {
    return "parabola";
  }

  @Override
  public Availability availability() {
    return new Availability.Available("1", "");
  }

  @Override
  public String usage() {
    return "parabola(): shears of the plane along parabolas";
  }

  @Override
  public GroupAction parse(List<String> arguments) {
    if (!arguments.isEmpty()) {
      throw new IllegalArgumentException("parabola takes no argument");
    }
    return new Parabola();
  }

  private static final class Parabola extends FieldsAction {
    Parabola() {
      super(
          "parabola()",
          basis(
              new double[][] {{1, 0, 0}, {}},
              new double[][] {{}, {0, 1, 0}},
              new double[][] {{}, {0, 0, 1}}));
    }

    @Override
    public Batch features(Batch batch) {
      if (batch.columns() != 2) {
        throw new IllegalArgumentException("parabola(): %d columns".formatted(batch.columns()));
      }
      double[] phi = new double[3 * batch.rows()];
      for (int n = 0; n < batch.rows(); n++) {
        double x = batch.get(n, 0);
        phi[3 * n] = 1;
        phi[3 * n + 1] = x;
        phi[3 * n + 2] = x * x;
      }
      return new Batch(batch.rows(), 3, phi);
    }

    @Override
    public Optional<Monomials> monomials() {
      return Optional.of(
          new Monomials(2, List.of(new int[] {0, 0}, new int[] {1, 0}, new int[] {2, 0})));
    }

    @Override
    public String fieldName(int a) {
      return "P[" + a + "]";
    }
  }
}
