package org.liegg.api.spi.support;

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

  /** A function that no file holds; its hash is zero. */
  public FunctionModel(int inputs, int outputs, DifferentiableFunction function) {
    this(inputs, outputs, NO_FILE, function);
  }
}
