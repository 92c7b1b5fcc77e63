package org.liegg.groups.jet;

import java.util.ArrayList;
import java.util.List;
import org.liegg.groups.jet.JetSpace.Derivative;

/**
 * What polynomials on the jets are polynomials in: the inputs of F, its responses, and named
 * functions, in this order. Knows how each changes along an independent variable.
 */
final class JetSymbols {
  private final JetSpace space;
  private final List<JetFunction> functions = new ArrayList<>();

  /**
   * @param factors products of named functions
   */
  JetSymbols(JetSpace space, List<List<JetFunction>> factors) {
    this.space = space;
    for (List<JetFunction> factor : factors) {
      for (JetFunction function : factor) {
        add(function);
        add(function.slope());
      }
    }
  }

  private void add(JetFunction function) {
    if (!functions.contains(function)) {
      functions.add(function);
    }
  }

  JetSpace space() {
    return space;
  }

  /** The named functions and their derivatives. */
  List<JetFunction> functions() {
    return List.copyOf(functions);
  }

  int count() {
    return firstFunction() + functions.size();
  }

  /** The first symbol that is a function. */
  int firstFunction() {
    return space.inputs() + space.fields();
  }

  int symbol(JetFunction function) {
    return firstFunction() + functions.indexOf(function);
  }

  JetPolynomial variable(int symbol) {
    int[] powers = new int[count()];
    powers[symbol] = 1;
    return JetPolynomial.term(powers, 1);
  }

  /** D_i P, the total derivative by independent variable i (Olver, definition 2.34). */
  JetPolynomial totalDerivative(JetPolynomial polynomial, int i) {
    JetPolynomial sum = JetPolynomial.zero();
    for (int symbol = 0; symbol < count(); symbol++) {
      JetPolynomial partial = polynomial.partial(symbol);
      if (!partial.isZero()) {
        sum = sum.plus(partial.times(along(symbol, i)));
      }
    }
    return sum;
  }

  /** D_i of a symbol. */
  private JetPolynomial along(int symbol, int i) {
    if (symbol < space.independents()) {
      return symbol == i ? JetPolynomial.term(new int[count()], 1) : JetPolynomial.zero();
    }
    if (symbol < firstFunction()) {
      Derivative derivative = space.derivative(symbol);
      int[] by = derivative.by().clone();
      by[i]++;
      return variable(space.symbol(derivative.field(), by));
    }
    JetFunction function = functions.get(symbol - firstFunction());
    return variable(symbol(function.slope()))
        .times(along(function.variable(), i))
        .times(function.factor());
  }
}
