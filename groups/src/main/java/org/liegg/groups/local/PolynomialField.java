package org.liegg.groups.local;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.liegg.api.ActionException;
import org.liegg.api.FieldBasis;
import org.liegg.api.Monomials;
import org.liegg.api.spi.GroupAction;

/**
 * A vector field whose components are polynomials, {@code v(x) = Σ c x^e e_i}.
 *
 * @param name of the field
 * @param terms the coefficients c that are not 0
 */
record PolynomialField(String name, Map<Term, Double> terms) {

  /**
   * A monomial in a component.
   *
   * @param component i, the input that it moves
   * @param powers e, an exponent an input
   */
  record Term(int component, List<Integer> powers) {

    int degree() {
      return powers.stream().mapToInt(Integer::intValue).sum();
    }
  }

  /**
   * Field a of an action.
   *
   * @throws ActionException with code {@code LIEGG-ACTION-ARGUMENT} if its features are no
   *     monomials of the inputs, or it acts on outputs
   */
  static PolynomialField of(GroupAction action, int a) {
    Monomials monomials = monomials(action);
    FieldBasis fields = action.fields();
    Map<Term, Double> terms = new LinkedHashMap<>();
    for (int e = fields.offsets()[a]; e < fields.offsets()[a + 1]; e++) {
      int[] powers = monomials.exponents().get(fields.feature()[e]);
      Term term = new Term(fields.component()[e], Arrays.stream(powers).boxed().toList());
      terms.merge(term, fields.values()[e], Double::sum);
    }
    return new PolynomialField(action.fieldName(a), terms);
  }

  private static Monomials monomials(GroupAction action) {
    if (action.equivariant()) {
      throw new ActionException(
          "LIEGG-ACTION-ARGUMENT",
          "'%s'".formatted(action.spec()),
          "it acts on outputs already",
          "name an action on the inputs alone");
    }
    return action
        .monomials()
        .orElseThrow(
            () ->
                new ActionException(
                    "LIEGG-ACTION-ARGUMENT",
                    "'%s'".formatted(action.spec()),
                    "its fields are no polynomials of the inputs",
                    "name linear, affine or polynomial actions"));
  }

  /** The same under another name. */
  PolynomialField named(String other) {
    return new PolynomialField(other, terms);
  }

  /**
   * The field on some of n inputs.
   *
   * @param place which of them each input of this field is
   */
  PolynomialField placed(int n, IntUnaryOperator place) {
    Map<Term, Double> moved = new LinkedHashMap<>();
    terms.forEach(
        (term, value) -> {
          Integer[] powers = new Integer[n];
          Arrays.fill(powers, 0);
          for (int i = 0; i < term.powers().size(); i++) {
            powers[place.applyAsInt(i)] = term.powers().get(i);
          }
          Term there = new Term(place.applyAsInt(term.component()), List.of(powers));
          moved.merge(there, value, Double::sum);
        });
    return new PolynomialField(name, moved);
  }

  /** The sum of both, under the name of this one. */
  PolynomialField plus(PolynomialField other) {
    Map<Term, Double> sum = new LinkedHashMap<>(terms);
    other.terms.forEach((term, value) -> sum.merge(term, value, Double::sum));
    sum.values().removeIf(value -> value == 0);
    return new PolynomialField(name, sum);
  }

  /**
   * The field times a monomial.
   *
   * @param powers of it, an exponent an input
   */
  PolynomialField times(int[] powers) {
    Map<Term, Double> product = new LinkedHashMap<>();
    terms.forEach(
        (term, value) -> {
          Integer[] together = new Integer[powers.length];
          Arrays.setAll(together, i -> term.powers().get(i) + powers[i]);
          product.put(new Term(term.component(), List.of(together)), value);
        });
    return new PolynomialField(name, product);
  }

  /** The largest degree of a component. */
  int degree() {
    return terms.keySet().stream().mapToInt(Term::degree).max().orElse(0);
  }
}
