package org.liegg.engine.tensorflow.controlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.Batch;
import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;
import org.liegg.api.spi.GradientCheck;
import org.liegg.api.spi.ModelGradient;
import org.liegg.engine.tensorflow.InMemoryModels;
import org.liegg.engine.tensorflow.Resources;
import org.liegg.engine.tensorflow.TestModels;
import org.liegg.engine.tensorflow.graph.GraphEdit;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OpDef;
import org.tensorflow.proto.TensorProto;

/** Loops that the samples decide, and whose functions read variables. */
class HoistVariablesTest {

  private final Map<String, TensorProto> values = new HashMap<>();

  @TempDir Path directory;

  @Test
  void loopsThatReadVariablesAreDifferencedWhereTheSamplesDecideTheirLength() {
    MetaGraphDef decided = TestModels.decidedBySamples().model().getMetaGraphs(0);
    MetaGraphDef model = decided.toBuilder().setGraphDef(reading(decided.getGraphDef())).build();
    Path known = TestModels.recurrent().save(directory);
    ModelOptions options = new ModelOptions(Precision.DOUBLE);
    Batch x = GradientCheck.randomSamples(15);
    try (ModelGradient exact = Resources.open(known, options);
        ModelGradient differences = InMemoryModels.open(model, variables -> values, options)) {
      assertThat(differences.warnings())
          .singleElement()
          .satisfies(
              warning -> {
                assertThat(warning.code()).isEqualTo("finite-differences");
                assertThat(warning.message()).contains("While", "7.6e-06");
              });
      assertThat(differences.jacobians(x).values())
          .containsExactly(exact.jacobians(x).values(), within(1e-8));
    }
  }

  /** The graph whose loop is given variables, and whose turns read them. */
  private GraphDef reading(GraphDef graph) {
    GraphEdit edit = new GraphEdit(graph);
    NodeDef.Builder loop = edit.find("loop").orElseThrow().toBuilder();
    for (int i : List.of(4, 5)) {
      NodeDef weights = edit.find(loop.getInput(i)).orElseThrow();
      values.put(weights.getName(), weights.getAttrOrThrow("value").getTensor());
      edit.put(
          Nodes.node(weights.getName(), "VarHandleOp")
              .putAttr("dtype", Nodes.type(DataType.DT_FLOAT))
              .build());
      var types = loop.getAttrOrThrow("T").toBuilder();
      types.getListBuilder().setType(i, DataType.DT_RESOURCE);
      loop.putAttr("T", types.build());
    }
    edit.put(loop.build());
    GraphDef.Builder changed = edit.build().toBuilder();
    changed.getLibraryBuilder().getFunctionBuilderList().forEach(HoistVariablesTest::read);
    return changed.build();
  }

  private static void read(FunctionDef.Builder function) {
    OpDef.Builder signature = function.getSignatureBuilder();
    for (int i : List.of(4, 5)) {
      signature.getInputArgBuilder(i).setType(DataType.DT_RESOURCE);
      if (signature.getOutputArgCount() > i) {
        signature.getOutputArgBuilder(i).setType(DataType.DT_RESOURCE);
      }
      String name = signature.getInputArg(i).getName();
      boolean used = false;
      for (NodeDef.Builder node : function.getNodeDefBuilderList()) {
        int at = node.getInputList().indexOf(name);
        if (at >= 0) {
          node.setInput(at, "read_" + name + ":value:0");
          used = true;
        }
      }
      if (used) {
        function.addNodeDef(
            Nodes.node("read_" + name, "ReadVariableOp", name)
                .putAttr("dtype", Nodes.type(DataType.DT_FLOAT)));
      }
    }
  }
}
