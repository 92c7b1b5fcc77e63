package org.liegg.engine.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.liegg.engine.tensorflow.HostileGraphs.DOUBLE;
import static org.liegg.engine.tensorflow.HostileGraphs.around;
import static org.liegg.engine.tensorflow.HostileGraphs.branching;
import static org.liegg.engine.tensorflow.HostileGraphs.caller;
import static org.liegg.engine.tensorflow.HostileGraphs.listed;
import static org.liegg.engine.tensorflow.HostileGraphs.saving;
import static org.liegg.engine.tensorflow.HostileGraphs.with;
import static org.liegg.engine.tensorflow.TestFunction.named;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.CollectionDef;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.GradientDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.RegisteredGradient;
import org.tensorflow.proto.ResourceHandleProto;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.types.TFloat64;

/** Ways by which a graph might reach a file, a process, a socket or a class. */
class HostileGraphsTest {
  private static final AttrValue SAVING = named("saving");
  private static final AttrValue NONE = AttrValue.getDefaultInstance();
  private static final ModelOptions OPTIONS =
      new ModelOptions(Precision.DOUBLE).withSelfCheck(false);

  @TempDir Path directory;

  /** A model that is made for a file that it is to write, and a socket that it is to reach. */
  interface Attempt {
    SavedModel model(Path victim, int port);
  }

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
        refused("the body of a loop", "SaveV2", v -> loop("always", "saving")),
        refused("the condition of a loop", "SaveV2", v -> loop("saving", "calm")),
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
        refused("a function of another machine", "RemoteCall", v -> inBranch("RemoteCall")),
        refused("Python", "PyFunc", v -> inBranch("PyFunc")),
        refused("what one sends", "_Send", v -> inBranch("_Send")),
        refused("what one receives", "_HostRecv", v -> inBranch("_HostRecv")),
        refused("a debugger", "DebugIdentityV2", v -> inBranch("DebugIdentityV2")),
        refused("a summary", "WriteScalarSummary", v -> inBranch("WriteScalarSummary")),
        refused("a queue", "QueueDequeueV2", v -> inBranch("QueueDequeueV2")),
        refused(
            "a table from a file",
            "InitializeTableFromTextFileV2",
            v -> inBranch("InitializeTableFromTextFileV2")),
        refused("an operation of a library", "Evil>Op", v -> inBranch("Evil>Op")),
        refused(
            "a function that takes an operation's place",
            "WriteFile",
            v ->
                branching(named("direct"))
                    .function(around("direct", Nodes.node("", "WriteFile", "x"), "y:0"))
                    .function(around("WriteFile", identity(), "output:0"))),
        refused("a handle that is written down", "DT_RESOURCE", v -> handle()),
        refused(
            "a name that the runtime would print",
            "\\u001B[31m",
            v ->
                branching(named("red"))
                    .function(around("red", Nodes.node("", "Tanh", "x\u001b[31m"), "y:0"))),
        refused(
            "a function that calls itself",
            "itself",
            v ->
                branching(named("itself"))
                    .function(around("itself", Nodes.node("", "itself", "x"), "y:0"))),
        refused("calls in calls", "levels", v -> chain(branching(named("f0")), 150, false)),
        refused("calls that double", "nodes", v -> chain(branching(named("f0")), 60, true)));
  }

  static Stream<Arguments> harmless() {
    return Stream.of(
        harmless(
            "a registered gradient of a function",
            v -> {
              SavedModel.Builder model = branching(named("calm")).model().toBuilder();
              graph(model)
                  .getLibraryBuilder()
                  .addGradient(
                      GradientDef.newBuilder().setFunctionName("calm").setGradientFunc("saving"));
              return model.build();
            }),
        harmless(
            "a registered gradient of an operation",
            v -> {
              SavedModel.Builder model = branching(named("calm")).model().toBuilder();
              graph(model)
                  .getLibraryBuilder()
                  .addRegisteredGradients(
                      RegisteredGradient.newBuilder()
                          .setRegisteredOpType("Tanh")
                          .setGradientFunc("saving"));
              return model.build();
            }),
        harmless(
            "an attribute of a node that steers the runtime",
            v -> {
              SavedModel.Builder model = branching(named("calm")).model().toBuilder();
              graph(model).getNodeBuilderList().forEach(node -> node.putAttr("_after", SAVING));
              return model.build();
            }),
        harmless(
            "an attribute of a function",
            v -> {
              SavedModel.Builder model = branching(named("calm")).model().toBuilder();
              graph(model)
                  .getLibraryBuilder()
                  .getFunctionBuilderList()
                  .forEach(
                      function ->
                          function
                              .putAttr("api_implements", Nodes.text("saving"))
                              .putAttr("_forward_function_name", SAVING));
              return model.build();
            }),
        harmless(
            "another machine's device",
            v -> {
              SavedModel.Builder model = branching(named("calm")).model().toBuilder();
              graph(model)
                  .getNodeBuilderList()
                  .forEach(node -> node.setDevice("/job:evil/replica:0/task:7/device:CPU:0"));
              return model.build();
            }),
        harmless(
            "an operation of initialisation",
            v -> {
              SavedModel.Builder model = branching(named("calm")).model().toBuilder();
              graph(model).addNode(Nodes.node("init", "saving", "x"));
              for (String key :
                  List.of("saved_model_main_op", "legacy_init_op", "table_initializer")) {
                model
                    .getMetaGraphsBuilder(0)
                    .putCollectionDef(
                        key,
                        CollectionDef.newBuilder()
                            .setNodeList(CollectionDef.NodeList.newBuilder().addValue("init"))
                            .build());
              }
              return model.build();
            }));
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

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void isRefusedByName(String way, String named, Attempt attempt) throws IOException {
    quietly(
        attempt,
        model ->
            assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> Resources.open(model, OPTIONS))
                .withMessageStartingWith("LIEGG-MODEL-")
                .withMessageContaining(named)
                .satisfies(e -> assertThat(e).hasMessageNotContaining("\n")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("harmless")
  void isLeftOut(String way, Attempt attempt) throws IOException {
    quietly(
        attempt,
        model -> {
          try (ModelGradient opened = Resources.open(model, OPTIONS)) {
            Batch samples = new Batch(2, 3, new double[] {1, 2, 3, 4, 5, 6});
            assertThat(opened.jacobians(samples).values()).hasSize(18);
          }
        });
  }

  /** Nothing is written beside the model, and nobody calls. */
  private void quietly(Attempt attempt, java.util.function.Consumer<Path> use) throws IOException {
    try (ServerSocketChannel socket = ServerSocketChannel.open()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      socket.configureBlocking(false);
      SavedModel model = attempt.model(directory.resolve("victim"), socket.socket().getLocalPort());
      Path saved = TestGraph.write(model, directory.resolve("model"));
      use.accept(saved);
      assertThat(socket.accept()).isNull();
    }
    assertThat(directory.toFile().list()).containsExactly("model");
    assertThat(directory.resolve("model").toFile().list()).containsExactly("saved_model.pb");
  }

  private static Arguments refused(
      String way, String named, java.util.function.Function<Path, TestGraph> graph) {
    Attempt attempt = (victim, port) -> graph.apply(victim).function(saving(victim)).model();
    return Arguments.of(way, named, attempt);
  }

  private static Arguments harmless(
      String way, java.util.function.Function<Path, SavedModel> model) {
    Attempt attempt =
        (victim, port) -> {
          SavedModel.Builder built = model.apply(victim).toBuilder();
          graph(built).getLibraryBuilder().addFunction(saving(victim));
          return built.build();
        };
    return Arguments.of(way, attempt);
  }

  private static org.tensorflow.proto.GraphDef.Builder graph(SavedModel.Builder model) {
    return model.getMetaGraphsBuilder(0).getGraphDefBuilder();
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

  private static TestGraph inBranch(String op) {
    return branching(named("inner")).function(around("inner", Nodes.node("", op, "x"), "output:0"));
  }

  /** The branch's result does not depend on what is written. */
  private static FunctionDef beside(Path victim) {
    FunctionDef.Builder function = saving(victim).toBuilder();
    function.getSignatureBuilder().setName("beside").addControlOutput("write");
    return function.putRet("y", "x").putControlRet("write", "SaveV2_3").build();
  }

  private static TestGraph loop(String condition, String body) {
    TestGraph graph = new TestGraph(DOUBLE);
    String x = graph.input("x", -1, 3);
    String loop =
        graph.node(
            Nodes.node("loop", "While", x)
                .putAttr("T", TestFunction.types(List.of(DOUBLE)))
                .putAttr("cond", named(condition))
                .putAttr("body", named(body)));
    return graph
        .output("y", graph.op("Tanh", loop))
        .function(HostileGraphs.calm())
        .function(HostileGraphs.always());
  }

  private static TestGraph handle() {
    TensorProto value =
        TensorProto.newBuilder()
            .setDtype(DataType.DT_RESOURCE)
            .setTensorShape(Nodes.shapeProto(List.of()))
            .addResourceHandleVal(ResourceHandleProto.newBuilder().setName("weights"))
            .build();
    TestFunction function = new TestFunction("reads").argument("x", DOUBLE);
    String read = function.read(function.constant(value));
    return branching(named("reads")).function(function.result("y", DOUBLE, read).build());
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
