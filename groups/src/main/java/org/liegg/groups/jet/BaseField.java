package org.liegg.groups.jet;

import java.util.Arrays;
import java.util.List;

/**
 * A candidate {@code x^α f ∂_i} on the independent variables and unknown functions.
 *
 * @param component i, the variable that it moves
 * @param powers α, of every variable
 * @param factor f, a product of named functions; empty for 1
 */
record BaseField(int component, int[] powers, List<JetFunction> factor) {

  /** Its coefficient in the symbols of a jet space. */
  JetPolynomial coefficient(JetSymbols symbols) {
    int[] all = Arrays.copyOf(powers, symbols.count());
    factor.forEach(function -> all[symbols.symbol(function)]++);
    return JetPolynomial.term(all, 1);
  }

  /** Whether its coefficient changes with one variable alone, or with none. */
  boolean dependsOnlyOn(int variable) {
    for (int i = 0; i < powers.length; i++) {
      if (i != variable && powers[i] > 0) {
        return false;
      }
    }
    return factor.stream().allMatch(function -> function.variable() == variable);
  }
}
