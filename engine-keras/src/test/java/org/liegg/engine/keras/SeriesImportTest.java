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
        directory,
        files,
        x ->
            Reference.dense(
                Reference.step(Reference.lstm(x, files, "rnn", ""), 5), files, "dense"));
  }

  @Test
  void lstmUponLstm() {
    KerasFiles files = recurrent("LSTM", Settings.lstm(4, true), 4, 16);
    files.layer("LSTM", "second", Settings.lstm(2, true)).recurrence(4, 2, 4);
    Imports.check(
        directory,
        files,
        x -> Reference.lstm(Reference.lstm(x, files, "rnn", ""), files, "second", ""));
  }

  @Test
  void simpleRecurrentLayer() {
    KerasFiles files = recurrent("SimpleRNN", Settings.simpleRnn(4, false), 4, 4);
    Imports.check(
        directory, files, x -> Reference.step(Reference.simpleRnn(x, files, "rnn", ""), 5));
  }

  @Test
  void convolutionOverSteps() {
    for (boolean same : new boolean[] {true, false}) {
      for (int stride : new int[] {1, 2}) {
        KerasFiles files =
            KerasFiles.chain("8,3")
                .layer(
                    "Conv1D",
                    "conv1d",
                    Settings.conv(5, "3", "" + stride, "1", same ? "same" : "valid", "relu"))
                .affine(3, 3, 5)
                .layer("GlobalAveragePooling1D", "pool", "'data_format':'channels_last'");
        Imports.check(directory, files, x -> Reference.mean(convolution(files, x, stride, same)));
      }
    }
  }

  @Test
  void flattenedSteps() {
    KerasFiles files =
        KerasFiles.chain("8,3")
            .layer("Conv1D", "conv1d", Settings.conv(5, "3", "1", "1", "valid", "relu"))
            .affine(3, 3, 5)
            .layer("Flatten", "flatten", "'data_format':'channels_last'")
            .dense("dense", 30, 2, "linear");
    Imports.check(
        directory,
        files,
        x -> Reference.dense(convolution(files, x, 1, false).reshape(30), files, "dense"));
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

  private static KerasFiles recurrent(String type, String settings, int units, int columns) {
    return KerasFiles.chain("6,3")
        .layer(type, "rnn", settings)
        .weight("kernel", 3, columns)
        .weight("recurrent_kernel", units, columns)
        .weight("bias", columns);
  }
}
