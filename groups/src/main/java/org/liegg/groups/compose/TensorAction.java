package org.liegg.groups.compose;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.field.ActionLimits;
import org.liegg.groups.field.FeatureMap;
import org.liegg.groups.field.Fit;
import org.liegg.groups.field.SpecAction;

/**
 * A linear group on tensors of its space: A acts on an upper index as A, on a lower one as −Aᵀ, and
 * on a tensor as the sum over its indices (A ⊗ I + I ⊗ A on matrices with two upper ones). Tensors
 * are row-major, upper indices first.
 */
public final class TensorAction extends SpecAction implements FeatureMap.Mapped {
  private final Indices indices;

  /**
   * @param base a linear action on R^n
   * @param upper number of upper indices
   * @param lower number of lower indices
   */
  public TensorAction(GroupAction base, int upper, int lower) {
    this(new Indices(base, upper, lower));
  }

  private TensorAction(Indices indices) {
    super(indices.spec(), indices.fields());
    this.indices = indices;
  }

  /** The action on vectors. */
  GroupAction base() {
    return indices.base;
  }

  /** Another linear group on the same tensors. */
  GroupAction over(GroupAction other) {
    return new TensorAction(other, indices.upper, indices.lower);
  }

  @Override
  public Optional<FeatureMap> featureMap() {
    return Optional.of(FeatureMap.LINEAR);
  }

  @Override
  public Batch features(Batch batch) {
    return Fit.requireColumns(this, batch);
  }

  @Override
  public String fieldName(int a) {
    return base().fieldName(a);
  }

  /** The matrix on vectors: the representation that is easiest to read; for duals, −Aᵀ. */
  @Override
  public Optional<Matrix> matrix(double[] coefficients) {
    Optional<Matrix> matrix = base().matrix(coefficients);
    return indices.dual() ? matrix.map(TensorAction::dual) : matrix;
  }

  private static Matrix dual(Matrix matrix) {
    int n = matrix.rows();
    double[] values = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        values[j * n + i] = -matrix.get(i, j);
      }
    }
    return new Matrix(n, n, values);
  }

  /** The indices of a tensor, and the vectors that they are of. */
  private record Indices(GroupAction base, int upper, int lower) {

    /** One lower index: covectors. */
    boolean dual() {
      return upper == 0 && lower == 1;
    }

    String spec() {
      if (dual()) {
        return "dual(%s)".formatted(base.spec());
      }
      String indices = lower == 0 ? Integer.toString(upper) : upper + "," + lower;
      return "tensor(%s,%s)".formatted(base.spec(), indices);
    }

    FieldBasis fields() {
      String spec = spec();
      if (!FeatureMap.of(base).equals(Optional.of(FeatureMap.LINEAR))) {
        throw new ActionException(
            "LIEGG-ACTION-ARGUMENT",
            "'%s'".formatted(spec),
            "'%s' is not linear".formatted(base.spec()),
            "take tensors of a linear group such as 'gl(3)'");
      }
      if (upper < 0 || lower < 0 || upper + lower < 1) {
        throw new ActionException(
            "LIEGG-ACTION-ARGUMENT",
            "'%s'".formatted(spec),
            "it has no index",
            "ask for at least 1 index, e.g. 'tensor(gl(3),2)'");
      }
      long others = 1;
      for (int slot = 1; slot < upper + lower; slot++) {
        others = ActionLimits.times(others, base.inputSize());
      }
      long size = ActionLimits.times(others, base.inputSize());
      ActionLimits.size(spec, "inputs", size);
      ActionLimits.entries(
          spec,
          base.dimension(),
          ActionLimits.times(others, upper + lower, base.fields().values().length));
      return assemble((int) size);
    }

    private FieldBasis assemble(int size) {
      FieldBasis from = base.fields();
      FieldBasis.Builder basis = FieldBasis.builder(size, size);
      for (int a = 0; a < from.fields(); a++) {
        Map<Long, Double> matrix = new TreeMap<>();
        for (int e = from.offsets()[a]; e < from.offsets()[a + 1]; e++) {
          for (int slot = 0; slot < upper + lower; slot++) {
            addSlot(matrix, size, slot, from.component()[e], from.feature()[e], from.values()[e]);
          }
        }
        matrix.forEach(
            (key, value) -> {
              if (value != 0) {
                basis.entry((int) (key / size), (int) (key % size), value);
              }
            });
        basis.endField();
      }
      return basis.build();
    }

    /** Adds value·E_ij on one index, the identity on the others. */
    private void addSlot(Map<Long, Double> matrix, int size, int slot, int i, int j, double value) {
      int n = base.inputSize();
      boolean covariant = slot >= upper;
      int row = covariant ? j : i;
      int column = covariant ? i : j;
      double signed = covariant ? -value : value;
      int inner = 1;
      for (int s = slot + 1; s < upper + lower; s++) {
        inner *= n;
      }
      int outer = size / inner / n;
      for (int o = 0; o < outer; o++) {
        for (int r = 0; r < inner; r++) {
          long at = (long) o * n * inner + r;
          long key = (at + (long) row * inner) * size + at + (long) column * inner;
          matrix.merge(key, signed, Double::sum);
        }
      }
    }
  }
}
