package org.liegg.api;

/**
 * How a model is opened.
 *
 * @param precision the arithmetic of the gradients
 */
public record ModelOptions(Precision precision) {

  /** Single precision, as the model was trained. */
  public static ModelOptions defaults() {
    return new ModelOptions(Precision.FLOAT);
  }
}
