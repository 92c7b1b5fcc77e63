package org.liegg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.liegg.data.Faulty.assertFault;
import static org.liegg.data.Samples.dictionary;
import static org.liegg.data.Samples.npy;
import static org.liegg.data.Samples.resource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Dataset;

/** What is wrong with a file, and how that is said. */
class FaultsTest {

  @TempDir Path directory;

  private Path file(byte[] bytes) {
    return Samples.write(directory, "x.npy", bytes);
  }

  @Test
  void saysThatThereIsNoSuchFile() {
    assertFault(directory.resolve("no.npy"), "LIEGG-DATA-NOT-FOUND", "no such file", "check");
  }

  @Test
  void saysThatADirectoryIsNoFile() {
    assertFault(directory, "LIEGG-DATA-DIRECTORY", "it is a directory");
  }

  @Test
  void saysThatThePermissionIsMissing() throws IOException {
    Path path = file(npy(dictionary("(1, 1)"), 8));
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(path), "the superuser reads everything");

    assertFault(path, "LIEGG-DATA-UNREADABLE", "no permission to read it");
  }

  @Test
  void saysThatADeviceIsNoFile() {
    Path device = Path.of("/dev/zero");
    assumeFalse(Files.notExists(device), "no such device");

    assertFault(device, "LIEGG-DATA-UNREADABLE", "not a regular file");
  }

  @Test
  void saysThatAFileIsEmpty() {
    assertFault(file(new byte[0]), "LIEGG-DATA-EMPTY", "it is an empty file");
  }

  @Test
  void saysThatAGzippedFileIsEmpty() {
    assertFault(file(Samples.gzip(new byte[0])), "LIEGG-DATA-EMPTY", "inflates to nothing");
  }

  @Test
  void listsTheFormatsWhenItKnowsNoSuchFormat() {
    assertFault(
        file(new byte[] {(byte) 0x89, 'H', 'D', 'G', 13, 10, 26, 10}),
        "LIEGG-DATA-FORMAT",
        "89 48 44 47 0D 0A 1A 0A",
        "give .npy, .npz, .csv, IDX, safetensors, MATLAB, HDF5, Parquet");
  }

  @ParameterizedTest
  @CsvSource({
    "PAR1, 0, a Parquet file, add liegg-data-parquet to",
    "ARROW1, 0, an Arrow file, add liegg-data-arrow to",
    "FEA1, 0, a Feather file of version 1, to_feather writes version 2",
    "\u0089HDF, 0, an HDF5 file, add liegg-data-hdf5 to",
    "\u0089HDF, 512, an HDF5 file, add liegg-data-hdf5 to"
  })
  void namesTheModuleThatIsMissing(String begin, int at, String found, String remedy) {
    byte[] head = new byte[1024];
    byte[] mark = begin.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(mark, 0, head, at, mark.length);

    assertThat(Formats.unknown("data x", head))
        .hasMessageContaining("it is " + found)
        .hasMessageContaining(remedy);
  }

  @Test
  void saysHowManyBytesAreMissing() {
    byte[] file = npy(dictionary("(2, 2)"), 31);

    assertFault(
        file(file),
        "LIEGG-DATA-TRUNCATED",
        "announces %d bytes, found %d".formatted(file.length + 1, file.length));
  }

  @Test
  void saysThatMoreFollowsThanTheHeaderAnnounces() {
    byte[] file = npy(dictionary("(2, 2)"), 33);

    assertFault(
        file(file),
        "LIEGG-DATA-CORRUPT",
        "announces %d bytes, found %d".formatted(file.length - 1, file.length));
  }

  @Test
  void saysHowManyBytesAreMissingFromWhatIsCompressed() {
    byte[] file = npy(dictionary("(2, 2)"), 31);

    assertFault(
        file(Samples.gzip(file)),
        "LIEGG-DATA-TRUNCATED",
        "announces %d bytes, found %d".formatted(file.length + 1, file.length));
  }

  @Test
  void saysThatMoreFollowsInWhatIsCompressed() {
    byte[] file = npy(dictionary("(2, 2)"), 33);

    assertFault(file(Samples.gzip(file)), "LIEGG-DATA-CORRUPT", "and more follow");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void saysHowManyBytesAreMissingInFortranOrder(boolean zipped) {
    String dictionary = "{'descr': '<f8', 'fortran_order': True, 'shape': (3, 2)}";
    byte[] file = npy(dictionary, 40);

    assertFault(
        file(zipped ? Samples.gzip(file) : file),
        "LIEGG-DATA-TRUNCATED",
        "announces %d bytes, found %d".formatted(file.length + 8, file.length));
  }

  @Test
  void saysThatGzippedDataEndsEarly() {
    byte[] gzip = Samples.gzip(npy(dictionary("(2, 2)"), 32));

    assertFault(
        file(Arrays.copyOf(gzip, gzip.length - 20)),
        "LIEGG-DATA-TRUNCATED",
        "compressed data ends early");
  }

  @Test
  void noticesAGzipChecksumThatDoesNotMatch() {
    byte[] gzip = Samples.gzip(npy(dictionary("(2, 2)"), 32));
    gzip[gzip.length - 6] ^= 1;

    assertFault(file(gzip), "LIEGG-DATA-CORRUPT", "compressed data is damaged");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void noticesAFileThatShrinksBehindItsBack(boolean columnMajor) throws IOException {
    String order = columnMajor ? "True" : "False";
    Path path =
        file(npy("{'descr': '<f8', 'fortran_order': %s, 'shape': (9, 2)}".formatted(order), 144));
    Dataset data = Datasets.open(path);
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() - 100);
    }

    assertFault(() -> Samples.all(data, 2), "LIEGG-DATA-TRUNCATED", "bytes, found");
  }

  @Test
  void refusesAbsurdShapesOfWhatIsCompressed() {
    assertFault(
        file(Samples.gzip(npy(dictionary("(1000000000, 1000)"), 32))),
        "LIEGG-DATA-TRUNCATED",
        "what is compressed there holds at most");
  }

  @Test
  void doesNotAllocateWhatACompressedHeaderAnnounces() throws IOException {
    // 1 MB of noise could inflate to 1 GB, so the header is possible; the rows are not there.
    byte[] noise = new byte[1 << 20];
    new java.util.Random(1).nextBytes(noise);
    byte[] header = npy(dictionary("(2, 50000000)"), 0);
    byte[] file = Arrays.copyOf(header, header.length + noise.length);
    for (int i = 0; i < noise.length; i++) {
      file[header.length + i] = (byte) (noise[i] & 0x3f); // finite, whatever the rest
    }

    assertFault(file(Samples.gzip(file)), "LIEGG-DATA-TRUNCATED", "bytes, found " + file.length);
  }

  @ParameterizedTest
  @CsvSource({"NaN,NaN", "Infinity,Infinity", "-Infinity,-Infinity"})
  void saysWhichRowAndColumnIsNotFinite(double value, String shown) {
    byte[] file = npy(dictionary("(20, 4)"), 20 * 4 * 8);
    int start = file.length - 20 * 4 * 8;
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putDouble(start + (16 * 4 + 2) * 8, value);

    assertFault(
        file(file),
        "LIEGG-DATA-NONFINITE",
        "row 17, column 3 (counting from 1) is " + shown,
        "remove or impute");
  }

  @Test
  void saysWhichRowAndColumnIsNotFiniteInFortranOrder() {
    byte[] file = npy("{'descr': '>f4', 'fortran_order': True, 'shape': (20, 4)}", 320);
    ByteBuffer.wrap(file).putFloat(file.length - 320 + (2 * 20 + 16) * 4, Float.NaN);

    assertFault(file(file), "LIEGG-DATA-NONFINITE", "row 17, column 3");
  }

  @Test
  void saysWhichRowAndColumnIsNotFiniteInIdx() {
    byte[] file = {0, 0, 13, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 0, 0x7f, (byte) 0xc0, 0, 0};

    assertFault(file(file), "LIEGG-DATA-NONFINITE", "row 1, column 2");
  }

  @Test
  void refusesOptionsThatTheFormatHasNoUseFor() {
    DataOptions options = DataOptions.defaults();
    Path npy = resource("c.npy");

    assertFault(npy, options.withArray("x"), "LIEGG-DATA-OPTION", "--array ('x')", ".npz");
    assertFault(
        npy, options.withHeader(DataOptions.Header.ABSENT), "LIEGG-DATA-OPTION", "header mode");
    assertFault(
        npy, options.withDelimiter(DataOptions.Delimiter.TAB), "LIEGG-DATA-OPTION", "delimiter");
  }

  @Test
  void refusesABatchThatOneArrayCannotHold() throws IOException {
    Path path = file(npy(dictionary("(400000000, 10)"), 0));
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      long size = channel.size() + 400_000_000L * 80;
      channel.write(ByteBuffer.wrap(new byte[1]), size - 1); // a sparse file
    }
    Dataset data = Datasets.open(path);

    assertFault(
        () -> data.batches(300_000_000),
        "LIEGG-DATA-BATCH",
        "300000000 samples of 10 columns do not fit one batch",
        "at most 214748363");
    assertThat(Samples.all(Datasets.limit(data, 3), 2)).containsOnly(0).hasSize(30);
  }

  @ParameterizedTest
  @ValueSource(strings = {"c.npy", "fortran.npy", "savetxt.csv"})
  void refusesBatchesOfNothing(String name) {
    assertFault(
        () -> Datasets.open(resource(name)).batches(0),
        "LIEGG-DATA-BATCH",
        "a batch size of 0 was asked for");
  }
}
