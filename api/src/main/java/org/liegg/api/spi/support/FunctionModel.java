package org.liegg.api.spi.support;

import java.util.function.UnaryOperator;
import org.liegg.api.ModelException;

/**
 * A model that is a function of one input and one output.
 *
 * @param inputs d, ≥ 1
 * @param outputs k, ≥ 1
 * @param sha256 of the file it was read from, in lower-case hexadecimal
 * @param function with its Jacobian
 */
public record FunctionModel(
    int inputs, int outputs, String sha256, DifferentiableFunction function) {
  private static final int MAX_VALUES = Integer.MAX_VALUE - 8;
  private static final String NO_FILE = "0".repeat(64);

  /**
   * Checks the sizes.
   *
   * @throws IllegalArgumentException if one of them is less than 1, or a Jacobian fits no array
   */
  public FunctionModel {
    if (inputs < 1 || outputs < 1 || (long) inputs * outputs > MAX_VALUES) {
      throw new IllegalArgumentException(
          "FunctionModel: %d inputs and %d outputs".formatted(inputs, outputs));
    }
  }

  /**
   * A function of which only values are known; its derivatives are differences of them.
   *
   * @param function gives k values for d inputs; called by many threads at a time
   */
  public static FunctionModel ofValues(int inputs, int outputs, UnaryOperator<double[]> function) {
    return new FunctionModel(inputs, outputs, new ValuesOnly(outputs, function));
  }

  /** Whether the function says nothing of its derivatives. */
  boolean isOfValues() {
    return function instanceof ValuesOnly;
  }

  /** A function that an array goes into and an array comes out of. */
  private record ValuesOnly(int outputs, UnaryOperator<double[]> function)
      implements DifferentiableFunction {

    @Override
    public void at(double[] x, double[] values, double[] jacobian) {
      double[] found = function.apply(x.clone());
      if (found.length != outputs) {
        throw new ModelException(
            "LIEGG-MODEL-FAILS",
            "the function",
            "it gave %d values, where %d were announced".formatted(found.length, outputs),
            "give the number of its outputs as the second argument");
      }
      System.arraycopy(found, 0, values, 0, outputs);
    }
  }

  /** A function that no file holds; its hash is zero. */
  public FunctionModel(int inputs, int outputs, DifferentiableFunction function) {
    this(inputs, outputs, NO_FILE, function);
  }
}
