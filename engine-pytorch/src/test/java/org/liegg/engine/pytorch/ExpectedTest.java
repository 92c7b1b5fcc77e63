package org.liegg.engine.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;

/** Outputs and Jacobians are those that PyTorch itself gives, in evaluation mode. */
class ExpectedTest {

  private record Block(String name, String output, List<Integer> shape, List<double[]> lines) {
    @Override
    public String toString() {
      return name + " " + output;
    }
  }

  static Stream<Block> blocks() throws IOException {
    List<String> lines = Files.readAllLines(TestFiles.FOLDER.resolve("expected.txt"));
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < lines.size(); i += 4) {
      String[] head = lines.get(i).split(" ", -1);
      List<Integer> shape = Arrays.stream(head[2].split("x", -1)).map(Integer::valueOf).toList();
      blocks.add(
          new Block(
              head[0],
              head[1],
              shape,
              lines.subList(i + 1, i + 4).stream().map(ExpectedTest::numbers).toList()));
    }
    assertThat(blocks).hasSizeGreaterThan(9);
    return blocks.stream();
  }

  private static double[] numbers(String line) {
    return Arrays.stream(line.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void inDoublePrecision(Block block) {
    check(block, Precision.DOUBLE, 1e-11);
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void inSinglePrecision(Block block) {
    check(block, Precision.FLOAT, 1e-5);
  }

  private static void check(Block block, Precision precision, double tolerance) {
    ModelOptions options =
        new ModelOptions(precision).withDataShape("", block.shape).withOutput(block.output);
    try (ModelGradient model = TestFiles.open(block.name, options)) {
      double[] x = block.lines.get(0);
      Jacobians found = model.jacobians(new Batch(3, x.length / 3, x));
      assertThat(model.info().selfCheck().error()).isLessThan(1e-6);
      assertThat(found.responses()).containsExactly(block.lines.get(1), within(tolerance));
      assertThat(found.values()).containsExactly(block.lines.get(2), within(tolerance));
    }
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void aModelInDoublePrecisionOpensInEither(Precision precision) {
    try (ModelGradient model = TestFiles.open("double.pt", new ModelOptions(precision))) {
      assertThat(model.info().precision()).isEqualTo(precision);
      assertThat(model.info().inputSize()).isEqualTo(3);
      assertThat(model.warnings()).isEmpty();
    }
  }
}
