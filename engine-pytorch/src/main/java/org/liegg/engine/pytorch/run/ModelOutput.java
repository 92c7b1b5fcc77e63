package org.liegg.engine.pytorch.run;

import java.util.List;

/**
 * A tensor that comes out of a model.
 *
 * @param name of it in a dictionary; empty text elsewhere
 * @param type of its elements, in PyTorch's words
 * @param sizes along its axes, that of samples too
 */
public record ModelOutput(String name, String type, List<Long> sizes) {

  /** Copies the list. */
  public ModelOutput {
    sizes = List.copyOf(sizes);
  }

  /** Whether its elements are floating-point numbers. */
  public boolean isReal() {
    return type.equals("float32") || type.equals("float64");
  }
}
