package org.liegg.engine.tensorflow.lower;

import java.util.Arrays;
import java.util.Random;
import org.liegg.engine.tensorflow.graph.DataTypes;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.OpCatalog;
import org.liegg.engine.tensorflow.runtime.NativeGraph;
import org.liegg.engine.tensorflow.target.ModelTarget;
import org.liegg.engine.tensorflow.target.SampleFeeds;
import org.liegg.engine.tensorflow.target.SamplePlan;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;

/** Finds how many outputs a sample has. */
final class OutputSize {

  private OutputSize() {}

  /** From the shape where it is known, otherwise from a run on random samples. */
  static int of(GraphDef graph, SamplePlan plan, ModelFaults faults) {
    // One precision, as feeds are of one.
    GraphDef single =
        new ToFloating(DataType.DT_DOUBLE, OpCatalog.registered(), faults).apply(graph);
    try (NativeGraph taken = NativeGraph.of(single, faults)) {
      long[] shape = taken.shape(ModelTarget.ROOT).orElse(new long[0]);
      boolean batched = plan.inputs().stream().anyMatch(input -> input.varies() && input.batched());
      long[] sizes =
          batched && shape.length > 0 ? Arrays.copyOfRange(shape, 1, shape.length) : shape;
      boolean known = shape.length > 0 && Arrays.stream(sizes).noneMatch(size -> size < 0);
      boolean rowForRow =
          !batched || (shape.length > 0 && shape[0] == (plan.batch() == 0 ? -1 : plan.batch()));
      long size =
          known && rowForRow
              ? Arrays.stream(sizes).reduce(1, DataTypes::product)
              : run(taken, plan, faults);
      if (size <= 0 || size > Integer.MAX_VALUE / 16) {
        throw faults.unsupported(
            "its output has %d values a sample".formatted(size), "choose another with --output");
      }
      return (int) size;
    }
  }

  private static long run(NativeGraph graph, SamplePlan plan, ModelFaults faults) {
    int rows = plan.batch() > 0 ? plan.batch() : 3;
    double[] x = new Random(1).doubles((long) rows * plan.sampleSize(), 0.1, 0.9).toArray();
    try (SampleFeeds feeds = SampleFeeds.of(graph, plan, x, rows, row -> row, DataType.DT_DOUBLE)) {
      Session.Runner runner = graph.session().runner();
      feeds.feed(runner);
      try (Result result = runner.fetch(graph.tensor(ModelTarget.ROOT)).run()) {
        long values = result.get(0).shape().size();
        if (values % rows != 0) {
          throw faults.unsupported(
              "for %d samples a tensor of shape %s comes out, which has no axis of samples"
                  .formatted(rows, result.get(0).shape()),
              "take an output that has one row a sample");
        }
        return values / rows;
      }
    }
  }
}
