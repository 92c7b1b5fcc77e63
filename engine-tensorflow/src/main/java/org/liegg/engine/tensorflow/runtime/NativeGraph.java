package org.liegg.engine.tensorflow.runtime;

import java.util.Optional;
import org.liegg.engine.tensorflow.graph.ControlFlow;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.TensorName;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Output;
import org.tensorflow.Session;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.RewriterConfig;

/**
 * A graph that TensorFlow has taken in, and a session that runs it: in the calling thread, unless
 * the graph may take any time.
 */
public final class NativeGraph implements AutoCloseable {
  /**
   * The first session of a process decides how many threads there are for one operation. Graphs are
   * run as they are: optimising one takes longer than the runs it would make faster.
   */
  private static final ConfigProto ONE_THREAD =
      ConfigProto.newBuilder()
          .setIntraOpParallelismThreads(1)
          .setInterOpParallelismThreads(-1)
          .setGraphOptions(
              GraphOptions.newBuilder()
                  .setRewriteOptions(RewriterConfig.newBuilder().setDisableMetaOptimizer(true)))
          .build();

  /** Only a session with threads of its own can be stopped while it runs. */
  private static final ConfigProto STOPPABLE =
      ONE_THREAD.toBuilder()
          .setUsePerSessionThreads(true)
          .setInterOpParallelismThreads(Runtime.getRuntime().availableProcessors())
          .build();

  private final Graph graph;
  private final Session session;
  private final boolean choices;

  private NativeGraph(Graph graph, boolean choices) {
    this.graph = graph;
    this.choices = choices;
    this.session = new Session(graph, choices ? STOPPABLE : ONE_THREAD);
  }

  /**
   * Takes a graph in, if it may be run.
   *
   * @throws org.liegg.api.ModelException if it does more than compute, or TensorFlow finds it
   *     inconsistent
   */
  public static NativeGraph of(GraphDef definition, ModelFaults faults) {
    return derived(RuntimeGate.admitted(definition, faults), faults);
  }

  /** The same of a graph that TensorFlow made of one that it took in, with gradients, say. */
  public static NativeGraph derived(GraphDef definition, ModelFaults faults) {
    Graph graph = new Graph();
    try {
      graph.importGraphDef(definition);
      return new NativeGraph(
          graph,
          definition.getNodeList().stream().anyMatch(node -> ControlFlow.isChoice(node.getOp())));
    } catch (RuntimeException e) {
      graph.close();
      throw faults.corrupt("TensorFlow does not take its graph: " + e.getMessage(), e);
    }
  }

  /** The graph, which this object closes. */
  public Graph graph() {
    return graph;
  }

  /** The session on it, which this object closes. */
  public Session session() {
    return session;
  }

  /** Whether loops or branches are in it, so that it may take any time to run. */
  public boolean hasChoices() {
    return choices;
  }

  /** A tensor by its name. */
  public Output<?> tensor(String name) {
    TensorName tensor = TensorName.of(name);
    return graph.operationOrThrow(tensor.node()).output(tensor.index());
  }

  /** What is known of a tensor's shape, -1 for open sizes; nothing may look like a scalar. */
  public Optional<long[]> shape(String name) {
    TensorName tensor = TensorName.of(name);
    GraphOperation operation = graph.operation(tensor.node());
    if (operation == null || tensor.index() >= operation.numOutputs()) {
      return Optional.empty();
    }
    return Optional.ofNullable(operation.output(tensor.index()).shape().asArray());
  }

  /** Gradients that are zero everywhere come without an operation. */
  public static boolean exists(Output<?> gradient) {
    return gradient.op() instanceof GraphOperation operation
        && operation.getUnsafeNativeHandle() != null
        && !operation.getUnsafeNativeHandle().isNull();
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
