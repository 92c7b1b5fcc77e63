package org.liegg.engine.onnx.graph;

/**
 * The elements of a tensor whose values are known, row-major. Immutable by contract.
 *
 * @param type of the elements
 * @param shape of the tensor
 * @param reals the elements of {@link ElementType#REAL}; empty for other types
 * @param integers the elements of the other types, truth values as 0 and 1
 */
public record TensorData(ElementType type, Shape shape, double[] reals, long[] integers) {

  private static final double[] NO_REALS = {};
  private static final long[] NO_INTEGERS = {};

  /**
   * @throws GraphException if there are more or fewer elements than the shape says
   */
  public TensorData {
    int found = type == ElementType.REAL ? reals.length : integers.length;
    if (found != shape.count()) {
      throw GraphException.corrupt(
          "%d elements for a tensor of the shape %s".formatted(found, shape));
    }
  }

  /** Floating-point numbers. */
  public static TensorData reals(Shape shape, double... values) {
    return new TensorData(ElementType.REAL, shape, values, NO_INTEGERS);
  }

  /** Whole numbers. */
  public static TensorData integers(Shape shape, long... values) {
    return new TensorData(ElementType.INTEGER, shape, NO_REALS, values);
  }

  /** Truth values, as 0 and 1. */
  public static TensorData booleans(Shape shape, long... values) {
    return new TensorData(ElementType.BOOLEAN, shape, NO_REALS, values);
  }

  /** The elements as numbers, whatever their type. */
  public double[] asReals() {
    if (type == ElementType.REAL) {
      return reals;
    }
    double[] values = new double[integers.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = integers[i];
    }
    return values;
  }
}
