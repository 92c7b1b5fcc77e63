package org.liegg.data.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.bytedeco.hdf5.global.hdf5.H5T_VARIABLE;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.bytedeco.hdf5.DataType;
import org.bytedeco.hdf5.PredType;
import org.bytedeco.hdf5.StrType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.DataException;
import org.liegg.api.Dataset;
import org.liegg.data.ColumnChoice;
import org.liegg.data.DataOptions;
import org.liegg.data.Datasets;

/** HDF5 files, written by the HDF5 library. */
class Hdf5FormatTest {

  @TempDir Path directory;

  private Path path() {
    return directory.resolve("samples.dat");
  }

  private static DataOptions array(String name) {
    return DataOptions.defaults().withArray(name);
  }

  private static double[] counted(int length) {
    return DoubleStream.iterate(0, value -> value + 1).limit(length).toArray();
  }

  private static double[] all(Dataset data, int batchSize) {
    DoubleStream values = DoubleStream.empty();
    try (BatchStream stream = data.batches(batchSize)) {
      for (Optional<Batch> next = stream.next(); next.isPresent(); next = stream.next()) {
        values = DoubleStream.concat(values, Arrays.stream(next.get().values()));
      }
    }
    return values.toArray();
  }

  private void refused(DataOptions options, String code, String... words) {
    DataException fault =
        catchThrowableOfType(DataException.class, () -> all(Datasets.open(path(), options), 2));
    assertThat(fault).as("an error").isNotNull();
    assertThat(fault.code()).as(fault.getMessage()).isEqualTo(code);
    assertThat(fault.getMessage()).contains(words).doesNotContain("\n");
  }

  static Stream<PredType> numbers() {
    return Stream.of(
        PredType.IEEE_F64LE(),
        PredType.IEEE_F64BE(),
        PredType.IEEE_F32LE(),
        PredType.IEEE_F32BE(),
        PredType.STD_I8LE(),
        PredType.STD_U8LE(),
        PredType.STD_I16BE(),
        PredType.STD_U16LE(),
        PredType.STD_I32LE(),
        PredType.STD_U32BE(),
        PredType.STD_I64LE(),
        PredType.STD_U64LE());
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void readsEveryTypeOfNumbersInBothByteOrders(PredType type) {
    try (Hdf5File file = new Hdf5File(path())) {
      file.contiguous("x", type, 5, 2, 3);
    }

    Dataset data = Datasets.open(path());

    assertThat(data.sampleShape()).containsExactly(2, 3);
    assertThat(data.samples()).hasValue(5);
    assertThat(all(data, 2)).isEqualTo(counted(30));
  }

  @Test
  void readsBlocksThatAreDeflatedAcrossBatches() {
    try (Hdf5File file = new Hdf5File(path())) {
      file.chunked("x", new long[] {4, 2}, 11, 3);
    }

    Dataset data = Datasets.open(path());

    for (int batchSize : new int[] {1, 3, 11, 100}) {
      assertThat(all(data, batchSize)).isEqualTo(counted(33));
    }
    assertThat(all(Datasets.limit(data, 5), 2)).isEqualTo(counted(15));
    assertThat(data.sha256()).hasSize(64);
  }

  @Test
  void windowsOfManyRowsBeginWhereTheLastOneEnds() {
    try (Hdf5File file = new Hdf5File(path())) {
      file.chunked("x", new long[] {1000, 7}, 200_001, 7);
    }

    assertThat(all(Datasets.open(path()), 777)).isEqualTo(counted(1_400_007));
  }

  @Test
  void readsTheDatasetOfAPath() {
    try (Hdf5File file = new Hdf5File(path())) {
      file.group("train").contiguous("train/x", PredType.IEEE_F64LE(), 2, 2);
      file.contiguous("y", PredType.IEEE_F64LE(), 3, 1);
    }

    assertThat(all(Datasets.open(path(), array("train/x")), 2)).isEqualTo(counted(4));
    refused(DataOptions.defaults(), "LIEGG-DATA-ARRAY", "'train/x'", "'y'", "--array");
    refused(array("train/z"), "LIEGG-DATA-ARRAY", "did you mean --array 'train/x'");
  }

  @Test
  void turnsWhatMatlabWroteAround() throws IOException {
    try (Hdf5File file = new Hdf5File(path(), 512)) {
      // Two samples of 2 × 3 values in MATLAB are 3 × 2 × 2 here.
      file.values("x", new double[] {0, 6, 3, 9, 1, 7, 4, 10, 2, 8, 5, 11}, 3, 2, 2);
    }
    try (RandomAccessFile raw = new RandomAccessFile(path().toFile(), "rw")) {
      raw.write("MATLAB 7.3 MAT-file".getBytes(StandardCharsets.US_ASCII));
    }

    Dataset data = Datasets.open(path());

    assertThat(data.sampleShape()).containsExactly(2, 3);
    assertThat(all(data, 1)).isEqualTo(counted(12));
  }

  @Test
  void refusesTextByName() {
    try (Hdf5File file = new Hdf5File(path())) {
      DataType text = new StrType(PredType.C_S1(), H5T_VARIABLE());
      file.announced("words", text, new long[] {1, 1}, 2, 2);
    }

    refused(array("words"), "LIEGG-DATA-DTYPE", "array 'words'", "its values are text");
  }

  @Test
  void refusesNaN() {
    try (Hdf5File file = new Hdf5File(path())) {
      file.values("x", new double[] {0, 1, 2, Double.NaN}, 2, 2);
    }

    refused(DataOptions.defaults(), "LIEGG-DATA-NONFINITE", "row 2, column 2");
  }

  @Test
  void refusesASingleAxisAndTakesItAsTargets() {
    try (Hdf5File file = new Hdf5File(path())) {
      file.contiguous("x", PredType.IEEE_F64LE(), 3);
    }

    refused(DataOptions.defaults(), "LIEGG-DATA-SHAPE", "no axis of features");
    assertThat(all(Datasets.openTargets(path()), 2)).isEqualTo(counted(3));
  }

  @Test
  void fillsBlocksThatWereNeverWritten() {
    try (Hdf5File file = new Hdf5File(path())) {
      file.sparse("x", new long[] {2, 2}, 5, 3);
    }
    double[] expected = new double[15];
    expected[0] = 1;

    assertThat(all(Datasets.open(path()), 2)).isEqualTo(expected);
  }

  @Test
  void refusesBlocksAndSamplesThatAreHuge() {
    try (Hdf5File file = new Hdf5File(path())) {
      long[] blocks = {1 << 14, 1 << 14};
      file.announced("blocks", PredType.IEEE_F64LE(), blocks, 1 << 15, 1 << 15);
      file.sparse("wide", new long[] {1, 8}, 2, 1 << 30);
      file.announced("unwritten", PredType.IEEE_F64LE(), new long[] {1, 1}, 2, 2);
    }

    refused(array("blocks"), "LIEGG-DATA-DTYPE", "none was ever written");
    refused(array("unwritten"), "LIEGG-DATA-DTYPE", "none was ever written");
    refused(array("wide"), "LIEGG-DATA-SHAPE", "its samples have 1073741824 values");
  }

  @Test
  void refusesAFileThatEndsEarly() throws IOException {
    try (Hdf5File file = new Hdf5File(path())) {
      file.contiguous("x", PredType.IEEE_F64LE(), 100, 100);
    }
    byte[] whole = Files.readAllBytes(path());
    for (int length : new int[] {20, 500, whole.length / 2}) {
      Files.write(path(), Arrays.copyOf(whole, length));

      refused(DataOptions.defaults(), "LIEGG-DATA-CORRUPT", "its HDF5 structure is broken");
    }
  }

  @Test
  void readsTheColumnsThatAreChosen() {
    try (Hdf5File file = new Hdf5File(path())) {
      file.contiguous("x", PredType.IEEE_F64LE(), 2, 3);
    }
    DataOptions all = DataOptions.defaults();
    double[] stored = all(Datasets.open(path()), 3);

    assertThat(all(Datasets.open(path(), all.withColumns(ColumnChoice.all().taking("3,1"))), 3))
        .containsExactly(stored[2], stored[0], stored[5], stored[3]);
    refused(
        all.withColumns(ColumnChoice.all().leaving("age")),
        "LIEGG-DATA-COLUMN",
        "--exclude names column 'age', and nothing in it names its columns");
  }

  /** A header that is said to have half a gigabyte more than its file. */
  @Test
  void allocatesNothingForWhatAHeaderAnnounces() throws IOException {
    try (Hdf5File file = new Hdf5File(path())) {
      file.contiguous("x", PredType.IEEE_F64LE(), 2, 2);
    }
    byte[] whole = Files.readAllBytes(path());
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x20;
      Files.write(path(), damaged);
      try {
        all(Datasets.open(path()), 3);
      } catch (DataException e) {
        assertThat(e.getMessage()).doesNotContain("\n");
      }
      long now = threads.getCurrentThreadAllocatedBytes();
      assertThat(now - before).as("allocated, byte %d damaged", at).isLessThan(200L << 20);
      before = now;
    }
  }
}
