package org.liegg.api;

import java.util.Arrays;

/**
 * A finite family of vector fields in factored form: {@code v_a(x) = A_a φ(x)}, where φ: R^d → R^p
 * are the features that the family shares and every A_a is a sparse {@code components × features}
 * matrix. For linear actions φ(x) = x, for affine ones φ(x) = (x, 1), for polynomial ones φ holds
 * monomials; for an image action A_a holds derivative filters.
 *
 * <p>The factored form is what lets everything downstream stream: the rows of E are {@code J A_a
 * φ}, and the baseline metric of the defect is {@code M_ab = tr(A_aᵀ C A_b Φ)} with the two small
 * moments {@code C = E[JᵀJ]} and {@code Φ = E[φφᵀ]}.
 *
 * @param fields number of fields m
 * @param components length of a field's value (d, the inputs of the model)
 * @param features length of φ(x)
 * @param offsets {@code m + 1} positions: the entries of field a are {@code offsets[a]} … {@code
 *     offsets[a + 1] − 1}
 * @param component row index i of every entry
 * @param feature column index p of every entry
 * @param values A_a[i, p] of every entry
 */
public record FieldBasis(
    int fields,
    int components,
    int features,
    int[] offsets,
    int[] component,
    int[] feature,
    double[] values) {

  /**
   * @throws IllegalArgumentException if the arrays do not fit together or an index is out of range
   */
  public FieldBasis {
    Shapes.requireNonNegative("fields", fields);
    Shapes.requireNonNegative("components", components);
    Shapes.requireNonNegative("features", features);
    if (offsets.length != fields + 1 || offsets[0] != 0 || offsets[fields] != values.length) {
      throw new IllegalArgumentException("FieldBasis: the offsets do not span the entries");
    }
    if (component.length != values.length || feature.length != values.length) {
      throw new IllegalArgumentException("FieldBasis: entries of unequal number");
    }
    for (int a = 0; a < fields; a++) {
      if (offsets[a] > offsets[a + 1]) {
        throw new IllegalArgumentException("FieldBasis: the offsets descend at field " + a);
      }
    }
    for (int e = 0; e < values.length; e++) {
      if (component[e] < 0 || component[e] >= components) {
        throw new IllegalArgumentException("FieldBasis: component %d".formatted(component[e]));
      }
      if (feature[e] < 0 || feature[e] >= features) {
        throw new IllegalArgumentException("FieldBasis: feature %d".formatted(feature[e]));
      }
    }
  }

  /** Starts a family of fields with values in R^components over {@code features} features. */
  public static Builder builder(int components, int features) {
    return new Builder(components, features);
  }

  /** Collects the entries of a family, field by field. */
  public static final class Builder {
    private final int components;
    private final int features;
    private int[] offsets = new int[16];
    private int[] component = new int[16];
    private int[] feature = new int[16];
    private double[] values = new double[16];
    private int fields;
    private int entries;

    private Builder(int components, int features) {
      this.components = components;
      this.features = features;
    }

    /** Adds {@code A[component, feature] = value} to the field being described. */
    public Builder entry(int component, int feature, double value) {
      if (entries == values.length) {
        int more = longer(entries);
        this.component = Arrays.copyOf(this.component, more);
        this.feature = Arrays.copyOf(this.feature, more);
        this.values = Arrays.copyOf(this.values, more);
      }
      this.component[entries] = component;
      this.feature[entries] = feature;
      this.values[entries++] = value;
      return this;
    }

    /** Ends the field being described; the next entry belongs to the next field. */
    public Builder endField() {
      if (fields + 1 == offsets.length) {
        offsets = Arrays.copyOf(offsets, longer(offsets.length));
      }
      offsets[++fields] = entries;
      return this;
    }

    private static int longer(int length) {
      return Math.addExact(length, Math.max(16, length >> 1));
    }

    /** The family of all fields ended so far. */
    public FieldBasis build() {
      return new FieldBasis(
          fields,
          components,
          features,
          Arrays.copyOf(offsets, fields + 1),
          Arrays.copyOf(component, entries),
          Arrays.copyOf(feature, entries),
          Arrays.copyOf(values, entries));
    }
  }
}
