package org.liegg.engine.keras;

import java.nio.file.Path;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Activation functions and layers that Deeplearning4j does not have, against their equations. */
class FunctionLayersTest {
  @TempDir Path directory;

  private static KerasFiles inputs(String shape) {
    return KerasFiles.chain(shape);
  }

  private static KerasFiles activation(String shape, String name) {
    return inputs(shape).layer("Activation", "it", "'activation':'%s'".formatted(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gelu",
        "exponential",
        "leaky_relu",
        "log_sigmoid",
        "hard_tanh",
        "hard_silu",
        "tanh_shrink",
        "soft_shrink",
        "squareplus",
        "celu",
        "hard_shrink",
        "sparse_plus",
        "sparse_sigmoid"
      })
  void functions(String name) {
    DoubleUnaryOperator function = function(name);
    check(activation("3", name), x -> x.map(function));
  }

  private static DoubleUnaryOperator function(String name) {
    return switch (name) {
      case "gelu" -> x -> x / 2 * (1 + erf(x / Math.sqrt(2)));
      case "exponential" -> Math::exp;
      case "leaky_relu" -> x -> x > 0 ? x : 0.2 * x;
      case "log_sigmoid" -> x -> -Math.log1p(Math.exp(-x));
      case "hard_tanh" -> x -> Math.max(-1, Math.min(1, x));
      case "hard_silu" -> x -> x * Math.max(0, Math.min(1, x / 6 + 0.5));
      case "tanh_shrink" -> x -> x - Math.tanh(x);
      case "soft_shrink" -> x -> Math.abs(x) > 0.5 ? x - Math.copySign(0.5, x) : 0;
      case "hard_shrink" -> x -> Math.abs(x) > 0.5 ? x : 0;
      case "sparse_plus" -> x -> x <= -1 ? 0 : x >= 1 ? x : (x + 1) * (x + 1) / 4;
      case "sparse_sigmoid" -> x -> Math.max(0, Math.min(1, (x + 1) / 2));
      case "squareplus" -> x -> (x + Math.sqrt(x * x + 4)) / 2;
      default -> x -> x > 0 ? x : Math.expm1(x);
    };
  }

  /** By Simpson's rule. */
  private static double erf(double x) {
    int steps = 2000;
    double sum = 1 + Math.exp(-x * x);
    for (int i = 1; i < steps; i++) {
      double t = x * i / steps;
      sum += (i % 2 == 1 ? 4 : 2) * Math.exp(-t * t);
    }
    return 2 / Math.sqrt(Math.PI) * sum * x / steps / 3;
  }

  @Test
  void halvesThatGateEachOther() {
    check(activation("2,4", "glu"), x -> Tensor.of(2, 2, (row, i) -> gated(x, row, i)));
  }

  private static double gated(Tensor x, int row, int i) {
    return x.get(row, i) * Reference.SIGMOID.applyAsDouble(x.get(row, 2 + i));
  }

  @Test
  void theNearestShares() {
    check(
        activation("2,4", "sparsemax"),
        x -> Tensor.of(2, 4, (row, i) -> Math.max(x.get(row, i) - threshold(x, row), 0)));
  }

  /** That of the nearest point of the simplex, found by halving its interval. */
  private static double threshold(Tensor x, int row) {
    double low = -3;
    double high = 3;
    for (int halving = 0; halving < 100; halving++) {
      double middle = (low + high) / 2;
      double sum = 0;
      for (int i = 0; i < 4; i++) {
        sum += Math.max(x.get(row, i) - middle, 0);
      }
      low = sum > 1 ? middle : low;
      high = sum > 1 ? high : middle;
    }
    return low;
  }

  @ParameterizedTest
  @CsvSource({"2.15.0,0.2", "3.4.1,0.16666666666666666"})
  void keras3HasAnotherHardSigmoid(String version, double slope) {
    check(
        activation("3", "hard_sigmoid").by(version, "jax"),
        x -> x.map(v -> Math.max(0, Math.min(1, slope * v + 0.5))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ReLU|'max_value':0.5,'negative_slope':0.1,'threshold':0.25",
        "ELU|'alpha':0.5",
        "ThresholdedReLU|'theta':0.25"
      })
  void parameters(String type, String settings) {
    DoubleUnaryOperator function =
        switch (type) {
          case "ReLU" -> x -> x >= 0.25 ? Math.min(x, 0.5) : 0.1 * (x - 0.25);
          case "ELU" -> x -> x > 0 ? x : Math.expm1(x) / 2;
          default -> x -> x > 0.25 ? x : 0;
        };
    check(inputs("3").layer(type, "it", settings), x -> x.map(function));
  }

  @Test
  void slopesThatWereLearned() {
    KerasFiles files =
        inputs("2,3").layer("PReLU", "it", "'shared_axes':[1]").weight("alpha", 1, 3);
    check(
        files,
        x -> Tensor.of(2, 3, (row, i) -> slope(x.get(row, i), files.get("it", "alpha").get(0, i))));
  }

  private static double slope(double x, double slope) {
    return x > 0 ? x : x * slope;
  }

  @Test
  void aLayerAsTheActivationOfAnother() {
    String activation =
        "'activation':{'class_name':'LeakyReLU','config':{'name':'l','alpha':0.25}}";
    KerasFiles files =
        inputs("3").layer("Dense", "dense", "'units':2,'use_bias':true," + activation).affine(3, 2);
    Imports.check(
        directory, files, x -> Reference.dense(x, files, "dense").map(v -> v > 0 ? v : v / 4));
  }

  @Test
  void softmaxOverSteps() {
    check(
        inputs("2,3").layer("Softmax", "it", "'axis':1"),
        x ->
            Tensor.of(
                2,
                3,
                (step, i) ->
                    Math.exp(x.get(step, i)) / (Math.exp(x.get(0, i)) + Math.exp(x.get(1, i)))));
  }

  @Test
  void productsAlongAnAxis() {
    KerasFiles files =
        KerasFiles.graph("a", "2,3")
            .from("b", "2,4")
            .after("Dot", "dot", "'axes':1,'normalize':false", "a", "b")
            .after("Permute", "turned", "'dims':[2,1]", "dot");
    Imports.checkAll(
        directory,
        files.to("turned"),
        inputs -> {
          Tensor y = Tensor.zeros(4, 3);
          for (int i = 0; i < 24; i++) {
            int row = i / 12;
            y.add(
                inputs.get(0).get(row, i % 3) * inputs.get(1).get(row, i / 3 % 4),
                i / 3 % 4,
                i % 3);
          }
          return y;
        });
  }

  private void check(KerasFiles files, UnaryOperator<Tensor> expected) {
    Imports.check(directory, files, expected);
  }
}
