package org.liegg.engine.tensorflow.differentiate;

import org.liegg.engine.tensorflow.graph.DataTypes;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.OpCatalog;
import org.liegg.engine.tensorflow.lower.LoweredModel;
import org.liegg.engine.tensorflow.lower.ToFloating;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;

/** Makes kernels of lowered models. */
public final class Kernels {
  /** Nodes that all gradient subgraphs of a graph may have together, about. */
  private static final int MAX_NODES = 5_000;

  private static final int MAX_SLOTS = 64;

  /** What the tensors of one run may take together, about. */
  private static final long CHUNK_BYTES = 64L << 20;

  private static final int MAX_SAMPLES = 2048;

  private Kernels() {}

  /**
   * A kernel that runs gradients.
   *
   * @throws org.tensorflow.exceptions.TensorFlowException if an operation has no gradient
   */
  public static JacobianKernel exact(LoweredModel model, DataType type, ModelFaults faults) {
    GraphDef graph = new ToFloating(type, OpCatalog.registered(), faults).apply(model.graph());
    boolean all =
        model.outputs() <= MAX_SLOTS && (long) graph.getNodeCount() * model.outputs() <= MAX_NODES;
    int slots = all ? model.outputs() : GradientNodes.EACH_ROW;
    GradientGraph gradients =
        GradientGraph.of(graph, model.plan(), type, model.outputs(), slots, faults);
    return new GraphKernel(gradients, chunk(gradients, graph), model.timeout(), faults);
  }

  /** A kernel of outputs alone, in double precision, and of their differences. */
  static JacobianKernel differences(LoweredModel model, ModelFaults faults) {
    GraphDef graph =
        new ToFloating(DataType.DT_DOUBLE, OpCatalog.registered(), faults).apply(model.graph());
    GradientGraph forward =
        GradientGraph.of(graph, model.plan(), DataType.DT_DOUBLE, model.outputs(), 0, faults);
    GraphKernel kernel = new GraphKernel(forward, chunk(forward, graph), model.timeout(), faults);
    return new FiniteDifferences(kernel, model.plan());
  }

  /** As many samples as fit the budget, forward and backward through all slots. */
  private static int chunk(GradientGraph gradients, GraphDef graph) {
    long perSample = gradients.plan().sampleSize();
    for (var node : graph.getNodeList()) {
      long[] shape = gradients.nativeGraph().shape(node.getName()).orElse(new long[0]);
      if (shape.length > 0 && shape[0] < 0) {
        long size = 1;
        for (int i = 1; i < shape.length; i++) {
          size *= Math.max(1, shape[i]);
        }
        perSample += size;
      }
    }
    long bytes = perSample * DataTypes.bytes(gradients.type()) * (1L + gradients.slots());
    return (int) Math.max(1, Math.min(MAX_SAMPLES, CHUNK_BYTES / Math.max(1, bytes)));
  }
}
