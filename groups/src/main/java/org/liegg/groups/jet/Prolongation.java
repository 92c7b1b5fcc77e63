package org.liegg.groups.jet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.liegg.groups.jet.JetSpace.Derivative;

/**
 * What a field {@code Σ ξ^i ∂_i + Σ φ_α ∂_{u_α}} does to derivatives, by the recursion of Olver,
 * Applications of Lie Groups to Differential Equations, theorem 2.36: {@code φ^{J,i} = D_i φ^J −
 * Σ_j D_i ξ^j u_{J,j}}.
 */
final class Prolongation {
  private final JetSymbols symbols;
  private final JetSpace space;
  private final BaseField field;
  private final JetPolynomial coefficient;
  private final Map<List<Integer>, JetPolynomial> known = new HashMap<>();

  private Prolongation(JetSymbols symbols, BaseField field) {
    this.symbols = symbols;
    this.space = symbols.space();
    this.field = field;
    this.coefficient = field.coefficient(symbols);
  }

  /** By how much each input of F, and then each response, is moved. */
  static List<JetPolynomial> of(JetSymbols symbols, BaseField field) {
    return new Prolongation(symbols, field).components();
  }

  private List<JetPolynomial> components() {
    List<JetPolynomial> components = new ArrayList<>();
    for (int i = 0; i < space.independents(); i++) {
      components.add(base(i));
    }
    for (Derivative derivative : space.derivatives()) {
      components.add(of(derivative.field(), derivative.by()));
    }
    for (int u = 0; u < space.fields(); u++) {
      components.add(of(u, space.responseBy()));
    }
    return components;
  }

  private JetPolynomial base(int variable) {
    return variable == field.component() ? coefficient : JetPolynomial.zero();
  }

  private JetPolynomial of(int u, int[] by) {
    List<Integer> key = new ArrayList<>(List.of(u));
    int last = -1;
    for (int i = 0; i < by.length; i++) {
      key.add(by[i]);
      last = by[i] > 0 ? i : last;
    }
    if (last < 0) {
      return base(space.independents() + u);
    }
    JetPolynomial before = known.get(key);
    if (before == null) {
      before = derived(u, by, last);
      known.put(key, before);
    }
    return before;
  }

  private JetPolynomial derived(int u, int[] by, int i) {
    int[] lower = by.clone();
    lower[i]--;
    JetPolynomial sum = symbols.totalDerivative(of(u, lower), i);
    for (int j = 0; j < space.independents(); j++) {
      JetPolynomial speed = symbols.totalDerivative(base(j), i);
      if (!speed.isZero()) {
        int[] moved = lower.clone();
        moved[j]++;
        sum = sum.minus(speed.times(symbols.variable(space.symbol(u, moved))));
      }
    }
    return sum;
  }
}
