package org.liegg.engine.keras;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A weight of a layer, row-major. */
final class Weight {
  private final String name;
  private final int[] shape;
  private final Object values;

  Weight(String name, int[] shape, float[] values) {
    this.name = name;
    this.shape = shape.clone();
    this.values = values;
  }

  Weight(String name, int[] shape, double[] values) {
    this.name = name;
    this.shape = shape.clone();
    this.values = values;
  }

  /** How messages call it. */
  String name() {
    return name;
  }

  /** Its lengths along each axis. */
  int[] shape() {
    return shape.clone();
  }

  /** Its lengths as text: {@code 3×3×1×8}. */
  String shapeText() {
    return Arrays.stream(shape).mapToObj(String::valueOf).collect(Collectors.joining("×"));
  }

  boolean isDouble() {
    return values instanceof double[];
  }

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

  /** A copy outside the heap. */
  INDArray array() {
    long[] lengths = Arrays.stream(shape).asLongStream().toArray();
    if (values instanceof double[] twice) {
      return Nd4j.create(twice, lengths, 'c').castTo(DataType.DOUBLE);
    }
    return Nd4j.create((float[]) values, lengths, 'c');
  }
}
