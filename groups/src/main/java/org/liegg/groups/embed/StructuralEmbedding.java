package org.liegg.groups.embed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.field.FeatureMap;

/**
 * The exact comparison of at most affine fields: both sides are sparse matrices [A | b] over the
 * homogeneous coordinates, and the candidates' are orthogonal, so {@code c_ra = ⟨A_r, A_a⟩ / ⟨A_a,
 * A_a⟩}.
 */
public final class StructuralEmbedding {
  private static final double ORTHOGONAL = 1e-13;

  private StructuralEmbedding() {}

  /** An entry of a candidate's matrix. */
  private record Entry(int field, double value) {}

  /** Empty where a side is not at most affine, or the candidates are not orthogonal. */
  public static Optional<Embedding> of(GroupAction reference, GroupAction candidates) {
    Optional<FeatureMap> from = FeatureMap.of(reference);
    Optional<FeatureMap> to = FeatureMap.of(candidates);
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    Map<Long, List<Entry>> index = index(candidates.fields(), to.get());
    double[] squares = squares(candidates.fields());
    if (!areOrthogonal(index, squares)) {
      return Optional.empty();
    }
    return Optional.of(
        project(reference.fields(), from.get(), candidates.fields(), to.get(), index, squares));
  }

  private static Embedding project(
      FieldBasis reference,
      FeatureMap from,
      FieldBasis candidates,
      FeatureMap to,
      Map<Long, List<Entry>> index,
      double[] squares) {
    int columns = candidates.fields();
    double[] coefficients = new double[reference.fields() * columns];
    double[] residuals = new double[reference.fields()];
    for (int r = 0; r < reference.fields(); r++) {
      Map<Long, Double> field = field(reference, from, r);
      Map<Integer, Double> products = new HashMap<>();
      field.forEach(
          (key, value) -> {
            for (Entry entry : index.getOrDefault(key, List.of())) {
              products.merge(entry.field(), value * entry.value(), Double::sum);
            }
          });
      Map<Long, Double> rest = new HashMap<>(field);
      for (Map.Entry<Integer, Double> product : products.entrySet()) {
        int a = product.getKey();
        double c = product.getValue() / squares[a];
        coefficients[r * columns + a] = c;
        field(candidates, to, a).forEach((key, value) -> rest.merge(key, -c * value, Double::sum));
      }
      residuals[r] = norm(rest) / norm(field);
    }
    return new Embedding(new Matrix(reference.fields(), columns, coefficients), residuals);
  }

  private static Map<Long, List<Entry>> index(FieldBasis basis, FeatureMap map) {
    Map<Long, List<Entry>> index = new HashMap<>();
    for (int a = 0; a < basis.fields(); a++) {
      for (int e = basis.offsets()[a]; e < basis.offsets()[a + 1]; e++) {
        index
            .computeIfAbsent(key(basis, map, e), key -> new ArrayList<>(1))
            .add(new Entry(a, basis.values()[e]));
      }
    }
    return index;
  }

  private static boolean areOrthogonal(Map<Long, List<Entry>> index, double[] squares) {
    Map<Long, Double> products = new HashMap<>();
    for (List<Entry> entries : index.values()) {
      for (Entry left : entries) {
        for (Entry right : entries) {
          if (left.field() < right.field()) {
            long pair = (long) left.field() * squares.length + right.field();
            products.merge(pair, left.value() * right.value(), Double::sum);
          }
        }
      }
    }
    return products.entrySet().stream()
        .allMatch(
            product -> {
              double left = squares[(int) (product.getKey() / squares.length)];
              double right = squares[(int) (product.getKey() % squares.length)];
              return Math.abs(product.getValue()) <= ORTHOGONAL * Math.sqrt(left * right);
            });
  }

  private static double[] squares(FieldBasis basis) {
    double[] squares = new double[basis.fields()];
    for (int a = 0; a < basis.fields(); a++) {
      for (int e = basis.offsets()[a]; e < basis.offsets()[a + 1]; e++) {
        squares[a] += basis.values()[e] * basis.values()[e];
      }
    }
    return squares;
  }

  private static Map<Long, Double> field(FieldBasis basis, FeatureMap map, int a) {
    Map<Long, Double> field = new HashMap<>();
    for (int e = basis.offsets()[a]; e < basis.offsets()[a + 1]; e++) {
      field.merge(key(basis, map, e), basis.values()[e], Double::sum);
    }
    return field;
  }

  private static long key(FieldBasis basis, FeatureMap map, int entry) {
    int inputs = basis.components();
    return basis.component()[entry] * (inputs + 1L)
        + map.homogeneous(basis.feature()[entry], inputs);
  }

  private static double norm(Map<Long, Double> entries) {
    return Math.sqrt(entries.values().stream().mapToDouble(value -> value * value).sum());
  }
}
