package org.liegg.engine.keras;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;

/** Layers that make one of several inputs. */
final class MergeLayers {
  private MergeLayers() {}

  /** Number by number; all inputs must be of one shape. */
  static Step elementwise(LayerContext context, ElementWiseVertex.Op op) {
    List<Integer> shape = requireSeveral(context);
    if (context.inputs().stream().anyMatch(other -> !other.equals(shape))) {
      throw context
          .faults()
          .unsupported(
              "%s merges samples of the shapes %s"
                  .formatted(context.layer().label(), context.inputs()));
    }
    return new Step.OfVertex(new ElementWiseVertex(op), shape);
  }

  /** One after the other along the last axis. */
  static Step concatenate(LayerContext context) {
    List<Integer> first = requireSeveral(context);
    int last = first.size() - 1;
    var axis = context.fields().get("axis");
    if (axis.asInt(-1) != -1 && axis.asInt(-1) != first.size()) {
      throw context.fields().unsupported("axis", axis);
    }
    int sum = 0;
    for (List<Integer> shape : context.inputs()) {
      if (shape.size() != first.size() || !shape.subList(0, last).equals(first.subList(0, last))) {
        throw context
            .faults()
            .corrupt(
                "%s joins samples of the shapes %s"
                    .formatted(context.layer().label(), context.inputs()));
      }
      sum += shape.get(last);
    }
    List<Integer> shape = new ArrayList<>(first);
    shape.set(last, sum);
    return new Step.OfVertex(new LastAxisMerge(shape.size()), shape);
  }

  private static List<Integer> requireSeveral(LayerContext context) {
    if (context.inputs().size() < 2) {
      throw context
          .faults()
          .unsupported("%s has a single input".formatted(context.layer().label()));
    }
    return context.inputs().get(0);
  }
}
