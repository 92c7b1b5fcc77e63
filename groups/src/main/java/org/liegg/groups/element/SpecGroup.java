package org.liegg.groups.element;

import org.liegg.api.spi.TransformationGroup;

/** A group that its canonical spec says all of: two of equal spec are equal. */
public abstract class SpecGroup implements TransformationGroup {
  private final String spec;
  private final int inputSize;

  /**
   * @param spec canonical
   * @param inputSize d; 0 for any number
   */
  protected SpecGroup(String spec, int inputSize) {
    this.spec = spec;
    this.inputSize = inputSize;
  }

  @Override
  public final String spec() {
    return spec;
  }

  @Override
  public final int inputSize() {
    return inputSize;
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof SpecGroup group
        && group.spec.equals(spec)
        && group.inputSize == inputSize
        && group.getClass() == getClass();
  }

  @Override
  public final int hashCode() {
    return spec.hashCode();
  }

  @Override
  public final String toString() {
    return spec;
  }
}
