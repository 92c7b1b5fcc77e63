package org.liegg.groups.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which fields are no combination of those before them: Gaussian elimination on the coefficients of
 * their monomials, every field by the largest coefficient that is left of it.
 */
final class IndependentFields {
  /** What is left of a field may be this large a part of it by rounding. */
  private static final double RELATIVE = 1e-10;

  private final List<Map<PolynomialField.Term, Double>> rows = new ArrayList<>();
  private final List<PolynomialField.Term> pivots = new ArrayList<>();

  private IndependentFields() {}

  /** The fields without those that depend on the ones before them, in their order. */
  static List<PolynomialField> of(List<PolynomialField> fields) {
    IndependentFields before = new IndependentFields();
    return fields.stream().filter(before::add).toList();
  }

  private boolean add(PolynomialField field) {
    Map<PolynomialField.Term, Double> rest = new HashMap<>(field.terms());
    double size = largest(rest);
    for (int r = 0; r < rows.size(); r++) {
      Double share = rest.get(pivots.get(r));
      if (share != null) {
        rows.get(r).forEach((term, value) -> rest.merge(term, -share * value, Double::sum));
        rest.remove(pivots.get(r));
      }
    }
    double left = largest(rest);
    if (!(left > RELATIVE * size)) {
      return false;
    }
    rest.values().removeIf(value -> Math.abs(value) <= RELATIVE * size);
    Map.Entry<PolynomialField.Term, Double> pivot =
        rest.entrySet().stream()
            .filter(entry -> Math.abs(entry.getValue()) == left)
            .findFirst()
            .orElseThrow();
    double scale = pivot.getValue();
    pivots.add(pivot.getKey());
    rest.replaceAll((term, value) -> value / scale);
    rows.add(rest);
    return true;
  }

  private static double largest(Map<PolynomialField.Term, Double> row) {
    return row.values().stream().mapToDouble(Math::abs).max().orElse(0);
  }
}
