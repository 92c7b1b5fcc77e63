package org.liegg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liegg.data.Faulty.assertFault;
import static org.liegg.data.Samples.all;
import static org.liegg.data.Samples.counted;
import static org.liegg.data.Samples.resource;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Dataset;

class IdxTest {

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"u1.idx", "i1.idx", "i2.idx", "i4.idx", "f4.idx", "f8.idx", "u1.idx.gz"})
  void readsEveryType(String name) {
    Dataset data = Datasets.open(resource(name));

    assertThat(data.columns()).isEqualTo(6);
    assertThat(data.samples()).hasValue(5);
    assertThat(all(data, 2)).containsExactly(counted(30));
  }

  @Test
  void refusesLabels() {
    byte[] labels = {0, 0, 8, 1, 0, 0, 0, 2, 7, 3};

    assertFault(
        Samples.write(directory, "labels", labels),
        "LIEGG-DATA-SHAPE",
        "shape (2) has no axis of features",
        "check that it is not the labels");
  }

  @Test
  void refusesNegativeSizes() {
    byte[] file = {0, 0, 8, 2, -1, -1, -1, -1, 0, 0, 0, 1};

    assertFault(
        Samples.write(directory, "x", file), "LIEGG-DATA-SHAPE", "(-1 × 1) has a negative size");
  }

  @Test
  void refusesAFileThatEndsEarly() {
    byte[] file = {0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 2, 1, 2, 3};

    assertFault(
        Samples.write(directory, "x", file),
        "LIEGG-DATA-TRUNCATED",
        "announces 16 bytes, found 15");
  }

  @Test
  void refusesAHeaderThatEndsEarly() {
    byte[] file = {0, 0, 8, 3, 0, 0, 0, 2, 0};

    assertFault(
        Samples.write(directory, "x", file),
        "LIEGG-DATA-TRUNCATED",
        "its IDX header needs 16 bytes, found 9");
  }
}
