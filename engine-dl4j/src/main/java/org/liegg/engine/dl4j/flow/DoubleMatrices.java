package org.liegg.engine.dl4j.flow;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.liegg.blas.affine.DoubleMatrix;

/** The weights of a flow's affine maps in double precision, which all its kernels share. */
final class DoubleMatrices {
  private final Map<Operation.Affine, Pair> pairs = new HashMap<>();

  /**
   * The weights of one map.
   *
   * @param forward {@code inner × columns}
   * @param backward its transpose
   */
  record Pair(DoubleMatrix forward, DoubleMatrix backward) {}

  DoubleMatrices(Flow flow) {
    for (Flow.Node node : flow.nodes()) {
      if (node.operation() instanceof Operation.Affine map) {
        pairs.put(map, pair(map));
      }
    }
  }

  private static Pair pair(Operation.Affine map) {
    return new Pair(
        DoubleMatrix.of(map.inner(), map.columns(), map.weights()),
        DoubleMatrix.of(
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

  /** Numbers in double precision. */
  static double[] rounded(double[] values) {
    double[] rounded = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = values[i];
    }
    return rounded;
  }
}
