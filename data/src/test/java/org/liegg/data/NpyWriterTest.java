package org.liegg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.liegg.data.Samples.all;
import static org.liegg.data.Samples.bytes;
import static org.liegg.data.Samples.counted;
import static org.liegg.data.Samples.resource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.Batch;
import org.liegg.api.DataException;
import org.liegg.api.Dataset;
import org.liegg.api.OutputException;

class NpyWriterTest {

  @TempDir Path directory;

  @Test
  void writesByteForByteWhatNumpyWrites() {
    Path path = directory.resolve("x.npy");

    NpyWriter.write(path, new Batch(5, 4, counted(20)));

    assertThat(bytes(path)).isEqualTo(bytes(resource("c.npy")));
  }

  @Test
  void readsBackWhatItWrote() {
    long seed = 7;
    double[] values = new Random(seed).doubles(3 * 50_001).map(v -> v - 0.5).toArray();
    Path path = directory.resolve("x.npy");

    NpyWriter.write(path, new Batch(50_001, 3, values));

    assertThat(all(Datasets.open(path), 20_000)).as("seed %d", seed).isEqualTo(values);
  }

  @Test
  void writesTheRowsOfAMatrix() {
    Path path = directory.resolve("x.npy");

    NpyWriter.write(path, new double[][] {{0, 1}, {2, 3}, {4, 5}});

    assertThat(Datasets.open(path).samples()).hasValue(3);
    assertThat(all(path)).containsExactly(counted(6));
  }

  @Test
  void refusesRowsOfDifferentLengths() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NpyWriter.write(directory.resolve("x.npy"), new double[][] {{0, 1}, {2}}))
        .withMessage("row 1 has 1 values, row 0 has 2");
  }

  @Test
  void writesAStreamWhoseLengthNobodyKnows() {
    Dataset csv = Datasets.open(resource("savetxt.csv"));
    Path path = directory.resolve("x.npy");

    NpyWriter.write(path, csv.columns(), csv.batches(2));

    assertThat(bytes(path)).isEqualTo(bytes(resource("c.npy")));
  }

  @Test
  void leavesTheOldFileWhenTheStreamBreaks() throws IOException {
    Path path = Samples.write(directory, "x.npy", "old");
    Path csv = Samples.write(directory, "x.csv", "0,1\n2\n");

    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> NpyWriter.write(path, 2, Datasets.open(csv).batches(1)));

    assertThat(path).hasContent("old");
    try (var files = Files.list(directory)) {
      assertThat(files).containsExactlyInAnyOrder(path, csv);
    }
  }

  @Test
  void replacesAnOldFile() {
    Path path = Samples.write(directory, "x.npy", "old");

    NpyWriter.write(path, new Batch(1, 1, new double[1]));

    assertThat(all(path)).containsExactly(0);
  }

  @Test
  void saysThatTheDirectoryIsMissing() {
    Path path = directory.resolve("no/x.npy");

    assertThatExceptionOfType(OutputException.class)
        .isThrownBy(() -> NpyWriter.write(path, new Batch(1, 1, new double[1])))
        .withMessage(
            "LIEGG-OUTPUT-UNWRITABLE: output %s: it cannot be written (no such directory); check"
                + " that its directory exists, its permissions and the space on its disk",
            path);
  }

  @Test
  void saysThatTheTargetIsADirectory() {
    assertThatExceptionOfType(OutputException.class)
        .isThrownBy(() -> NpyWriter.write(directory, new Batch(1, 1, new double[1])))
        .withMessageStartingWith("LIEGG-OUTPUT-DIRECTORY: output " + directory);
  }
}
