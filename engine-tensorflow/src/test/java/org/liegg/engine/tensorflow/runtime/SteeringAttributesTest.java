package org.liegg.engine.tensorflow.runtime;

import static org.liegg.engine.tensorflow.TestFunction.named;
import static org.liegg.engine.tensorflow.runtime.HostileGraphs.branching;
import static org.liegg.engine.tensorflow.runtime.HostileGraphs.saving;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.CollectionDef;
import org.tensorflow.proto.GradientDef;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.RegisteredGradient;
import org.tensorflow.proto.SavedModel;

/** What only steers a runtime is left out of a graph, whatever it names. */
class SteeringAttributesTest {
  private static final AttrValue SAVING = named("saving");

  @TempDir Path directory;

  static Stream<Arguments> harmless() {
    return Stream.of(
        harmless(
            "a registered gradient of a function",
            model -> {
              graph(model)
                  .getLibraryBuilder()
                  .addGradient(
                      GradientDef.newBuilder().setFunctionName("calm").setGradientFunc("saving"));
            }),
        harmless(
            "a registered gradient of an operation",
            model -> {
              graph(model)
                  .getLibraryBuilder()
                  .addRegisteredGradients(
                      RegisteredGradient.newBuilder()
                          .setRegisteredOpType("Tanh")
                          .setGradientFunc("saving"));
            }),
        harmless(
            "an attribute of a node that steers the runtime",
            model -> {
              graph(model).getNodeBuilderList().forEach(node -> node.putAttr("_after", SAVING));
            }),
        harmless(
            "an attribute of a function",
            model -> {
              graph(model)
                  .getLibraryBuilder()
                  .getFunctionBuilderList()
                  .forEach(
                      function ->
                          function
                              .putAttr("api_implements", Nodes.text("saving"))
                              .putAttr("_forward_function_name", SAVING));
            }),
        harmless(
            "another machine's device",
            model -> {
              graph(model)
                  .getNodeBuilderList()
                  .forEach(node -> node.setDevice("/job:evil/replica:0/task:7/device:CPU:0"));
            }),
        harmless(
            "an operation of initialisation",
            model -> {
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
            }));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("harmless")
  void isLeftOut(String way, Consumer<SavedModel.Builder> change) {
    HostileOpening.assertOpens(
        directory,
        victim -> {
          SavedModel.Builder model = branching(named("calm")).model().toBuilder();
          change.accept(model);
          graph(model).getLibraryBuilder().addFunction(saving(victim));
          return model.build();
        });
  }

  private static Arguments harmless(String way, Consumer<SavedModel.Builder> change) {
    return Arguments.of(way, change);
  }

  private static GraphDef.Builder graph(SavedModel.Builder model) {
    return model.getMetaGraphsBuilder(0).getGraphDefBuilder();
  }
}
