package org.liegg.engine.tensorflow.target;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.liegg.engine.tensorflow.graph.GraphPass;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/** {@code shape-inputs}: writes the shapes of samples to the placeholders that take them. */
public final class ShapeInputs implements GraphPass {
  private final SamplePlan plan;

  public ShapeInputs(SamplePlan plan) {
    this.plan = plan;
  }

  @Override
  public String name() {
    return "shape-inputs";
  }

  @Override
  public GraphDef apply(GraphDef graph) {
    Map<String, ModelInput> inputs = new HashMap<>();
    plan.inputs().forEach(input -> inputs.put(input.node(), input));
    GraphDef.Builder shaped = graph.toBuilder().clearNode();
    for (NodeDef node : graph.getNodeList()) {
      ModelInput input = inputs.get(node.getName());
      shaped.addNode(
          input == null
              ? node
              : node.toBuilder().putAttr("shape", Nodes.shape(sizes(input))).build());
    }
    return shaped.build();
  }

  private List<Integer> sizes(ModelInput input) {
    List<Integer> sizes = new ArrayList<>();
    if (input.batched()) {
      sizes.add(plan.batch() > 0 ? plan.batch() : -1);
    }
    sizes.addAll(input.shape());
    return sizes;
  }
}
