package org.liegg.groups.field;

import org.liegg.api.FieldBasis;
import org.liegg.api.spi.GroupAction;

/** An action that its canonical spec says all of: two of equal spec are equal. */
public abstract class SpecAction implements GroupAction {
  private final String spec;
  private final FieldBasis fields;

  /**
   * @param spec canonical
   * @param fields as many components as the action has inputs
   */
  protected SpecAction(String spec, FieldBasis fields) {
    this.spec = spec;
    this.fields = fields;
  }

  @Override
  public final String spec() {
    return spec;
  }

  @Override
  public final int inputSize() {
    return fields.components();
  }

  @Override
  public final FieldBasis fields() {
    return fields;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SpecAction action && action.spec.equals(spec);
  }

  @Override
  public int hashCode() {
    return spec.hashCode();
  }

  @Override
  public final String toString() {
    return spec;
  }
}
