package org.liegg.engine.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;

/** Products by an equation, against plain loops. */
class EinsumLayersTest {
  @TempDir Path directory;

  private static String settings(String equation, String shape, String bias) {
    return "'equation':'%s','output_shape':%s,'bias_axes':%s,'activation':'tanh'"
        .formatted(equation, shape, bias);
  }

  private static KerasFiles files(String input, String settings) {
    return new KerasFiles(Imports.SEED).input("in", input).layer("EinsumDense", "it", settings);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc,cd->abd", "...x,xy->...y"})
  void theLastAxis(String equation) {
    String bias = equation.endsWith("d") ? "'d'" : "'y'";
    String shape = equation.startsWith(".") ? "4" : "[null,4]";
    KerasFiles files =
        files("2,3", settings(equation, shape, bias)).weight("kernel", 3, 4).weight("bias", 4);
    Imports.check(
        files.write(directory),
        new int[] {2, 3},
        x -> {
          Tensor y = Tensor.zeros(2, 4);
          for (int i = 0; i < 24; i++) {
            int row = i / 12;
            int o = i / 3 % 4;
            y.add(x.get(row, i % 3) * files.get("it", "kernel").get(i % 3, o), row, o);
          }
          for (int i = 0; i < 8; i++) {
            y.values()[i] = Math.tanh(y.values()[i] + files.get("it", "bias").get(i % 4));
          }
          return y;
        });
  }

  /** Several heads: two new axes, and a bias along the first of them. */
  @Test
  void newAxes() {
    KerasFiles files =
        files("2,3", settings("abc,cde->adbe", "[2,2,4]", "'d'"))
            .weight("kernel", 3, 2, 4)
            .weight("bias", 2, 1, 1);
    Imports.check(
        files.write(directory),
        new int[] {2, 3},
        x -> {
          Tensor y = Tensor.zeros(2, 2, 4);
          for (int i = 0; i < 16; i++) {
            int d = i / 8;
            int b = i / 4 % 2;
            double sum = files.get("it", "bias").get(d, 0, 0);
            for (int c = 0; c < 3; c++) {
              sum += x.get(b, c) * files.get("it", "kernel").get(c, d, i % 4);
            }
            y.values()[i] = Math.tanh(sum);
          }
          return y;
        });
  }

  /** A matrix of its own at every place along b, and two axes that are summed over. */
  @Test
  void axesThatAreShared() {
    KerasFiles files =
        files("2,3,2", settings("abcd,bdce->abe", "[2,4]", "null")).weight("kernel", 2, 2, 3, 4);
    Imports.check(
        files.write(directory),
        new int[] {2, 3, 2},
        x -> {
          Tensor y = Tensor.zeros(2, 4);
          for (int i = 0; i < 48; i++) {
            int b = i / 24;
            int c = i / 8 % 3;
            int d = i / 4 % 2;
            y.add(x.get(b, c, d) * files.get("it", "kernel").get(b, d, c, i % 4), b, i % 4);
          }
          return y.map(Math::tanh);
        });
  }

  /** Axes behind the letters are left out on both sides. */
  @Test
  void axesBehind() {
    KerasFiles files =
        files("2,3", settings("ab...,bc->ac...", "4", "'c'"))
            .weight("kernel", 2, 4)
            .weight("bias", 4, 1);
    Imports.check(
        files.write(directory),
        new int[] {2, 3},
        x -> {
          Tensor y = Tensor.zeros(4, 3);
          for (int i = 0; i < 12; i++) {
            double sum = files.get("it", "bias").get(i / 3, 0);
            for (int b = 0; b < 2; b++) {
              sum += x.get(b, i % 3) * files.get("it", "kernel").get(b, i / 3);
            }
            y.values()[i] = Math.tanh(sum);
          }
          return y;
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc,cd->bd",
        "abb,bd->ad",
        "abc,cd->ad",
        "abc,acd->abd",
        "abc,cd",
        "abcd,de->abce",
        "abc,cd->abz",
        "abc,cde->abd",
        "...c,cd->abd"
      })
  void otherEquationsAreRefused(String equation) {
    KerasFiles files = files("2,3", settings(equation, "[2,4]", "null")).weight("kernel", 3, 4);
    ModelException error =
        catchThrowableOfType(
            ModelException.class,
            () -> KerasNetworks.prepare(files.write(directory), ModelOptions.defaults()));
    assertThat(error)
        .hasMessageStartingWith("LIEGG-MODEL-UNSUPPORTED")
        .hasMessageContaining("equation");
  }

  @Test
  void aShapeThatTheKernelDoesNotHave() {
    KerasFiles files =
        files("2,3", settings("abc,cd->abd", "[2,5]", "null")).weight("kernel", 3, 4);
    ModelException error =
        catchThrowableOfType(
            ModelException.class,
            () -> KerasNetworks.prepare(files.write(directory), ModelOptions.defaults()));
    assertThat(error)
        .hasMessageStartingWith("LIEGG-MODEL-CORRUPT")
        .hasMessageContaining("output_shape = [2,5] where its kernel implies [2, 4]");
  }
}
