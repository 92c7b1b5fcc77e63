package org.liegg.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.OutputException;
import org.liegg.data.support.Faults;

/**
 * Writes samples as a .npy file: version 1.0, little-endian float64, C order, shape (samples,
 * columns), byte for byte as {@code numpy.save} does. The file appears whole or not at all: it is
 * written beside its place and moved there.
 */
public final class NpyWriter {

  private static final int HEADER = 128;
  private static final int BUFFER = 1 << 18;

  private NpyWriter() {}

  /**
   * Writes the rows of a matrix.
   *
   * @throws IllegalArgumentException if the rows are not equally long
   * @throws OutputException if the file cannot be written
   */
  public static void write(Path target, double[][] rows) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    double[] values = new double[Math.multiplyExact(rows.length, columns)];
    for (int r = 0; r < rows.length; r++) {
      if (rows[r].length != columns) {
        throw new IllegalArgumentException(
            "row %d has %d values, row 0 has %d".formatted(r, rows[r].length, columns));
      }
      System.arraycopy(rows[r], 0, values, r * columns, columns);
    }
    write(target, new Batch(rows.length, columns, values));
  }

  /**
   * Writes one batch.
   *
   * @throws OutputException if the file cannot be written
   */
  public static void write(Path target, Batch samples) {
    write(target, samples.columns(), new Once(samples));
  }

  /**
   * Writes what is left of a stream, however long, and closes it.
   *
   * @param columns features of one sample
   * @throws IllegalArgumentException if a batch has another number of columns
   * @throws org.liegg.api.DataException if the samples cannot be read
   * @throws OutputException if the file cannot be written
   */
  public static void write(Path target, int columns, BatchStream samples) {
    Path absolute = target.toAbsolutePath();
    Path part =
        absolute.resolveSibling(".%s.%s.part".formatted(absolute.getFileName(), UUID.randomUUID()));
    try (samples) {
      if (Files.isDirectory(target)) {
        throw new OutputException(
            "LIEGG-OUTPUT-DIRECTORY",
            "output " + target,
            "it is a directory",
            "name a file inside it");
      }
      try {
        fill(part, columns, samples);
        move(part, absolute);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw OutputException.lost(
          "LIEGG-OUTPUT-UNWRITABLE",
          "output " + target,
          "it cannot be written (%s)".formatted(Faults.described(e)),
          "check that its directory exists, its permissions and the space on its disk",
          e);
    }
  }

  private static void fill(Path part, int columns, BatchStream samples) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    try (FileChannel channel =
        FileChannel.open(part, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
      channel.position(HEADER);
      long rows = 0;
      for (Optional<Batch> next = samples.next(); next.isPresent(); next = samples.next()) {
        Batch batch = next.get();
        if (batch.columns() != columns) {
          throw new IllegalArgumentException(
              "a batch of %d columns, %d were announced".formatted(batch.columns(), columns));
        }
        append(channel, buffer, batch.values());
        rows += batch.rows();
      }
      // Only now is the number of samples known.
      channel.position(0);
      drain(channel, ByteBuffer.wrap(header(rows, columns)));
      // The name must never come to stand for a file whose content is still on its way to the disk.
      channel.force(true);
    }
  }

  private static void append(FileChannel channel, ByteBuffer buffer, double[] values)
      throws IOException {
    int chunk = BUFFER / Double.BYTES;
    for (int from = 0; from < values.length; from += chunk) {
      int count = Math.min(chunk, values.length - from);
      buffer.clear().limit(count * Double.BYTES);
      buffer.asDoubleBuffer().put(values, from, count);
      drain(channel, buffer);
    }
  }

  private static void drain(FileChannel channel, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  /** Magic bytes, version 1.0, length, dictionary, and spaces up to a line feed. */
  private static byte[] header(long rows, int columns) {
    byte[] header = new byte[HEADER];
    Arrays.fill(header, (byte) ' ');
    String dictionary =
        "{'descr': '<f8', 'fortran_order': False, 'shape': (%d, %d), }".formatted(rows, columns);
    ByteBuffer.wrap(header)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(Format.npyMagic())
        .put((byte) 1)
        .put((byte) 0)
        .putShort((short) (HEADER - 10))
        .put(dictionary.getBytes(StandardCharsets.US_ASCII));
    header[HEADER - 1] = '\n';
    return header;
  }

  private static void move(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** A stream of one batch. */
  private static final class Once implements BatchStream {
    private Optional<Batch> batch;

    Once(Batch batch) {
      this.batch = Optional.of(batch);
    }

    @Override
    public Optional<Batch> next() {
      Optional<Batch> now = batch;
      batch = Optional.empty();
      return now;
    }

    @Override
    public void close() {
      batch = Optional.empty();
    }
  }
}
