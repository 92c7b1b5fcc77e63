package org.liegg.engine.tensorflow.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;
import org.liegg.api.spi.ModelGradient;
import org.liegg.engine.tensorflow.Resources;
import org.liegg.engine.tensorflow.TestGraph;
import org.liegg.engine.tensorflow.TestModels;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.proto.AssetFileDef;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OpDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/** Saved models that would do something else than compute. */
class UntrustedModelsTest {
  @TempDir Path directory;

  /** Where the operation that writes a file stands. */
  enum Place {
    BESIDE_THE_MODEL,
    WHERE_THE_MODEL_IS_INITIALISED,
    IN_AN_UNUSED_FUNCTION,
    ON_THE_WAY_TO_THE_OUTPUT
  }

  @Test
  void theBombIsLive() {
    Path victim = directory.resolve("victim");
    Path model =
        TestGraph.write(
            bomb(Place.WHERE_THE_MODEL_IS_INITIALISED, victim), directory.resolve("model"));
    SavedModelBundle.load(model.toString(), "serve").close();
    assertThat(victim).as("TensorFlow runs it while loading").exists();
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsWritten(Place place) {
    Path victim = directory.resolve("victim");
    Path model = TestGraph.write(bomb(place, victim), directory.resolve("model"));
    assertRefused(model, "LIEGG-MODEL-UNTRUSTED-OP", "WriteFile");
    assertThat(victim).doesNotExist();
  }

  @Test
  void whatIsSavedBesideAModelOnlyStandsThere() {
    for (String op : List.of("CudnnRNNV3", "CudnnRNNBackprop", "IteratorGetNext")) {
      SavedModel.Builder model = TestModels.dense().model().toBuilder();
      model
          .getMetaGraphsBuilder(0)
          .getGraphDefBuilder()
          .getLibraryBuilder()
          .addFunction(
              FunctionDef.newBuilder()
                  .setSignature(OpDef.newBuilder().setName("beside"))
                  .addNodeDef(Nodes.node("unused", op)));
      Path path = TestGraph.write(model.build(), directory.resolve(op));
      try (ModelGradient opened = Resources.open(path, ModelOptions.defaults())) {
        assertThat(opened.info().inputSize()).as(op).isEqualTo(6);
      }
    }
  }

  @Test
  void aSaverThatRestoringWouldRunIsNotRun() {
    Path victim = directory.resolve("victim");
    TestGraph graph = TestModels.dense();
    graph.node(string("victim", victim.toString()));
    graph.node(strings("names"));
    graph.node(
        Nodes.node("save", "SaveV2", "victim", "names", "names")
            .putAttr(
                "dtypes",
                org.tensorflow.proto.AttrValue.newBuilder()
                    .setList(org.tensorflow.proto.AttrValue.ListValue.getDefaultInstance())
                    .build()));
    SavedModel.Builder model = graph.model().toBuilder();
    model.getMetaGraphsBuilder(0).getSaverDefBuilder().setRestoreOpName("save");
    Path saved = TestGraph.write(model.build(), directory.resolve("model"));
    try (ModelGradient opened = Resources.open(saved, ModelOptions.defaults())) {
      assertThat(opened.info().outputSize()).isEqualTo(4);
    }
    assertThat(directory.toFile().list()).containsExactly("model");
  }

  @Test
  void aSaverOnTheWayToTheOutputIsRefused() {
    TestGraph graph = new TestGraph();
    graph.node(string("file", directory.resolve("victim").toString()));
    graph.node(strings("names"));
    String restored =
        graph.node(
            Nodes.node("restore", "RestoreV2", "file", "names", "names")
                .putAttr(
                    "dtypes",
                    org.tensorflow.proto.AttrValue.newBuilder()
                        .setList(
                            org.tensorflow.proto.AttrValue.ListValue.newBuilder()
                                .addType(DataType.DT_FLOAT))
                        .build()));
    graph.output("y", graph.op("Mul", graph.input("x", -1, 3), restored));
    assertRefused(graph.save(directory.resolve("model")), "LIEGG-MODEL-UNSUPPORTED", "RestoreV2");
  }

  @Test
  void aFunctionThatIsNamedAsAnOperationIsRefused() {
    TestGraph graph = TestModels.dense();
    graph.function(
        FunctionDef.newBuilder().setSignature(OpDef.newBuilder().setName("MatMul")).build());
    assertRefused(graph.save(directory), "LIEGG-MODEL-UNTRUSTED-OP", "MatMul");
  }

  @Test
  void aFunctionThatCallsItselfIsRefused() {
    TestGraph graph = new TestGraph();
    OpDef.ArgDef.Builder argument = OpDef.ArgDef.newBuilder().setType(DataType.DT_FLOAT);
    graph.function(
        FunctionDef.newBuilder()
            .setSignature(
                OpDef.newBuilder()
                    .setName("again")
                    .addInputArg(argument.setName("x"))
                    .addOutputArg(argument.setName("y")))
            .addNodeDef(Nodes.node("one", "again", "x"))
            .addNodeDef(Nodes.node("two", "again", "one:y:0"))
            .putRet("y", "two:y:0")
            .build());
    graph.output("y", graph.node(Nodes.node("call", "again", graph.input("x", -1, 3))));
    assertRefused(graph.save(directory), "LIEGG-MODEL-CORRUPT", "again");
  }

  @Test
  void namesOfAssetsAreNeverOpened() throws IOException {
    Path secret = Files.writeString(directory.resolve("secret"), "secret");
    SavedModel.Builder model = TestModels.dense().model().toBuilder();
    model
        .getMetaGraphsBuilder(0)
        .addAssetFileDef(
            AssetFileDef.newBuilder()
                .setFilename("../secret")
                .setTensorInfo(TensorInfo.newBuilder().setName("x:0")));
    Path saved = TestGraph.write(model.build(), directory.resolve("model"));
    Files.delete(secret);
    Resources.open(saved, ModelOptions.defaults()).close();
    assertThat(directory.toFile().list()).containsExactly("model");
  }

  @Test
  void aConstantThatClaimsToBeHugeIsRefused() {
    TestGraph graph = new TestGraph();
    TensorProto huge =
        TensorProto.newBuilder()
            .setDtype(DataType.DT_FLOAT)
            .setTensorShape(
                TensorShapeProto.newBuilder()
                    .addDim(TensorShapeProto.Dim.newBuilder().setSize(1L << 40)))
            .addFloatVal(1)
            .build();
    String constant = graph.node(TestGraph.constant("huge", huge));
    graph.output("y", graph.op("Mul", graph.input("x", -1, 3), constant));
    assertRefused(graph.save(directory), "LIEGG-MODEL-TOO-LARGE", "huge");
  }

  private static void assertRefused(Path model, String code, String named) {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> Resources.open(model, ModelOptions.defaults()))
        .withMessageStartingWith(code)
        .withMessageContaining(named);
  }

  private static SavedModel bomb(Place place, Path victim) {
    TestGraph graph = TestModels.dense();
    NodeDef.Builder write = Nodes.node("write", "WriteFile", "name", "text");
    SavedModel.Builder model;
    switch (place) {
      case IN_AN_UNUSED_FUNCTION -> {
        graph.function(
            FunctionDef.newBuilder()
                .setSignature(OpDef.newBuilder().setName("unused"))
                .addNodeDef(string("name", victim.toString()))
                .addNodeDef(string("text", "text"))
                .addNodeDef(Nodes.node("write", "WriteFile", "name:output:0", "text:output:0"))
                .build());
        return graph.model();
      }
      case ON_THE_WAY_TO_THE_OUTPUT -> {
        graph.node(string("name", victim.toString()));
        graph.node(string("text", "text"));
        graph.node(write);
        String held = graph.op("Identity", "x", "^write");
        return graph.output("y", held).model();
      }
      default -> {
        graph.node(string("name", victim.toString()));
        graph.node(string("text", "text"));
        graph.node(write);
        model = graph.model().toBuilder();
      }
    }
    if (place == Place.WHERE_THE_MODEL_IS_INITIALISED) {
      MetaGraphDef.Builder meta = model.getMetaGraphsBuilder(0);
      SignatureDef.Builder init = SignatureDef.newBuilder();
      for (Map.Entry<String, String> output : Map.of("__saved_model_init_op", "write").entrySet()) {
        init.putOutputs(
            output.getKey(), TensorInfo.newBuilder().setName(output.getValue()).build());
      }
      meta.putSignatureDef("__saved_model_init_op", init.build());
    }
    return model.build();
  }

  private static NodeDef.Builder string(String name, String value) {
    return TestGraph.constant(
        name,
        TensorProto.newBuilder()
            .setDtype(DataType.DT_STRING)
            .setTensorShape(TensorShapeProto.getDefaultInstance())
            .addStringVal(ByteString.copyFromUtf8(value))
            .build());
  }

  private static NodeDef.Builder strings(String name) {
    return TestGraph.constant(
        name,
        TensorProto.newBuilder()
            .setDtype(DataType.DT_STRING)
            .setTensorShape(Nodes.shapeProto(List.of(1)))
            .addStringVal(ByteString.copyFromUtf8("w"))
            .build());
  }
}
