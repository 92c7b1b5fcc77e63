package org.liegg.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.DynamicTest;
import org.liegg.api.Batch;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;
import org.liegg.api.spi.GradientCheck;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.Models;

/**
 * That an operator computes what ONNX Runtime computes of the model as it is, and that its
 * derivative is the limit of differences, in double precision; in single precision the same.
 */
final class RuleCheck {
  private static final double VALUE_TOLERANCE = 2e-5;
  private static final double GRADIENT_TOLERANCE = 1e-7;
  private static final int SAMPLES = 4;

  private RuleCheck() {}

  /** The shape of one sample. */
  static long[] shape(long... sizes) {
    return sizes;
  }

  /** A test of an operator at normal samples. */
  static DynamicTest rule(
      String name, int opset, long[] sample, Function<TestModel, String> build) {
    return DynamicTest.dynamicTest(
        name + " of opset " + opset, () -> check(opset, sample, false, build));
  }

  /** A test of an operator at samples between 0.15 and 0.85. */
  static DynamicTest positive(
      String name, int opset, long[] sample, Function<TestModel, String> build) {
    return DynamicTest.dynamicTest(
        name + " of opset " + opset, () -> check(opset, sample, true, build));
  }

  private static void check(
      int opset, long[] sample, boolean positive, Function<TestModel, String> build)
      throws IOException, OrtException {
    TestModel model = new TestModel(opset).opset("ai.onnx.ml", 2).opset("com.microsoft", 1);
    long[] sizes = new long[sample.length + 1];
    sizes[0] = -1;
    System.arraycopy(sample, 0, sizes, 1, sample.length);
    model.input("x", sizes);
    model.output(build.apply(model));
    Path folder = Files.createTempDirectory("rule");
    Path file = model.save(folder);
    try {
      check(file, sizes, batch(sample, positive));
    } finally {
      Files.delete(file);
      Files.delete(folder);
    }
  }

  private static void check(Path file, long[] sizes, Batch batch) throws IOException, OrtException {
    ModelOptions options = new ModelOptions(Precision.DOUBLE).withProbe(batch);
    try (ModelGradient exact = open(file, options);
        ModelGradient single = open(file, options.withPrecision(Precision.FLOAT))) {
      assertThat(exact.info().selfCheck().status()).isEqualTo(SelfCheck.Status.PASSED);
      assertThat(GradientCheck.error(exact, batch)).isLessThan(GRADIENT_TOLERANCE);
      double[] outputs = exact.outputs(batch).values();
      double[] expected = reference(Files.readAllBytes(file), sizes, batch);
      assertThat(outputs).containsExactly(expected, within(largest(expected) * VALUE_TOLERANCE));
      double[] gradient = exact.jacobians(batch).values();
      assertThat(single.jacobians(batch).values())
          .containsExactly(gradient, within(largest(gradient) * 1e-3));
    }
  }

  private static double largest(double[] values) {
    return Math.max(1, Arrays.stream(values).map(Math::abs).max().orElse(1));
  }

  static ModelGradient open(Path file, ModelOptions options) {
    return Models.open(new OnnxGradientProvider(), ModelSource.of(file), options);
  }

  /** What the runtime makes of the model itself. */
  static double[] reference(byte[] model, long[] sizes, Batch batch) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    long[] all = sizes.clone();
    all[0] = batch.rows();
    FloatBuffer values = FloatBuffer.allocate(batch.values().length);
    Arrays.stream(batch.values()).forEach(value -> values.put((float) value));
    values.rewind();
    try (OrtSession session = environment.createSession(model);
        OnnxTensor x = OnnxTensor.createTensor(environment, values, all);
        OrtSession.Result result = session.run(Map.of("x", x))) {
      FloatBuffer found = ((OnnxTensor) result.get(0)).getFloatBuffer();
      double[] outputs = new double[found.remaining()];
      for (int i = 0; i < outputs.length; i++) {
        outputs[i] = found.get(i);
      }
      return outputs;
    }
  }

  private static Batch batch(long[] sample, boolean positive) {
    int size = (int) Arrays.stream(sample).reduce(1, (a, b) -> a * b);
    Random random = new Random(7);
    double[] values = new double[SAMPLES * size];
    for (int i = 0; i < values.length; i++) {
      // As numbers of single precision, so that both sides see the same.
      values[i] = (float) (positive ? 0.15 + 0.7 * random.nextDouble() : random.nextGaussian());
    }
    return new Batch(SAMPLES, size, values);
  }
}
