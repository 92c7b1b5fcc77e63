package org.liegg.engine.dl4j.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.liegg.api.Precision;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Finds the shapes of all vertices by evaluating a graph once, at zeros. */
final class GraphShapes {

  private GraphShapes() {}

  /** Shapes by name, without the axis of samples; none where the graph cannot be evaluated. */
  static Map<String, List<Integer>> of(GraphPlan plan) {
    INDArray parameters = plan.array(Precision.FLOAT);
    ComputationGraph graph = plan.graph(parameters);
    INDArray[] zeros =
        plan.inputs().stream()
            .map(input -> Nd4j.zeros(parameters.dataType(), input.shape(1)))
            .toArray(INDArray[]::new);
    Map<String, List<Integer>> shapes = new HashMap<>();
    try {
      graph
          .feedForward(zeros, false)
          .forEach(
              (name, value) ->
                  shapes.put(
                      name,
                      LongStream.of(value.shape())
                          // Vertices with several rows a sample have an axis of them.
                          .skip(value.size(0) == 1 ? 1 : 0)
                          .mapToObj(n -> (int) n)
                          .toList()));
    } catch (RuntimeException e) {
      return Map.of();
    }
    return shapes;
  }
}
