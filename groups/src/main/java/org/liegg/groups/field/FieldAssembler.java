package org.liegg.groups.field;

import org.liegg.api.FieldBasis;

/**
 * Writes a family of known size straight into the arrays of a {@link FieldBasis}: the families here
 * have up to {@link ActionLimits#MAX_ENTRIES} entries, too many to box.
 */
public final class FieldAssembler {
  private final int components;
  private final int features;
  private final int[] offsets;
  private final int[] component;
  private final int[] feature;
  private final double[] values;
  private int field;
  private int entry;

  public FieldAssembler(int fields, int entries, int components, int features) {
    this.components = components;
    this.features = features;
    this.offsets = new int[fields + 1];
    this.component = new int[entries];
    this.feature = new int[entries];
    this.values = new double[entries];
  }

  public FieldAssembler entry(int component, int feature, double value) {
    this.component[entry] = component;
    this.feature[entry] = feature;
    this.values[entry++] = value;
    return this;
  }

  /** Adds the entries of field a of another family, moved by so many components and features. */
  public FieldAssembler entries(FieldBasis from, int a, int components, int features) {
    for (int e = from.offsets()[a]; e < from.offsets()[a + 1]; e++) {
      entry(from.component()[e] + components, from.feature()[e] + features, from.values()[e]);
    }
    return this;
  }

  public void endField() {
    offsets[++field] = entry;
  }

  public FieldBasis build() {
    return new FieldBasis(
        offsets.length - 1, components, features, offsets, component, feature, values);
  }
}
