package org.liegg.engine.keras.read;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A weight of a layer, row-major, in the precision in which the file holds it. Immutable. */
public final class Weight {
  private final String name;
  private final int[] shape;
  private final Object values;

  /**
   * @param name how messages call it
   */
  public Weight(String name, int[] shape, float[] values) {
    this.name = name;
    this.shape = shape.clone();
    this.values = values;
  }

  /**
   * @param name how messages call it
   */
  public Weight(String name, int[] shape, double[] values) {
    this.name = name;
    this.shape = shape.clone();
    this.values = values;
  }

  /** How messages call it. */
  public String name() {
    return name;
  }

  /** Its lengths along each axis; none for a single number. */
  public int[] shape() {
    return shape.clone();
  }

  /** Its lengths as text: {@code 3×3×1×8}. */
  public String shapeText() {
    return text(shape);
  }

  static String text(int... shape) {
    return shape.length == 0
        ? "a single number"
        : Arrays.stream(shape).mapToObj(String::valueOf).collect(Collectors.joining("×"));
  }

  /** Whether it is in double precision. */
  public boolean isDouble() {
    return values instanceof double[];
  }

  /** A copy of its values. */
  public double[] doubles() {
    if (values instanceof double[] twice) {
      return twice.clone();
    }
    float[] single = (float[]) values;
    double[] widened = new double[single.length];
    for (int i = 0; i < widened.length; i++) {
      widened[i] = single[i];
    }
    return widened;
  }

  /**
   * A copy of its values in single precision.
   *
   * @throws IllegalStateException if it is in double precision
   */
  public float[] floats() {
    if (values instanceof float[] single) {
      return single.clone();
    }
    throw new IllegalStateException(name + " is in double precision");
  }

  /** The same values in another shape of as many. */
  public Weight reshape(int... other) {
    return values instanceof double[] twice
        ? new Weight(name, other, twice)
        : new Weight(name, other, (float[]) values);
  }

  /** Other values in the same precision, each of which is this weight's at a place. */
  public Weight gather(int[] other, int[] places) {
    if (values instanceof double[] twice) {
      return new Weight(name, other, Arrays.stream(places).mapToDouble(at -> twice[at]).toArray());
    }
    float[] single = (float[]) values;
    float[] gathered = new float[places.length];
    for (int i = 0; i < gathered.length; i++) {
      gathered[i] = single[places[i]];
    }
    return new Weight(name, other, gathered);
  }

  /** Refuses values that are not finite. */
  Weight requireFinite(KerasFaults faults) {
    boolean finite = true;
    if (values instanceof float[] single) {
      for (float value : single) {
        finite &= Float.isFinite(value);
      }
    } else if (values instanceof double[] twice) {
      finite = Arrays.stream(twice).allMatch(Double::isFinite);
    }
    if (!finite) {
      throw faults.nonFinite("%s has a value that is not finite".formatted(name));
    }
    return this;
  }
}
