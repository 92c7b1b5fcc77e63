package org.liegg.engine.tensorflow.lower;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.liegg.engine.tensorflow.controlflow.HoistVariables;
import org.liegg.engine.tensorflow.controlflow.LimitTurns;
import org.liegg.engine.tensorflow.controlflow.LowerTensorLists;
import org.liegg.engine.tensorflow.controlflow.ResolveSwitches;
import org.liegg.engine.tensorflow.controlflow.UnrollLoops;
import org.liegg.engine.tensorflow.graph.ControlFlow;
import org.liegg.engine.tensorflow.graph.GraphPass;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.OpCatalog;
import org.liegg.engine.tensorflow.graph.PruneToOutputs;
import org.liegg.engine.tensorflow.read.VariableValues;
import org.liegg.engine.tensorflow.target.ModelTarget;
import org.liegg.engine.tensorflow.target.SamplePlan;
import org.liegg.engine.tensorflow.target.ShapeInputs;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/**
 * A model as a flat graph without variables, in which every operation that has a wrong gradient is
 * replaced.
 *
 * @param graph computes {@link ModelTarget#ROOT} from the placeholders of the plan
 * @param plan how samples are given to it
 * @param outputs k
 * @param timeout how long one run of it may take, where loops are left that the samples decide
 */
public record LoweredModel(GraphDef graph, SamplePlan plan, int outputs, Duration timeout) {
  /** Samples at a time where a loop is written out, which fixes their number. */
  private static final int LOOP_BATCH = 32;

  /** A Jacobian of one sample that takes a GiB. */
  private static final long MAX_VALUES = 1 << 27;

  /** The passes that lower operations, in the order in which they are applied. */
  static List<GraphPass> lowerings(ModelFaults faults) {
    return List.of(
        new LowerIdentities(faults),
        new ResolveSwitches(faults),
        new LowerLogSoftmax(faults),
        new LowerScalars(faults),
        new LowerSteps(faults),
        new LowerIndexing(faults),
        new LowerMatrices(faults),
        new LowerLayouts(faults),
        new LowerBatchNorm(faults),
        new LowerImages(faults),
        new LowerConvolutions(faults));
  }

  /**
   * Lowers a model.
   *
   * @throws org.liegg.api.ModelException if its variables cannot be read, or the size of its output
   *     cannot be told
   */
  public static LoweredModel of(
      ModelTarget target,
      SamplePlan plan,
      VariableValues variables,
      Duration timeout,
      ModelFaults faults) {
    GraphPass prune = new PruneToOutputs(ModelTarget.roots(plan.inputs().size()));
    GraphDef graph = target.graph();
    SamplePlan fixed = plan;
    if (ModelTarget.hasControlFlow(graph)) {
      // The number of turns may follow from shapes that are known only if all sizes are.
      fixed = plan.batch() > 0 ? plan : plan.withBatch(LOOP_BATCH);
      graph = writtenOut(target.graph(), fixed, prune, faults);
    } else {
      graph = new ShapeInputs(fixed).apply(graph);
    }
    graph = new FreezeVariables(variables, faults).apply(graph);
    for (GraphPass pass : lowerings(faults)) {
      graph = pass.apply(graph);
    }
    graph = prune.apply(graph);
    if (plan.batch() == 0 && has(graph, ControlFlow::decides)) {
      // What some samples decide must not be decided for the others of a run.
      return of(target, plan.withBatch(1), variables, timeout, faults);
    }
    FiniteParameters.requireNumbers(graph, faults);
    graph = new LimitTurns(faults).apply(graph);
    int outputs = OutputSize.of(graph, fixed, faults);
    if ((long) outputs * fixed.inputSize() > MAX_VALUES) {
      throw faults.of(
          "LIEGG-MODEL-TOO-LARGE",
          "its Jacobian has %d × %d values for one sample".formatted(outputs, fixed.inputSize()),
          "take an output of fewer values, e.g. another layer, or an input of fewer");
    }
    return new LoweredModel(graph, fixed, outputs, timeout);
  }

  /** One loop after the other, as the shape of what one makes decides the turns of the next. */
  private static GraphDef writtenOut(
      GraphDef graph, SamplePlan plan, GraphPass prune, ModelFaults faults) {
    GraphPass loops = new UnrollLoops(OpCatalog.registered(), faults);
    GraphPass lists = new LowerTensorLists(faults);
    GraphDef now = new ShapeInputs(plan).apply(graph);
    while (has(now, ControlFlow::isChoice)) {
      GraphDef written = loops.apply(now);
      if (written.equals(now)) {
        return new HoistVariables(faults).apply(now);
      }
      now = prune.apply(lists.apply(prune.apply(written)));
    }
    return now;
  }

  private static boolean has(GraphDef graph, Predicate<String> kind) {
    return graph.getNodeList().stream().map(NodeDef::getOp).anyMatch(kind);
  }
}
