package org.liegg.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.WarningCode;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.Models;

/** Models with operators that have no rule here, by differences of what the runtime computes. */
class DifferencesTest {
  private static final ModelOptions EXACT = new ModelOptions(Precision.DOUBLE);
  private static final ModelOptions DIFFERENCES =
      EXACT.withDerivatives(ModelOptions.Derivatives.DIFFERENCES);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {-1, 1, 4})
  void differencesAgreeWithDerivatives(int samples) throws IOException {
    TestModel model = new TestModel(13);
    model.input("x", samples, 3);
    String hidden = model.op("Tanh", model.dense("x", 3, 7));
    model.output(model.dense(hidden, 7, 4), samples, 4);
    Path path = model.save(folder);
    Batch batch = normal(9);
    try (ModelGradient exact = open(path, EXACT);
        ModelGradient close = open(path, DIFFERENCES)) {
      double[] right = exact.jacobians(batch).values();
      double[] found = close.jacobians(batch).values();
      double largest = 0;
      double error = 0;
      for (int i = 0; i < right.length; i++) {
        largest = Math.max(largest, Math.abs(right[i]));
        error = Math.max(error, Math.abs(right[i] - found[i]));
      }
      assertThat(close.info().gradientNoise()).isBetween(1e-7, 1e-2);
      assertThat(error / largest).isLessThan(20 * close.info().gradientNoise());
      assertThat(close.warnings())
          .extracting(warning -> warning.code())
          .containsExactly(WarningCode.FINITE_DIFFERENCES.label());
    }
  }

  @Test
  void operatorsWithoutARuleAreComputed() throws IOException {
    TestModel model = new TestModel(15);
    model.input("x", -1, 3);
    String bent = model.op("Tanh", model.dense("x", 3, 4));
    String largest = model.op("TopK", bent, model.integers(2));
    model.graph().getNodeBuilder(model.graph().getNodeCount() - 1).addOutput("places");
    model.output(largest, -1, 2);
    Path path = model.save(folder);
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> open(path, EXACT))
        .withMessageStartingWith("LIEGG-MODEL-UNSUPPORTED")
        .withMessageContaining("TopK")
        .withMessageContaining("--gradient differences");
    try (ModelGradient values = open(path, DIFFERENCES)) {
      assertThat(values.jacobians(normal(3)).values()).hasSize(18).doesNotContain(0.0);
    }
  }

  @Test
  void operatorsOfOthersAreNotRun() throws IOException {
    TestModel model = new TestModel(13).opset("acme", 1);
    model.input("x", -1, 3);
    model.output(model.op("Tanh", "x"), -1, 3);
    model.graph().getNodeBuilder(0).setDomain("acme");
    Path path = model.save(folder);
    assertRefused(path, "domain acme");
  }

  @Test
  void tensorsInOtherFilesAreNotRead() throws IOException {
    TestModel model = new TestModel(13);
    model.input("x", -1, 3);
    model.output(model.dense("x", 3, 2), -1, 2);
    TensorProto.Builder weights = model.graph().getInitializerBuilder(0);
    weights
        .clearFloatData()
        .clearRawData()
        .setDataLocation(TensorProto.DataLocation.EXTERNAL)
        .addExternalData(
            StringStringEntryProto.newBuilder().setKey("location").setValue("weights.bin"));
    Files.write(folder.resolve("weights.bin"), new byte[24]);
    assertRefused(model.save(folder), "another file");
  }

  private static void assertRefused(Path path, String found) {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> open(path, DIFFERENCES))
        .withMessageStartingWith("LIEGG-MODEL-UNSUPPORTED")
        .withMessageContaining(found);
  }

  private static ModelGradient open(Path path, ModelOptions options) {
    return Models.open(new OnnxGradientProvider(), ModelSource.of(path), options);
  }

  private static Batch normal(int rows) {
    Random random = new Random(3);
    double[] values = new double[rows * 3];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian();
    }
    return new Batch(rows, 3, values);
  }
}
