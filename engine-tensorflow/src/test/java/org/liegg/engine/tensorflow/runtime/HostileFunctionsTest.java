package org.liegg.engine.tensorflow.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liegg.engine.tensorflow.TestFunction.named;
import static org.liegg.engine.tensorflow.runtime.HostileGraphs.DOUBLE;
import static org.liegg.engine.tensorflow.runtime.HostileGraphs.around;
import static org.liegg.engine.tensorflow.runtime.HostileGraphs.branching;
import static org.liegg.engine.tensorflow.runtime.HostileGraphs.caller;
import static org.liegg.engine.tensorflow.runtime.HostileGraphs.listed;
import static org.liegg.engine.tensorflow.runtime.HostileGraphs.saving;
import static org.liegg.engine.tensorflow.runtime.HostileGraphs.with;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;
import org.liegg.engine.tensorflow.TestFunction;
import org.liegg.engine.tensorflow.TestGraph;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.types.TFloat64;

/** Functions that would write a file, wherever a graph may name them. */
class HostileFunctionsTest extends RefusedGraphs {
  private static final AttrValue SAVING = named("saving");
  private static final AttrValue NONE = AttrValue.getDefaultInstance();

  static Stream<Arguments> refused() {
    return Stream.of(
        refused("a branch", "SaveV2", v -> branching(SAVING)),
        refused(
            "an attribute of a branch",
            "SaveV2",
            v -> branching(with("calls", SAVING)).function(caller("calls", NONE))),
        refused(
            "the default value of an attribute",
            "SaveV2",
            v -> branching(named("calls")).function(caller("calls", SAVING))),
        refused(
            "the default value of an attribute of a default value",
            "SaveV2",
            v ->
                branching(named("calls"))
                    .function(caller("calls", with("again", SAVING)))
                    .function(caller("again", NONE))),
        refused(
            "attributes of attributes of attributes",
            "SaveV2",
            v ->
                branching(with("calls", with("calls", with("calls", SAVING))))
                    .function(caller("calls", NONE))),
        refused(
            "a list of functions in an attribute",
            "SaveV2",
            v ->
                branching(with("calls", listed(named("calm"), SAVING)))
                    .function(caller("calls", NONE))),
        refused(
            "a case within a branch",
            "SaveV2",
            v -> branching(named("cases")).function(around("cases", cases(), "output:0"))),
        refused(
            "a call within a branch",
            "SaveV2",
            v ->
                branching(named("calling"))
                    .function(
                        around(
                            "calling",
                            TestFunction.call("saving", List.of(DOUBLE), List.of(DOUBLE), "x"),
                            "output:0"))),
        refused(
            "a function as an operation of a branch",
            "SaveV2",
            v ->
                branching(named("direct"))
                    .function(around("direct", Nodes.node("", "saving", "x"), "y:0"))),
        refused("the body of a loop", "SaveV2", v -> HostileGraphs.loop("always", "saving")),
        refused("the condition of a loop", "SaveV2", v -> HostileGraphs.loop("saving", "calm")),
        refused(
            "what a branch does beside its result",
            "SaveV2",
            v -> branching(named("beside")).function(beside(v))),
        refused(
            "a gradient of a function",
            "SymbolicGradient",
            v ->
                branching(named("derived"))
                    .function(
                        around(
                            "derived",
                            Nodes.node("", "SymbolicGradient", "x")
                                .putAttr("Tin", TestFunction.types(List.of(DOUBLE)))
                                .putAttr("Tout", TestFunction.types(List.of(DOUBLE)))
                                .putAttr("f", SAVING),
                            "output:0"))),
        refused(
            "a function that takes an operation's place",
            "WriteFile",
            v ->
                branching(named("direct"))
                    .function(around("direct", Nodes.node("", "WriteFile", "x"), "y:0"))
                    .function(around("WriteFile", identity(), "output:0"))),
        refused(
            "a function that calls itself",
            "itself",
            v ->
                branching(named("itself"))
                    .function(around("itself", Nodes.node("", "itself", "x"), "y:0"))),
        refused("calls in calls", "levels", v -> chain(branching(named("f0")), 150, false)),
        refused("calls that double", "nodes", v -> chain(branching(named("f0")), 60, true)));
  }

  @Test
  void theBombIsLive() throws IOException {
    Path victim = directory.resolve("victim");
    try (Graph graph = new Graph();
        TFloat64 x = TFloat64.tensorOf(Shape.of(1, 3), data -> data.setDouble(1, 0, 0))) {
      graph.importGraphDef(branching(SAVING).function(saving(victim)).graph());
      try (Session session = new Session(graph);
          Result result = session.runner().feed("x", x).fetch("branch").run()) {
        assertThat(result.size()).isEqualTo(1);
      }
    }
    assertThat(directory.toFile().list()).isNotEmpty();
  }

  private static NodeDef.Builder identity() {
    return Nodes.node("", "Identity", "x").putAttr("T", Nodes.type(DOUBLE));
  }

  private static NodeDef.Builder cases() {
    return Nodes.node("", "Case", "x", "x")
        .putAttr("Tin", TestFunction.types(List.of(DOUBLE)))
        .putAttr("Tout", TestFunction.types(List.of(DOUBLE)))
        .putAttr("branches", listed(named("calm"), SAVING));
  }

  /** The branch's result does not depend on what is written. */
  private static FunctionDef beside(Path victim) {
    FunctionDef.Builder function = saving(victim).toBuilder();
    function.getSignatureBuilder().setName("beside").addControlOutput("write");
    return function.putRet("y", "x").putControlRet("write", "SaveV2_3").build();
  }

  private static TestGraph chain(TestGraph graph, int levels, boolean twice) {
    for (int i = 0; i < levels; i++) {
      String next = i + 1 < levels ? "f" + (i + 1) : "calm";
      TestFunction function = new TestFunction("f" + i).argument("x", DOUBLE);
      String result = function.node(Nodes.node("", next, "x"), "y:0");
      if (twice) {
        result = function.node(Nodes.node("", next, result), "y:0");
      }
      graph.function(function.result("y", DOUBLE, result).build());
    }
    return graph;
  }
}
