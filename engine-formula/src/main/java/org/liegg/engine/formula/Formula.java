package org.liegg.engine.formula;

import java.util.List;
import org.liegg.api.ModelException;
import org.liegg.api.spi.support.DifferentiableFunction;

/**
 * A function that is written down: names of inputs, and outputs as expressions of them.
 *
 * <pre>{@code
 * # Lorenz (1963)
 * inputs x, y, z
 * let sigma = 10
 * let rho = 28
 * dx = sigma*(y - x)
 * dy = x*(rho - z) - y
 * dz = x*y - 8/3*z
 * }</pre>
 *
 * @param inputs names of the inputs, at least one
 * @param outputs names of the outputs, at least one
 * @param function with its exact Jacobian; {@code inputs} values go in, {@code outputs} come out
 */
public record Formula(List<String> inputs, List<String> outputs, DifferentiableFunction function) {

  /** Copies the lists. */
  public Formula {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /**
   * Reads a formula.
   *
   * @param text lines as above; what stands behind {@code #} is left out
   * @param source what to call it in errors, e.g. {@code model 'lorenz.formula'}
   * @throws ModelException {@code LIEGG-MODEL-FORMULA}, with the line, if it cannot be read
   */
  public static Formula parse(String text, String source) {
    return new FormulaReader(source).read(text);
  }
}
