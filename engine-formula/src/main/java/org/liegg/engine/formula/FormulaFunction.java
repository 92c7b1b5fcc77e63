package org.liegg.engine.formula;

import java.util.Arrays;
import org.liegg.api.spi.support.DifferentiableFunction;

/**
 * A formula that is run: forwards for values, backwards from every output for derivatives (reverse
 * accumulation; Griewank and Walther, Evaluating Derivatives, chapter 3). Safe for many threads.
 */
final class FormulaFunction implements DifferentiableFunction {
  private final int inputs;
  private final Operation[] operations;
  private final int[] first;
  private final int[] second;
  private final double[] start;
  private final int[] outputs;

  /**
   * @param first position of every operation's first operand; negative where it is a constant
   * @param second position of the second operand
   * @param start values of all positions before the inputs are known: those of constants
   * @param outputs positions of the results
   */
  FormulaFunction(
      int inputs,
      Operation[] operations,
      int[] first,
      int[] second,
      double[] start,
      int[] outputs) {
    this.inputs = inputs;
    this.operations = operations;
    this.first = first;
    this.second = second;
    this.start = start;
    this.outputs = outputs;
  }

  @Override
  public void at(double[] x, double[] values, double[] jacobian) {
    double[] results = start.clone();
    System.arraycopy(x, 0, results, 0, inputs);
    for (int s = 0; s < operations.length; s++) {
      if (first[s] >= 0) {
        results[inputs + s] = operations[s].of(results[first[s]], results[second[s]]);
      }
    }
    double[] slopes = new double[results.length];
    for (int o = 0; o < outputs.length; o++) {
      values[o] = results[outputs[o]];
      back(outputs[o], results, slopes);
      System.arraycopy(slopes, 0, jacobian, o * inputs, inputs);
    }
  }

  /** Derivatives of one result by everything before it. */
  private void back(int output, double[] results, double[] slopes) {
    Arrays.fill(slopes, 0);
    slopes[output] = 1;
    for (int s = output - inputs; s >= 0; s--) {
      double slope = slopes[inputs + s];
      if (slope != 0 && first[s] >= 0) {
        spread(s, slope, results, slopes);
      }
    }
  }

  private void spread(int s, double slope, double[] results, double[] slopes) {
    double a = results[first[s]];
    double b = results[second[s]];
    slopes[first[s]] += slope * operations[s].byFirst(a, b);
    boolean constant = second[s] >= inputs && first[second[s] - inputs] < 0;
    if (operations[s].operands() == 2 && !constant) {
      slopes[second[s]] += slope * operations[s].bySecond(a, b);
    }
  }
}
