package org.liegg.engine.keras;

import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Activation functions and layers that Deeplearning4j does not have, against their equations. */
class FunctionLayersTest {
  @TempDir Path directory;

  private static KerasFiles inputs(String shape) {
    return new KerasFiles(Imports.SEED).input("in", shape);
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
    KerasFiles files = inputs("3").layer("Activation", "it", "'activation':'%s'".formatted(name));
    Imports.check(files.write(directory), new int[] {3}, x -> x.map(function));
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
    KerasFiles files = inputs("2,4").layer("Activation", "it", "'activation':'glu'");
    Imports.check(
        files.write(directory),
        new int[] {2, 4},
        x -> {
          Tensor y = Tensor.zeros(2, 2);
          for (int i = 0; i < 4; i++) {
            double gate = Reference.SIGMOID.applyAsDouble(x.get(i / 2, 2 + i % 2));
            y.values()[i] = x.get(i / 2, i % 2) * gate;
          }
          return y;
        });
  }

  /** The nearest point of the simplex, found by halving the interval of the threshold. */
  @Test
  void theNearestShares() {
    KerasFiles files = inputs("2,4").layer("Activation", "it", "'activation':'sparsemax'");
    Imports.check(
        files.write(directory),
        new int[] {2, 4},
        x -> {
          Tensor y = Tensor.zeros(2, 4);
          for (int row = 0; row < 2; row++) {
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
            for (int i = 0; i < 4; i++) {
              y.add(Math.max(x.get(row, i) - low, 0), row, i);
            }
          }
          return y;
        });
  }

  @ParameterizedTest
  @CsvSource({"2.15.0,0.2", "3.4.1,0.16666666666666666"})
  void keras3HasAnotherHardSigmoid(String version, double slope) {
    KerasFiles files =
        inputs("3").layer("Activation", "it", "'activation':'hard_sigmoid'").by(version, "jax");
    Imports.check(
        files.write(directory),
        new int[] {3},
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
    KerasFiles files = inputs("3").layer(type, "it", settings);
    Imports.check(files.write(directory), new int[] {3}, x -> x.map(function));
  }

  @Test
  void slopesThatWereLearned() {
    KerasFiles files =
        inputs("2,3").layer("PReLU", "it", "'shared_axes':[1]").weight("alpha", 1, 3);
    Imports.check(
        files.write(directory),
        new int[] {2, 3},
        x -> {
          Tensor y = Tensor.zeros(2, 3);
          for (int i = 0; i < 6; i++) {
            double v = x.values()[i];
            y.add(v > 0 ? v : v * files.get("it", "alpha").get(0, i % 3), i / 3, i % 3);
          }
          return y;
        });
  }

  @Test
  void aLayerAsTheActivationOfAnother() {
    String activation =
        "'activation':{'class_name':'LeakyReLU','config':{'name':'l','alpha':0.25}}";
    KerasFiles files =
        inputs("3").layer("Dense", "dense", "'units':2,'use_bias':true," + activation).affine(3, 2);
    Imports.check(
        files.write(directory),
        new int[] {3},
        x -> Reference.dense(x, files, "dense").map(v -> v > 0 ? v : v / 4));
  }

  @Test
  void softmaxOverSteps() {
    KerasFiles files = inputs("2,3").layer("Softmax", "it", "'axis':1");
    Imports.check(
        files.write(directory),
        new int[] {2, 3},
        x -> {
          Tensor y = Tensor.zeros(2, 3);
          for (int i = 0; i < 6; i++) {
            double sum = Math.exp(x.get(0, i % 3)) + Math.exp(x.get(1, i % 3));
            y.add(Math.exp(x.values()[i]) / sum, i / 3, i % 3);
          }
          return y;
        });
  }

  @Test
  void productsAlongAnAxis() {
    KerasFiles files =
        new KerasFiles(Imports.SEED)
            .after("InputLayer", "a", Settings.input("2,3"))
            .after("InputLayer", "b", Settings.input("2,4"))
            .after("Dot", "dot", "'axes':1,'normalize':false", "a", "b")
            .after("Permute", "turned", "'dims':[2,1]", "dot");
    Imports.check(
        files.write(directory, files.functional(List.of("a", "b"), List.of("turned"))),
        List.of(new int[] {2, 3}, new int[] {2, 4}),
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
}
