package org.liegg.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.liegg.api.Batch;
import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;
import org.liegg.api.spi.ModelGradient;
import org.liegg.engine.dl4j.LegacyZips.Style;
import org.liegg.engine.dl4j.archive.Coefficients;
import org.liegg.engine.dl4j.archive.ModelArchive;
import org.liegg.engine.dl4j.graph.LegacyNets;
import org.liegg.engine.dl4j.session.ModelFaults;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Files of Deeplearning4j before 1.0. */
class LegacyFilesTest {
  private static final int SAMPLES = 4;

  @TempDir Path directory;

  static List<Arguments> files() {
    return Arrays.stream(LegacyNets.values())
        .flatMap(net -> Arrays.stream(Style.values()).map(style -> Arguments.of(net, style)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("files")
  void outputsAreThoseOfTheNetworkThatWasSaved(LegacyNets net, Style style) {
    Model network = net.network();
    Path file = Zips.write(directory, LegacyZips.entries(network, style, directory));
    assertOutputs(file, net, output(network, input(net)));
  }

  /** Deeplearning4j takes variances in frozen layers of these files for logarithms. */
  @ParameterizedTest
  @MethodSource("files")
  void outputsAreWhatDeeplearning4jComputesOfTheFile(LegacyNets net, Style style)
      throws IOException {
    if (net != LegacyNets.FROZEN) {
      Path file = Zips.write(directory, LegacyZips.entries(net.network(), style, directory));
      Model restored =
          net == LegacyNets.GRAPH
              ? ModelSerializer.restoreComputationGraph(file.toFile(), false)
              : ModelSerializer.restoreMultiLayerNetwork(file.toFile(), false);
      assertOutputs(file, net, output(restored, input(net)));
    }
  }

  private static void assertOutputs(Path file, LegacyNets net, double[] expected) {
    try (ModelGradient model = FileNetworks.opened(file).open(options(net))) {
      assertThat(model.outputs(samples(net)).values()).containsExactly(expected, within(1e-10));
      assertThat(model.info().selfCheck().status()).isEqualTo(SelfCheck.Status.PASSED);
    }
  }

  @ParameterizedTest
  @EnumSource(Style.class)
  void singlePrecisionIsReadAsItIs(Style style) {
    MultiLayerNetwork network = Nets.mlp(DataType.FLOAT);
    byte[] bytes = LegacyZips.coefficients(network.params(), style);
    Path file = Zips.with(directory, ModelArchive.COEFFICIENTS, bytes);
    Batch batch = Nets.samples(3, 4);
    double[] expected =
        network.output(Nets.array(batch, DataType.FLOAT)).dup('c').data().asDouble();
    try (ModelGradient model = FileNetworks.opened(file).open(ModelOptions.defaults())) {
      assertThat(model.outputs(batch).values()).containsExactly(expected, within(1e-5));
    }
  }

  /** 1, −2.5, the smallest above 0 and the largest of each type. */
  @ParameterizedTest
  @CsvSource({
    "HALF, 3c00, c100, 0001, 7bff, 5.9604644775390625e-8, 65504",
    "BFLOAT16, 3f80, c020, 0001, 7f7f, 9.183549615799121e-41, 3.3895313892515355e38"
  })
  void halfPrecisionIsWidenedExactly(
      String type, String one, String two, String least, String most, double low, double high) {
    byte[] right = Zips.entry(directory, ModelArchive.COEFFICIENTS);
    ByteBuffer bytes = ByteBuffer.allocate(right.length).put(right, 0, 106);
    bytes.putShort((short) type.length()).put(type.getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < 93; i++) {
      String bits = i == 0 ? one : i == 1 ? two : i == 2 ? least : i == 3 ? most : "0000";
      bytes.putShort((short) Integer.parseInt(bits, 16));
    }
    double[] values =
        Coefficients.read(
            Arrays.copyOf(bytes.array(), bytes.position()), 93, new ModelFaults("test"));
    assertThat(values).startsWith(1, -2.5, low, high);
  }

  @Test
  void parametersThatAreNotFinite() {
    byte[] bytes = coefficients(LegacyNets.CHAIN);
    ByteBuffer.wrap(bytes).putDouble(bytes.length - 8, Double.NaN);
    assertRefused(with(bytes), "LIEGG-MODEL-NONFINITE", "parameter 83 of 83 is NaN");
  }

  @Test
  void parametersThatAreCutShort() {
    byte[] bytes = coefficients(LegacyNets.CHAIN);
    for (int length : new int[] {0, 5, 20, 40, 60, 200, bytes.length - 1}) {
      assertRefused(
          with(Arrays.copyOf(bytes, length)), "LIEGG-MODEL-CORRUPT", ModelArchive.COEFFICIENTS);
    }
  }

  @Test
  void lengthsThatAreGarbage() {
    for (int at : new int[] {9, 18, 22, 26, 59}) {
      for (int value : new int[] {-1, 0, 9, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
        byte[] bytes = coefficients(LegacyNets.CHAIN);
        ByteBuffer.wrap(bytes).putInt(at, value);
        assertRefused(with(bytes), "LIEGG-MODEL-CORRUPT", ModelArchive.COEFFICIENTS);
      }
    }
  }

  @Test
  void aFormatThatNoVersionWrote() {
    byte[] bytes =
        new String(coefficients(LegacyNets.CHAIN), StandardCharsets.ISO_8859_1)
            .replace("JAVACPP", "JAVACPQ")
            .getBytes(StandardCharsets.ISO_8859_1);
    assertRefused(with(bytes), "LIEGG-MODEL-UNSUPPORTED", "in the format JAVACPQ");
  }

  private byte[] coefficients(LegacyNets net) {
    return LegacyZips.coefficients(net.network().params(), Style.WRAPPERS);
  }

  private Path with(byte[] coefficients) {
    Map<String, byte[]> entries =
        LegacyZips.entries(LegacyNets.CHAIN.network(), Style.WRAPPERS, directory);
    entries.put(ModelArchive.COEFFICIENTS, coefficients);
    return Zips.write(directory, entries);
  }

  private static void assertRefused(Path file, String code, String words) {
    BrokenFilesTest.assertRefused(file, code, words);
  }

  private static ModelOptions options(LegacyNets net) {
    return new ModelOptions(Precision.DOUBLE)
        .withShape(
            ModelOptions.ANY_INPUT, Arrays.stream(net.shape()).mapToObj(Math::toIntExact).toList());
  }

  private static Batch samples(LegacyNets net) {
    return Nets.samples(SAMPLES, (int) Arrays.stream(net.shape()).reduce(1, (a, b) -> a * b));
  }

  private static INDArray input(LegacyNets net) {
    long[] shape = new long[net.shape().length + 1];
    shape[0] = SAMPLES;
    System.arraycopy(net.shape(), 0, shape, 1, net.shape().length);
    return Nd4j.createFromArray(samples(net).values()).reshape('c', shape);
  }

  private static double[] output(Model network, INDArray input) {
    INDArray output =
        network instanceof ComputationGraph graph
            ? graph.outputSingle(input.castTo(graph.params().dataType()))
            : ((MultiLayerNetwork) network).output(input.castTo(network.params().dataType()));
    return output.dup('c').data().asDouble();
  }
}
