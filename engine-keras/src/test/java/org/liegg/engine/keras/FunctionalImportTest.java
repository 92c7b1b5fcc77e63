package org.liegg.engine.keras;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functional models compute what Keras computes. */
class FunctionalImportTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"Add", "Subtract", "Multiply", "Average", "Maximum"})
  void twoBranchesMerged(String merge) {
    KerasFiles files = branches().after(merge, "merge", "", "left", "right");
    Imports.check(
        directory,
        files.to("merge"),
        x -> {
          Tensor a = dense(files, "left", x);
          Tensor b = dense(files, "right", x);
          Tensor y = Tensor.zeros(4);
          for (int i = 0; i < 4; i++) {
            double left = a.get(i);
            double right = b.get(i);
            y.add(
                switch (merge) {
                  case "Add" -> left + right;
                  case "Subtract" -> left - right;
                  case "Multiply" -> left * right;
                  case "Average" -> (left + right) / 2;
                  default -> Math.max(left, right);
                },
                i);
          }
          return y;
        });
  }

  @Test
  void twoBranchesConcatenated() {
    KerasFiles files =
        branches()
            .after("Concatenate", "merge", "'axis':-1", "right", "left")
            .dense("out", 8, 2, "linear", "merge");
    Imports.check(
        directory,
        files.to("out"),
        x ->
            dense(
                files,
                "out",
                Reference.concatenate(dense(files, "right", x), dense(files, "left", x))));
  }

  @Test
  void activatedAndBareBranch() {
    KerasFiles files =
        KerasFiles.graph("in", "3")
            .dense("dense", 3, 4, "linear", "in")
            .after("Activation", "act", "'activation':'tanh'", "dense")
            .after("Subtract", "merge", "", "act", "dense");
    Imports.check(
        directory, files.to("merge"), x -> dense(files, "dense", x).map(y -> Math.tanh(y) - y));
  }

  @Test
  void imagesConcatenatedAndAdded() {
    KerasFiles files =
        KerasFiles.graph("in", "5,4,2")
            .after("Conv2D", "conv", Settings.conv(3, "3,3", "1,1", "1,1", "same", "relu"), "in")
            .affine(3, 3, 2, 3)
            .after("Concatenate", "cat", "'axis':3", "conv", "in")
            .after("Conv2D", "skip", Settings.conv(5, "1,1", "1,1", "1,1", "same", "linear"), "in")
            .affine(1, 1, 2, 5)
            .after("Add", "add", "", "cat", "skip")
            .after("Flatten", "flat", "'data_format':'channels_last'", "add")
            .dense("out", 100, 2, "linear", "flat");
    Imports.check(
        directory,
        files.to("out"),
        x -> {
          Tensor joined = Reference.concatenate(conv(files, "conv", x).map(Reference.RELU), x);
          Tensor skip = conv(files, "skip", x);
          for (int i = 0; i < joined.values().length; i++) {
            joined.values()[i] += skip.values()[i];
          }
          return dense(files, "out", joined.reshape(100));
        });
  }

  @Test
  void seriesConcatenated() {
    KerasFiles files =
        KerasFiles.graph("in", "5,2")
            .after("Conv1D", "conv", Settings.conv(3, "1", "1", "1", "same", "linear"), "in")
            .affine(1, 2, 3)
            .after("Concatenate", "cat", "'axis':-1", "in", "conv");
    Imports.check(
        directory,
        files.to("cat"),
        x ->
            Reference.concatenate(
                x,
                Reference.conv(
                        x.reshape(5, 1, 2),
                        files.get("conv", "kernel").reshape(1, 1, 2, 3),
                        files.get("conv", "bias"),
                        1,
                        1,
                        true)
                    .reshape(5, 3)));
  }

  @Test
  void twoInputsInTheModelsOrder() {
    KerasFiles files =
        KerasFiles.graph("b", "2")
            .from("a", "3")
            .after("Concatenate", "cat", "'axis':1", "b", "a")
            .dense("out", 5, 2, "sigmoid", "cat");
    Imports.check(
        files.write(directory, files.functional(List.of("a", "b"), List.of("out"))),
        List.of(new int[] {3}, new int[] {2}),
        x -> dense(files, "out", Reference.concatenate(x.get(1), x.get(0))).map(Reference.SIGMOID));
  }

  private static KerasFiles branches() {
    return KerasFiles.graph("in", "3")
        .dense("left", 3, 4, "linear", "in")
        .dense("right", 3, 4, "linear", "in");
  }

  private static Tensor dense(KerasFiles files, String name, Tensor x) {
    return Reference.dense(x, files, name);
  }

  private static Tensor conv(KerasFiles files, String name, Tensor x) {
    return Reference.conv(x, files, name, 1, 1, true);
  }
}
