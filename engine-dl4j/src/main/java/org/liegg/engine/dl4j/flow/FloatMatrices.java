package org.liegg.engine.dl4j.flow;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.liegg.blas.affine.FloatMatrix;

/** The weights of a flow's affine maps in single precision, which all its kernels share. */
final class FloatMatrices {
  private final Map<Operation.Affine, Pair> pairs = new HashMap<>();

  /**
   * The weights of one map.
   *
   * @param forward {@code inner × columns}
   * @param backward its transpose
   */
  record Pair(FloatMatrix forward, FloatMatrix backward) {}

  FloatMatrices(Flow flow) {
    for (Flow.Node node : flow.nodes()) {
      if (node.operation() instanceof Operation.Affine map) {
        pairs.put(map, pair(map));
      }
    }
  }

  private static Pair pair(Operation.Affine map) {
    return new Pair(
        FloatMatrix.of(map.inner(), map.columns(), map.weights()),
        FloatMatrix.of(
            map.columns(), map.inner(), (output, input) -> map.weights().at(input, output)));
  }

  /** The weights of one of the flow's maps. */
  Pair of(Operation.Affine map) {
    @Nullable Pair pair = pairs.get(map);
    if (pair == null) {
      throw new IllegalArgumentException("a map of another flow");
    }
    return pair;
  }

  /** Numbers in single precision. */
  static float[] rounded(double[] values) {
    float[] rounded = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = (float) values[i];
    }
    return rounded;
  }

  /** Adds a vector to each of some rows, which begin at {@code at}. */
  static void addToRows(float[] vector, float[] rows, int at, int count) {
    for (int row = 0; row < count; row++) {
      int to = at + row * vector.length;
      for (int i = 0; i < vector.length; i++) {
        rows[to + i] += vector[i];
      }
    }
  }
}
