package org.liegg.engine.dl4j.flow;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.liegg.blas.affine.Entries;
import org.liegg.blas.affine.FloatMatrix;

/**
 * The weights of a flow's affine maps and recurrent layers in single precision, which all its
 * kernels share.
 */
final class FloatMatrices {
  private final Map<Operation, Pair> pairs = new HashMap<>();

  /**
   * The weights of one map, from before to after.
   *
   * @param forward {@code inner × columns}
   * @param backward its transpose
   */
  record Pair(FloatMatrix forward, FloatMatrix backward) {}

  FloatMatrices(Flow flow) {
    for (Flow.Node node : flow.nodes()) {
      if (node.operation() instanceof Operation.Affine map) {
        pairs.put(map, pair(map.inner(), map.columns(), map.weights()));
      } else if (node.operation() instanceof Operation.Recurrence layer) {
        pairs.put(layer, pair(layer.units(), layer.units(), layer.weights()));
      } else if (node.operation() instanceof Operation.LongShortTerm layer) {
        pairs.put(layer, pair(layer.units(), 4 * layer.units(), layer.weights()));
      }
    }
  }

  private static Pair pair(int inner, int columns, Entries weights) {
    return new Pair(
        FloatMatrix.of(inner, columns, weights),
        FloatMatrix.of(columns, inner, (output, input) -> weights.at(input, output)));
  }

  /** The weights of one of the flow's operations. */
  Pair of(Operation operation) {
    @Nullable Pair pair = pairs.get(operation);
    if (pair == null) {
      throw new IllegalArgumentException("an operation of another flow, or one without weights");
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
