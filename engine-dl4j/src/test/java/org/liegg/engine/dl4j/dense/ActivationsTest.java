package org.liegg.engine.dl4j.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.liegg.engine.dl4j.Nets;
import org.liegg.engine.dl4j.Tables;
import org.liegg.engine.dl4j.session.ModelFaults;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationCube;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationGELU;
import org.nd4j.linalg.activations.impl.ActivationHardSigmoid;
import org.nd4j.linalg.activations.impl.ActivationHardTanH;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationMish;
import org.nd4j.linalg.activations.impl.ActivationRationalTanh;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU6;
import org.nd4j.linalg.activations.impl.ActivationRectifiedTanh;
import org.nd4j.linalg.activations.impl.ActivationSELU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;
import org.nd4j.linalg.activations.impl.ActivationSoftSign;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.activations.impl.ActivationThresholdedReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Every activation against Deeplearning4j's own, values and backward pass, in both arithmetics. */
class ActivationsTest {
  private static final int ROWS = 40;
  private static final int WIDTH = 5;
  private static final long SEED = 17;

  /**
   * Also those whose values alone agree: Deeplearning4j's backward pass forgets the α of ELU, and
   * that of precise GELU belongs to another function than its forward pass.
   */
  static Stream<IActivation> allActivations() {
    return Stream.concat(
        activations(), Stream.of(new ActivationELU(0.3), new ActivationGELU(true)));
  }

  static Stream<IActivation> activations() {
    return Stream.of(
        new ActivationReLU(),
        new ActivationReLU(2.0, 0.0, 0.0),
        new ActivationReLU(2.0, 0.0, 0.1),
        new ActivationReLU(2.0, 0.5, 0.0),
        new ActivationReLU(2.0, 0.5, 0.1),
        new ActivationReLU6(),
        new ActivationLReLU(0.2),
        new ActivationThresholdedReLU(0.7),
        new ActivationELU(1.0),
        new ActivationSELU(),
        new ActivationSigmoid(),
        new ActivationHardSigmoid(),
        new ActivationTanH(),
        new ActivationHardTanH(),
        new ActivationRationalTanh(),
        new ActivationRectifiedTanh(),
        new ActivationSoftPlus(),
        new ActivationSoftSign(),
        new ActivationSwish(),
        new ActivationMish(),
        new ActivationGELU(false),
        new ActivationCube(),
        new ActivationSoftmax());
  }

  @ParameterizedTest
  @MethodSource("activations")
  void agreesWithDl4jInDouble(IActivation theirs) {
    Activation ours = read(theirs);
    double[] z = points();
    double[] gradients = gradients();
    double[] kept = new double[z.length];
    double[] values = z.clone();
    Tables.forward(ours, values, ROWS, WIDTH, kept);
    Tables.backward(ours, gradients, ROWS, WIDTH, kept);
    // ND4J's kernels hold constants such as 0.2 and 1.702 in single precision.
    assertNear(values, forward(theirs, DataType.DOUBLE), 1e-7);
    assertNear(gradients, backward(theirs, DataType.DOUBLE), 1e-7);
  }

  @ParameterizedTest
  @MethodSource("activations")
  void agreesWithDl4jInFloat(IActivation theirs) {
    Activation ours = read(theirs);
    float[] values = floats(points());
    float[] gradients = floats(gradients());
    float[] kept = new float[values.length];
    Tables.forward(ours, values, ROWS, WIDTH, kept);
    Tables.backward(ours, gradients, ROWS, WIDTH, kept);
    assertNear(doubles(values), forward(theirs, DataType.FLOAT), 1e-6);
    assertNear(doubles(gradients), backward(theirs, DataType.FLOAT), 1e-6);
  }

  @ParameterizedTest
  @MethodSource("allActivations")
  void valuesAgreeWithDl4j(IActivation theirs) {
    double[] values = points();
    Tables.forward(read(theirs), values, ROWS, WIDTH, new double[values.length]);
    assertNear(values, forward(theirs, DataType.DOUBLE), 1e-7);
  }

  @ParameterizedTest
  @MethodSource("allActivations")
  void slopesAreThoseOfTheValues(IActivation theirs) {
    Activation ours = read(theirs);
    double h = 0x1p-17;
    double[] kept = new double[ROWS * WIDTH];
    double[] differences = new double[ROWS * WIDTH];
    for (int i = 0; i < WIDTH; i++) {
      double[] ahead = shifted(i, h);
      double[] behind = shifted(i, -h);
      Tables.forward(ours, ahead, ROWS, WIDTH, kept);
      Tables.forward(ours, behind, ROWS, WIDTH, kept);
      for (int row = 0; row < ROWS; row++) {
        for (int o = 0; o < WIDTH; o++) {
          differences[row * WIDTH + i] +=
              gradients()[row * WIDTH + o]
                  * (ahead[row * WIDTH + o] - behind[row * WIDTH + o])
                  / (2 * h);
        }
      }
    }
    double[] gradients = gradients();
    Tables.forward(ours, points(), ROWS, WIDTH, kept);
    Tables.backward(ours, gradients, ROWS, WIDTH, kept);
    assertNear(gradients, differences, 1e-9);
  }

  @ParameterizedTest
  @MethodSource("allActivations")
  void staysFiniteFarOut(IActivation theirs) {
    Activation ours = read(theirs);
    double[] values = {-1e5, -800, -40, -1e-310, 0, 1e-310, 40, 800, 1e5};
    double[] kept = new double[values.length];
    Tables.forward(ours, values, 1, values.length, kept);
    assertThat(Arrays.stream(values)).allMatch(Double::isFinite);
    assertThat(Arrays.stream(kept)).allMatch(Double::isFinite);
  }

  private static Activation read(IActivation activation) {
    ModelFaults faults = new ModelFaults("of this test");
    String json =
        Nets.of(DataType.DOUBLE, Nets.dense(1, 1, activation))
            .getLayerWiseConfigurations()
            .toJson();
    JsonNode root = new NetworkReader(faults).parse(json.getBytes(StandardCharsets.UTF_8));
    return new NetworkReader(faults).layers(root).orElseThrow().get(0).activation().orElseThrow();
  }

  private static double[] forward(IActivation activation, DataType type) {
    return activation.getActivation(array(points(), type), false).dup('c').data().asDouble();
  }

  private static double[] backward(IActivation activation, DataType type) {
    return activation
        .backprop(array(points(), type), array(gradients(), type))
        .getFirst()
        .dup('c')
        .data()
        .asDouble();
  }

  private static INDArray array(double[] values, DataType type) {
    return Nd4j.createFromArray(values).reshape(ROWS, WIDTH).castTo(type);
  }

  /** Exact in single precision, and no closer than 0.01 to a kink at a multiple of 0.1. */
  private static double[] points() {
    Random random = new Random(SEED);
    return random
        .doubles(ROWS * WIDTH, -8, 8)
        .map(z -> Math.floor(z * 10) / 10 + 0.01 + 0.08 * random.nextDouble())
        .map(z -> (float) z)
        .toArray();
  }

  private static double[] gradients() {
    return new Random(SEED + 1).doubles(ROWS * WIDTH, -1, 1).map(g -> (float) g).toArray();
  }

  private static double[] shifted(int column, double by) {
    double[] z = points();
    for (int row = 0; row < ROWS; row++) {
      z[row * WIDTH + column] += by;
    }
    return z;
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }

  /** Within a share of the value itself, or of 1 for values below it. */
  private static void assertNear(double[] actual, double[] expected, double tolerance) {
    for (int i = 0; i < actual.length; i++) {
      assertThat(actual[i])
          .as("at z = %s, seed %d", points()[i], SEED)
          .isCloseTo(expected[i], within(tolerance * Math.max(1, Math.abs(expected[i]))));
    }
  }
}
