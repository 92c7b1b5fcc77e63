package org.liegg.linalg;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Jacobians;
import org.liegg.api.Polarization;

/**
 * The first 500 samples of a network trained on an O(5)-invariant function of two vectors, its
 * gradients there, and the spectra that NumPy and SciPy find for them in double precision.
 */
final class O5Reference {
  private static final int D = 10;

  private O5Reference() {}

  static Polarization polarization(FieldBasis fields) {
    byte[] bytes = resource("inputs-and-gradients.bin");
    int samples = bytes.length / (2 * D * Double.BYTES);
    double[] x = new double[samples * D];
    double[] gradients = new double[samples * D];
    var values = ByteBuffer.wrap(bytes).asDoubleBuffer();
    for (int n = 0; n < samples; n++) {
      values.get(x, n * D, D).get(gradients, n * D, D);
    }
    return new Polarization(
        fields,
        new Batch(samples, D, x),
        new Jacobians(samples, 1, D, gradients, new double[samples]));
  }

  /** One 5 × 5 matrix on both vectors: {@code gl(5)^2}. */
  static FieldBasis bothVectors() {
    FieldBasis.Builder builder = FieldBasis.builder(D, D);
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        builder.entry(i, j, 1).entry(5 + i, 5 + j, 1).endField();
      }
    }
    return builder.build();
  }

  /** Any 10 × 10 matrix: {@code gl(10)}. */
  static FieldBasis anyMatrix() {
    FieldBasis.Builder builder = FieldBasis.builder(D, D);
    for (int i = 0; i < D; i++) {
      for (int j = 0; j < D; j++) {
        builder.entry(i, j, 1).endField();
      }
    }
    return builder.build();
  }

  /** Column 0: singular values, column 1: defects; both descending. */
  static double[] expected(String name, int column) {
    String text = new String(resource(name + "-expected.txt"), StandardCharsets.UTF_8);
    return text.lines()
        .filter(line -> !line.startsWith("#"))
        .mapToDouble(line -> Double.parseDouble(line.split(" ", -1)[column]))
        .toArray();
  }

  /** The largest relative difference. */
  static double difference(double[] actual, double[] expected) {
    if (actual.length != expected.length) {
      throw new AssertionError(Arrays.toString(actual));
    }
    double largest = 0;
    for (int i = 0; i < actual.length; i++) {
      largest = Math.max(largest, Math.abs(actual[i] / expected[i] - 1));
    }
    return largest;
  }

  private static byte[] resource(String name) {
    try (InputStream in = O5Reference.class.getResourceAsStream("o5-mlp/" + name)) {
      if (in == null) {
        throw new AssertionError("no resource " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
