package org.liegg.benchmarks.measure;

import java.util.function.Function;

/**
 * A function that is written down.
 *
 * @param inputs d
 * @param outputs k
 * @param rule F
 */
record Formula(int inputs, int outputs, Function<Dual[], Dual[]> rule)
    implements DifferentiableMap {

  /** A function of one output. */
  static Formula of(int inputs, Function<Dual[], Dual> rule) {
    return new Formula(inputs, 1, x -> new Dual[] {rule.apply(x)});
  }

  @Override
  public void at(double[] x, double[] value, double[] jacobian) {
    Dual[] variables = new Dual[inputs];
    for (int i = 0; i < inputs; i++) {
      variables[i] = Dual.input(x[i], i, inputs);
    }
    Dual[] result = rule.apply(variables);
    for (int o = 0; o < outputs; o++) {
      value[o] = result[o].value();
      System.arraycopy(result[o].slope(), 0, jacobian, o * inputs, inputs);
    }
  }
}
