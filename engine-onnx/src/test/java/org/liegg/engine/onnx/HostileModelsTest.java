package org.liegg.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;

/** Files that contradict themselves: one line with a code each, before native code sees any. */
class HostileModelsTest {
  @TempDir Path folder;

  private void refused(TestModel model, String code, String... words) {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> RuleCheck.open(model.save(folder), ModelOptions.defaults()))
        .withMessageStartingWith(code)
        .satisfies(
            e -> {
              assertThat(e.getMessage()).doesNotContain("\n");
              List.of(words).forEach(word -> assertThat(e.getMessage()).contains(word));
            });
  }

  private static TestModel started() {
    TestModel model = new TestModel(13);
    model.input("x", -1, 1, 4, 4);
    return model;
  }

  @ParameterizedTest
  @ValueSource(strings = {"strides", "dilations", "kernel_shape"})
  void windowsOfNoSize(String attribute) {
    TestModel model = started();
    Map<String, Object> settings =
        attribute.equals("kernel_shape")
            ? Map.of(attribute, new long[] {0, 0})
            : Map.of(attribute, new long[] {0, 1}, "kernel_shape", new long[] {2, 2});
    model.output(model.op("MaxPool", settings, "x"), -1, 1, 3, 3);
    refused(model, "LIEGG-MODEL-CORRUPT", "MaxPool", attribute + " of 0");
  }

  @Test
  void groupsOfNoSize() {
    TestModel model = started();
    model.output(model.op("Conv", Map.of("group", 0), "x", model.weights(1, 1, 2, 2)));
    refused(model, "LIEGG-MODEL-CORRUPT", "0 groups");
  }

  @Test
  void aCircle() {
    TestModel model = started();
    String made = model.op("Add", "x", "Relu1_0");
    model.output(model.op("Relu", made));
    refused(model, "LIEGG-MODEL-CORRUPT", "stands on itself");
  }

  @Test
  void aTensorThatNothingMakes() {
    TestModel model = started();
    model.output(model.op("Add", "x", "nowhere"));
    refused(model, "LIEGG-MODEL-CORRUPT", "\"nowhere\", which nothing makes");
  }

  @Test
  void sizesThatNoMemoryHolds() {
    TestModel model = started();
    model.initial(TestModel.tensor(DataType.FLOAT, 1L << 40, 1L << 40));
    model.output(model.op("Add", "x", "w0"));
    refused(model, "LIEGG-MODEL-TOO-LARGE");
    TestModel wide = started();
    wide.output(wide.op("Expand", "x", wide.integers(1 << 20, 1 << 20, 1, 1)));
    refused(wide, "LIEGG-MODEL-TOO-LARGE");
  }

  @Test
  void moreOrFewerBytesThanTheShapeNeeds() {
    TestModel model = started();
    model.initial(TestModel.tensor(DataType.FLOAT, 3).setRawData(ByteString.copyFrom(new byte[8])));
    model.output(model.op("Add", "x", "w0"));
    refused(model, "LIEGG-MODEL-CORRUPT", "8 bytes");
  }

  @Test
  void weightsThatAreNoNumbers() {
    TestModel model = started();
    model.output(model.op("Mul", "x", model.real(Double.NaN)));
    refused(model, "LIEGG-MODEL-NONFINITE", "a weight is NaN");
  }

  @Test
  void operatorsThatAreNotKnown() {
    TestModel model = started();
    model.output(model.op("NonMaxSuppression", "x"));
    refused(model, "LIEGG-MODEL-UNSUPPORTED", "NonMaxSuppression is not known");
  }

  @Test
  void graphsWithinGraphs() {
    GraphProto body = GraphProto.newBuilder().setName("end").build();
    for (int i = 0; i < 30; i++) {
      body =
          GraphProto.newBuilder()
              .addNode(TestModel.node("If", Map.of("then_branch", body), "x"))
              .build();
    }
    TestModel model = started();
    model.output(model.op("If", Map.of("then_branch", body), "x"));
    refused(model, "LIEGG-MODEL-CORRUPT");
  }

  @Test
  void anOpsetOfTheFuture() {
    TestModel model = new TestModel(99);
    model.input("x", -1, 2);
    model.output(model.op("Relu", "x"), -1, 2);
    refused(model, "LIEGG-MODEL-UNSUPPORTED", "opset 99");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../weights", "/etc/passwd", "link", "missing", "", "short"})
  void weightsElsewhere(String location) throws IOException {
    Path model = Files.createDirectories(folder.resolve("model"));
    Files.write(folder.resolve("weights"), new byte[64]);
    Files.write(model.resolve("short"), new byte[8]);
    Files.createSymbolicLink(model.resolve("link"), folder.resolve("weights"));
    TestModel outside = started();
    outside.initial(external(location));
    outside.output(outside.op("Add", "x", "w0"));
    Path file = outside.save(model);
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> RuleCheck.open(file, ModelOptions.defaults()))
        .withMessageStartingWith("LIEGG-MODEL-CORRUPT");
  }

  @Test
  void weightsBesideTheModelAreRead() throws IOException {
    Files.write(folder.resolve("weights"), new byte[64]);
    TestModel model = started();
    model.initial(external("weights"));
    model.output(model.op("Add", "x", "w0"), -1, 1, 4, 4);
    RuleCheck.open(model.save(folder), ModelOptions.defaults()).close();
  }

  private static TensorProto.Builder external(String location) {
    return TestModel.tensor(DataType.FLOAT, 4)
        .setDataLocation(TensorProto.DataLocation.EXTERNAL)
        .addExternalData(StringStringEntryProto.newBuilder().setKey("location").setValue(location));
  }

  @Test
  void damagedBytes() throws IOException {
    byte[] whole = Files.readAllBytes(OnnxContractTest.convolution(folder, -1));
    Random random = new Random(5);
    Path file = folder.resolve("damaged.onnx");
    for (int i = 0; i < 150; i++) {
      byte[] bytes =
          i % 3 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
      for (int j = 0; bytes.length > 0 && j < 1 + i % 4; j++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Files.write(file, bytes);
      try {
        new OnnxGradientProvider().layout(ModelSource.of(file), ModelOptions.defaults());
        RuleCheck.open(file, ModelOptions.defaults()).close();
      } catch (ModelException e) {
        assertThat(e.code()).startsWith("LIEGG-MODEL-");
      }
    }
  }
}
