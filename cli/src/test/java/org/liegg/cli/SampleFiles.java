package org.liegg.cli;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.liegg.api.Batch;
import org.liegg.data.NpyWriter;

/** Seeded data of several formats. */
final class SampleFiles {
  private static final long SEED = 19;

  private SampleFiles() {}

  /** Standard normal samples, .npy. */
  static Path normal(Path file, int samples, int columns) {
    Random random = new Random(SEED + columns);
    double[] values = new double[samples * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian();
    }
    NpyWriter.write(file, new Batch(samples, columns, values));
    return file;
  }

  /** Standard normal series, .npy of shape samples × features × steps. */
  static Path series(Path file, int samples, int features, int steps) {
    Random random = new Random(SEED);
    String header =
        "{'descr': '<f8', 'fortran_order': False, 'shape': (%d, %d, %d), }"
            .formatted(samples, features, steps);
    // The header ends with a line feed at a multiple of 64 bytes.
    int length = (10 + header.length() + 1 + 63) / 64 * 64 - 10;
    ByteBuffer bytes =
        ByteBuffer.allocate(10 + length + samples * features * steps * Double.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII)).put((byte) 1);
    bytes.put((byte) 0).putShort((short) length);
    bytes.put(
        (header + " ".repeat(length - header.length() - 1) + "\n")
            .getBytes(StandardCharsets.US_ASCII));
    while (bytes.hasRemaining()) {
      bytes.putDouble(random.nextGaussian());
    }
    return write(file, bytes.array());
  }

  /** A bright blob on every image, IDX of unsigned bytes. */
  static Path digits(Path file, int images, int size) {
    Random random = new Random(SEED);
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
      out.writeInt(0x00000803);
      out.writeInt(images);
      out.writeInt(size);
      out.writeInt(size);
      for (int n = 0; n < images; n++) {
        double row = size * random.nextDouble();
        double column = size * random.nextDouble();
        for (int i = 0; i < size * size; i++) {
          int line = i / size;
          double far = Math.hypot(line - row, i % size - column);
          out.write((int) (255 * Math.exp(-far * far / size)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private static Path write(Path file, byte[] bytes) {
    try {
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
