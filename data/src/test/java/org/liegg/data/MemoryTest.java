package org.liegg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.Dataset;

/**
 * Reads files whose values are larger than the heap that this module's tests run with: a reader
 * that keeps what it has read runs out of memory.
 */
@Tag("slow")
class MemoryTest {

  private static final long ROWS = 5_000_000;
  private static final int COLUMNS = 10;

  @TempDir Path directory;

  @BeforeEach
  void theHeapIsSmallerThanTheValues() {
    assumeTrue(
        Runtime.getRuntime().maxMemory() < 128L << 20, "the heap is large: see surefire's -Xmx");
  }

  @Test
  void streams400MegabytesInCOrder() throws IOException {
    assertThat(rows(Datasets.open(sparse(false, ROWS)))).isEqualTo(ROWS);
  }

  @Test
  void streams400MegabytesInFortranOrder() throws IOException {
    assertThat(rows(Datasets.open(sparse(true, ROWS)))).isEqualTo(ROWS);
  }

  @Test
  void streamsAGzippedArray() throws IOException {
    Path path = directory.resolve("x.npy.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path), 1 << 16)) {
      array(out, false);
    }

    assertThat(rows(Datasets.open(path))).isEqualTo(ROWS / 2);
  }

  @Test
  void streamsADeflatedArrayInFortranOrder() throws IOException {
    Path path = directory.resolve("x.npz");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(path))) {
      out.putNextEntry(new ZipEntry("x.npy"));
      array(out, true);
    }

    assertThat(rows(Datasets.open(path))).isEqualTo(ROWS / 2);
  }

  @Test
  void streamsCsv() throws IOException {
    Path path = directory.resolve("x.csv");
    byte[] lines = "0,0,0,0,0,0,0,0,0,0\n".repeat(1000).getBytes(StandardCharsets.US_ASCII);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
      for (int i = 0; i < 2000; i++) {
        out.write(lines);
      }
    }

    assertThat(rows(Datasets.open(path))).isEqualTo(2_000_000);
  }

  /** A file of zeros that takes no room on the disk. */
  private Path sparse(boolean columnMajor, long rows) throws IOException {
    byte[] header = Samples.npy(dictionary(columnMajor, rows), 0);
    Path path = Samples.write(directory, "x.npy", header);
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(1), header.length + rows * COLUMNS * 8 - 1);
    }
    return path;
  }

  /** 200 megabytes of zeros. */
  private static void array(OutputStream out, boolean columnMajor) throws IOException {
    out.write(Samples.npy(dictionary(columnMajor, ROWS / 2), 0));
    byte[] zeros = new byte[COLUMNS * 8 * 1000];
    for (int i = 0; i < ROWS / 2 / 1000; i++) {
      out.write(zeros);
    }
  }

  private static String dictionary(boolean columnMajor, long rows) {
    return "{'descr': '<f8', 'fortran_order': %s, 'shape': (%d, %d)}"
        .formatted(columnMajor ? "True" : "False", rows, COLUMNS);
  }

  private static long rows(Dataset data) {
    long rows = 0;
    try (BatchStream stream = data.batches(1000)) {
      for (Optional<Batch> b = stream.next(); b.isPresent(); b = stream.next()) {
        rows += b.get().rows();
      }
    }
    return rows;
  }
}
