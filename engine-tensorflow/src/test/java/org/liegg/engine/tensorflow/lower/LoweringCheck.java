package org.liegg.engine.tensorflow.lower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.params.provider.Arguments;
import org.liegg.api.Batch;
import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;
import org.liegg.api.spi.GradientCheck;
import org.liegg.api.spi.ModelGradient;
import org.liegg.engine.tensorflow.Resources;
import org.liegg.engine.tensorflow.TestGraph;
import org.liegg.engine.tensorflow.graph.GraphPass;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.liegg.engine.tensorflow.runtime.NativeGraph;
import org.tensorflow.Result;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.types.TFloat64;

/**
 * A lowering computes what the operation computes, and has a gradient that differences confirm.
 *
 * @param pass the lowering
 * @param graph in double precision, of x, which is 3 × 4 × 4 × 2, and {@code result}
 */
record LoweringCheck(GraphPass pass, TestGraph graph) {
  static final ModelFaults FAULTS = new ModelFaults("test");

  /** A check, and its name. */
  static Arguments of(String name, GraphPass pass, Function<TestGraph, String> operation) {
    TestGraph graph = new TestGraph(DataType.DT_DOUBLE);
    graph.input("x", -1, 4, 4, 2);
    String result = operation.apply(graph);
    graph.node(Nodes.identity("result", result, DataType.DT_DOUBLE).toBuilder());
    return Arguments.of(name, new LoweringCheck(pass, graph));
  }

  void computesTheSame() {
    GraphDef lowered = pass.apply(graph.graph());
    assertThat(lowered).as(pass.name()).isNotEqualTo(graph.graph());
    double[] expected = run(graph.graph());
    assertThat(run(lowered)).hasSameSizeAs(expected).containsExactly(expected, within(1e-12));
  }

  void isDifferentiatedRightly(Path directory) {
    Path model = graph.output("y", "result").save(directory);
    try (ModelGradient session = Resources.open(model, new ModelOptions(Precision.DOUBLE))) {
      assertThat(session.info().selfCheck().status()).isEqualTo(SelfCheck.Status.PASSED);
      assertThat(session.info().selfCheck().error()).isLessThan(1e-6);
      assertThat(session.warnings()).as("no differences instead of gradients").isEmpty();
    }
  }

  /** What a graph makes of three samples. */
  static double[] run(GraphDef graph) {
    Batch x = GradientCheck.randomSamples(96).slice(0, 1);
    try (NativeGraph taken = NativeGraph.of(graph, FAULTS);
        TFloat64 input =
            TFloat64.tensorOf(
                org.tensorflow.ndarray.Shape.of(3, 4, 4, 2),
                tensor -> tensor.asRawTensor().data().asDoubles().write(x.values()));
        Result result = taken.session().runner().feed("x", input).fetch("result").run()) {
      double[] values = new double[(int) result.get(0).shape().size()];
      result.get(0).asRawTensor().data().asDoubles().read(values);
      return values;
    }
  }
}
