package org.liegg.engine.keras;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Products by an equation, against plain loops. */
class EinsumLayersTest {
  @TempDir Path directory;

  private static String settings(String equation, String shape, String bias) {
    return "'equation':'%s','output_shape':%s,'bias_axes':%s,'activation':'tanh'"
        .formatted(equation, shape, bias);
  }

  private static KerasFiles files(String input, String settings) {
    return KerasFiles.chain(input).layer("EinsumDense", "it", settings);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc,cd->abd", "...x,xy->...y"})
  void theLastAxis(String equation) {
    String bias = equation.endsWith("d") ? "'d'" : "'y'";
    String shape = equation.startsWith(".") ? "4" : "[null,4]";
    KerasFiles files =
        files("2,3", settings(equation, shape, bias)).weight("kernel", 3, 4).weight("bias", 4);
    check(
        files,
        x ->
            Tensor.of(
                2,
                4,
                (row, o) ->
                    bias(files, o) + Reference.sum(3, i -> x.get(row, i) * kernel(files, i, o))));
  }

  /** Several heads: two new axes, and a bias along the first of them. */
  @Test
  void newAxes() {
    KerasFiles files =
        files("2,3", settings("abc,cde->adbe", "[2,2,4]", "'d'"))
            .weight("kernel", 3, 2, 4)
            .weight("bias", 2, 1, 1);
    check(
        files,
        x ->
            Tensor.of(
                2,
                2,
                4,
                (d, b, e) ->
                    bias(files, d, 0, 0)
                        + Reference.sum(3, c -> x.get(b, c) * kernel(files, c, d, e))));
  }

  /** A matrix of its own at every place along b, and two axes that are summed over. */
  @Test
  void axesThatAreShared() {
    KerasFiles files =
        files("2,3,2", settings("abcd,bdce->abe", "[2,4]", "null")).weight("kernel", 2, 2, 3, 4);
    check(
        files,
        x ->
            Tensor.of(
                2,
                4,
                (b, e) ->
                    Reference.sum(
                        6, i -> x.get(b, i / 2, i % 2) * kernel(files, b, i % 2, i / 2, e))));
  }

  /** Axes behind the letters are left out on both sides. */
  @Test
  void axesBehind() {
    KerasFiles files =
        files("2,3", settings("ab...,bc->ac...", "4", "'c'"))
            .weight("kernel", 2, 4)
            .weight("bias", 4, 1);
    check(
        files,
        x ->
            Tensor.of(
                4,
                3,
                (c, last) ->
                    bias(files, c, 0)
                        + Reference.sum(2, b -> x.get(b, last) * kernel(files, b, c))));
  }

  private static double kernel(KerasFiles files, int... at) {
    return files.get("it", "kernel").get(at);
  }

  private static double bias(KerasFiles files, int... at) {
    return files.get("it", "bias").get(at);
  }

  /**
   * @param products before the activation
   */
  private void check(KerasFiles files, UnaryOperator<Tensor> products) {
    Imports.check(directory, files, x -> products.apply(x).map(Math::tanh));
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
    Refusals.refused(files.write(directory), "LIEGG-MODEL-UNSUPPORTED", "equation");
  }

  @Test
  void aShapeThatTheKernelDoesNotHave() {
    KerasFiles files =
        files("2,3", settings("abc,cd->abd", "[2,5]", "null")).weight("kernel", 3, 4);
    Refusals.refused(
        files.write(directory),
        "LIEGG-MODEL-CORRUPT",
        "output_shape = [2,5] where its kernel implies [2, 4]");
  }
}
