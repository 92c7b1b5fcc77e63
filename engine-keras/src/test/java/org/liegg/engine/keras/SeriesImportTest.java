package org.liegg.engine.keras;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks over series compute what Keras computes. */
class SeriesImportTest {
  @TempDir Path directory;

  @Test
  void lstmThatReturnsItsLastState() {
    KerasFiles files = recurrent("LSTM", Settings.lstm(4, false), 4, 16);
    files.dense("dense", 4, 2, "linear");
    Imports.check(
        files.write(directory),
        new int[] {6, 3},
        x -> Reference.dense(Reference.step(lstm(files, "rnn", x), 5), files, "dense"));
  }

  @Test
  void lstmUponLstm() {
    KerasFiles files = recurrent("LSTM", Settings.lstm(4, true), 4, 16);
    files.layer("LSTM", "second", Settings.lstm(2, true)).recurrence(4, 2, 4);
    Imports.check(
        files.write(directory),
        new int[] {6, 3},
        x -> lstm(files, "second", lstm(files, "rnn", x)));
  }

  @Test
  void simpleRecurrentLayer() {
    KerasFiles files = recurrent("SimpleRNN", Settings.simpleRnn(4, false), 4, 4);
    Imports.check(
        files.write(directory),
        new int[] {6, 3},
        x ->
            Reference.step(
                Reference.simpleRnn(
                    x,
                    files.get("rnn", "kernel"),
                    files.get("rnn", "recurrent_kernel"),
                    files.get("rnn", "bias")),
                5));
  }

  @Test
  void convolutionOverSteps() {
    for (boolean same : new boolean[] {true, false}) {
      for (int stride : new int[] {1, 2}) {
        KerasFiles files =
            new KerasFiles(Imports.SEED)
                .input("input_1", "8,3")
                .layer(
                    "Conv1D",
                    "conv1d",
                    Settings.conv(5, "3", "" + stride, "1", same ? "same" : "valid", "relu"))
                .affine(3, 3, 5)
                .layer("GlobalAveragePooling1D", "pool", "'data_format':'channels_last'");
        Imports.check(
            files.write(directory),
            new int[] {8, 3},
            x -> Reference.mean(convolution(files, x, stride, same)));
      }
    }
  }

  @Test
  void flattenedSteps() {
    KerasFiles files =
        new KerasFiles(Imports.SEED)
            .input("input_1", "8,3")
            .layer("Conv1D", "conv1d", Settings.conv(5, "3", "1", "1", "valid", "relu"))
            .affine(3, 3, 5)
            .layer("Flatten", "flatten", "'data_format':'channels_last'")
            .dense("dense", 30, 2, "linear");
    Imports.check(
        files.write(directory),
        new int[] {8, 3},
        x -> Reference.dense(convolution(files, x, 1, false).reshape(30), files, "dense"));
  }

  @Test
  void largestStep() {
    KerasFiles files =
        new KerasFiles(Imports.SEED)
            .input("input_1", "8,3")
            .layer("GlobalMaxPooling1D", "pool", "'data_format':'channels_last'");
    Imports.check(files.write(directory), new int[] {8, 3}, Reference::largest);
  }

  private static Tensor convolution(KerasFiles files, Tensor x, int stride, boolean same) {
    Tensor y =
        Reference.conv(
            x.reshape(8, 1, 3),
            files.get("conv1d", "kernel").reshape(3, 1, 3, 5),
            files.get("conv1d", "bias"),
            stride,
            1,
            same);
    return y.map(Reference.RELU).reshape(y.shape()[0], 5);
  }

  private static Tensor lstm(KerasFiles files, String name, Tensor x) {
    return Reference.lstm(
        x, files.get(name, "kernel"), files.get(name, "recurrent_kernel"), files.get(name, "bias"));
  }

  private static KerasFiles recurrent(String type, String settings, int units, int columns) {
    return new KerasFiles(Imports.SEED)
        .input("input_1", "6,3")
        .layer(type, "rnn", settings)
        .weight("kernel", 3, columns)
        .weight("recurrent_kernel", units, columns)
        .weight("bias", columns);
  }
}
