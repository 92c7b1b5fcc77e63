package org.liegg.engine.tensorflow.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.liegg.engine.tensorflow.Resources;
import org.liegg.engine.tensorflow.TestGraph;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;

/** Signatures that read other variables than those that are restored, as exports of Keras 3 do. */
class CapturedVariablesTest {
  private static final Path ORIGINAL = Resources.path("half-plus-two-2");

  @TempDir Path directory;

  @BeforeEach
  void copyVariables() throws IOException {
    Path variables = Files.createDirectories(directory.resolve("variables"));
    try (Stream<Path> files = Files.list(ORIGINAL.resolve("variables"))) {
      for (Path file : files.toList()) {
        Files.copy(file, variables.resolve(file.getFileName().toString()));
      }
    }
  }

  @Test
  void areFoundByTheObjectsThatHoldThem() throws IOException {
    TestGraph.write(apart(), directory);
    try (ModelGradient model = Resources.open(directory, new ModelOptions(Precision.DOUBLE))) {
      assertThat(model.jacobians(new Batch(1, 1, new double[] {4})).values())
          .containsExactly(new double[] {0.5}, within(1e-12));
      assertThat(model.outputs(new Batch(1, 1, new double[] {4})).values())
          .containsExactly(new double[] {4}, within(1e-12));
    }
  }

  @Test
  void areNamedWhereNoObjectHoldsThem() throws IOException {
    SavedModel.Builder model = apart().toBuilder();
    var objects = model.getMetaGraphsBuilder(0).getObjectGraphDefBuilder();
    objects
        .getConcreteFunctionsMap()
        .forEach(
            (name, function) -> {
              var elsewhere = function.toBuilder();
              for (int i = 0; i < function.getBoundInputsCount(); i++) {
                elsewhere.setBoundInputs(i, i == 0 ? -1 : Integer.MAX_VALUE);
              }
              objects.putConcreteFunctions(name, elsewhere.build());
            });
    TestGraph.write(model.build(), directory);
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> Resources.open(directory, ModelOptions.defaults()).close())
        .withMessageContaining("LIEGG-MODEL-CORRUPT")
        .withMessageContaining("no value for variable read_");
  }

  /** Every call reads copies of the variables, which nothing restores. */
  private static SavedModel apart() throws IOException {
    SavedModel model = SavedModel.parseFrom(Files.readAllBytes(ORIGINAL.resolve("saved_model.pb")));
    MetaGraphDef meta = model.getMetaGraphs(0);
    GraphDef.Builder graph = meta.getGraphDef().toBuilder().clearNode();
    for (NodeDef node : meta.getGraphDef().getNodeList()) {
      boolean call =
          node.getOp().equals("StatefulPartitionedCall")
              && node.getAttrOrThrow("f").getFunc().getName().contains("signature_wrapper");
      if (node.getOp().equals("VarHandleOp")) {
        graph.addNode(
            node.toBuilder()
                .setName("read_" + node.getName())
                .putAttr("shared_name", Nodes.text("read_" + node.getName())));
      }
      NodeDef.Builder changed = node.toBuilder();
      for (int i = 1; call && i < node.getInputCount(); i++) {
        changed.setInput(i, "read_" + node.getInput(i));
      }
      graph.addNode(changed);
    }
    return model.toBuilder().setMetaGraphs(0, meta.toBuilder().setGraphDef(graph)).build();
  }
}
