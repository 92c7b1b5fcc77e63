package org.liegg.benchmarks.measure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The network 10 → 64 → 64 → 1 without biases that was trained on the function o5. */
final class TrainedO5 {
  private static final String WEIGHTS = "trained-o5-weights.f32";
  private static final int[] SIZES = {10, 64, 64, 1};

  private TrainedO5() {}

  static DenseNetwork network() {
    ByteBuffer bytes = ByteBuffer.wrap(read()).order(ByteOrder.LITTLE_ENDIAN);
    List<DenseNetwork.Layer> layers = new ArrayList<>();
    for (int l = 1; l < SIZES.length; l++) {
      double[] weights = new double[SIZES[l] * SIZES[l - 1]];
      Arrays.setAll(weights, i -> bytes.getFloat());
      layers.add(
          new DenseNetwork.Layer(
              SIZES[l - 1],
              weights,
              new double[SIZES[l]],
              l == SIZES.length - 1 ? Activation.LINEAR : Activation.SWISH));
    }
    return new DenseNetwork(layers);
  }

  private static byte[] read() {
    try (InputStream file = TrainedO5.class.getResourceAsStream(WEIGHTS)) {
      if (file == null) {
        throw new IllegalStateException("no " + WEIGHTS + " on the class path");
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
