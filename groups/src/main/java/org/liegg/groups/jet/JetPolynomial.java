package org.liegg.groups.jet;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A polynomial in the symbols of {@link JetSymbols}, immutable. */
final class JetPolynomial {
  private static final JetPolynomial ZERO = new JetPolynomial(Map.of());

  private final Map<List<Integer>, Double> terms;

  private JetPolynomial(Map<List<Integer>, Double> terms) {
    this.terms = terms;
  }

  static JetPolynomial zero() {
    return ZERO;
  }

  /** {@code coefficient · Π symbol^power}. */
  static JetPolynomial term(int[] powers, double coefficient) {
    return coefficient == 0
        ? ZERO
        : new JetPolynomial(Map.of(Arrays.stream(powers).boxed().toList(), coefficient));
  }

  boolean isZero() {
    return terms.isEmpty();
  }

  /** Coefficients by the powers of all symbols; none is 0. */
  Map<List<Integer>, Double> terms() {
    return terms;
  }

  JetPolynomial plus(JetPolynomial other) {
    Map<List<Integer>, Double> sum = new LinkedHashMap<>(terms);
    other.terms.forEach((powers, value) -> sum.merge(powers, value, Double::sum));
    return of(sum);
  }

  JetPolynomial minus(JetPolynomial other) {
    return plus(other.times(-1));
  }

  JetPolynomial times(double factor) {
    Map<List<Integer>, Double> scaled = new LinkedHashMap<>();
    terms.forEach((powers, value) -> scaled.put(powers, factor * value));
    return of(scaled);
  }

  JetPolynomial times(JetPolynomial other) {
    Map<List<Integer>, Double> product = new LinkedHashMap<>();
    terms.forEach(
        (left, a) ->
            other.terms.forEach(
                (right, b) -> {
                  Integer[] powers = left.toArray(new Integer[0]);
                  Arrays.setAll(powers, i -> left.get(i) + right.get(i));
                  product.merge(List.of(powers), a * b, Double::sum);
                }));
    return of(product);
  }

  /** ∂P/∂symbol. */
  JetPolynomial partial(int symbol) {
    Map<List<Integer>, Double> result = new LinkedHashMap<>();
    terms.forEach(
        (powers, value) -> {
          int power = powers.get(symbol);
          if (power > 0) {
            Integer[] lower = powers.toArray(new Integer[0]);
            lower[symbol] = power - 1;
            result.put(List.of(lower), value * power);
          }
        });
    return of(result);
  }

  private static JetPolynomial of(Map<List<Integer>, Double> terms) {
    terms.values().removeIf(value -> value == 0);
    return new JetPolynomial(terms);
  }
}
