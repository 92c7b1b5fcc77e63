package org.liegg.engine.tensorflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.liegg.api.Batch;

/** Reads the two-dimensional little-endian arrays among the test resources. */
final class Npy {

  private Npy() {}

  static Batch read(String resource) {
    try (InputStream in = Npy.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("No resource " + resource);
      }
      ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      int end = 10 + bytes.getShort(8);
      String header = new String(bytes.array(), 10, end - 10, StandardCharsets.US_ASCII);
      String[] shape = header.replaceAll(".*'shape': \\((.*?)\\).*\\s*", "$1").split(", *", -1);
      int rows = Integer.parseInt(shape[0]);
      int columns = Integer.parseInt(shape[1]);
      boolean single = header.contains("<f4");
      bytes.position(end);
      double[] values = new double[rows * columns];
      for (int i = 0; i < values.length; i++) {
        values[i] = single ? bytes.getFloat() : bytes.getDouble();
      }
      return new Batch(rows, columns, values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
