package org.liegg.engine.keras.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.liegg.api.spi.support.Sha256;

/**
 * The bytes of a model file, all of them, so that what was checked is what is read.
 *
 * @param bytes the file
 * @param sha256 their hash, lower-case hexadecimal
 */
record KerasBytes(byte[] bytes, String sha256) {
  /** The file, its weights and their copies in the network are in memory at the same time. */
  private static final int MEMORY_FACTOR = 4;

  /**
   * Reads a file.
   *
   * @throws org.liegg.api.ModelException if it is missing, no file of Keras, or too large
   */
  static KerasBytes read(Path path, KerasFaults faults) {
    faults.requireFile(path);
    try (InputStream in = Files.newInputStream(path)) {
      long size = Files.size(path);
      if (size > limit()) {
        throw faults.tooLarge("it has %d bytes, the limit is %d".formatted(size, limit()));
      }
      byte[] bytes = in.readNBytes((int) size);
      if (bytes.length == 0) {
        throw faults.corrupt("the file is empty");
      }
      return new KerasBytes(bytes, Sha256.of(bytes, new double[0]));
    } catch (IOException e) {
      throw faults.unreadable(e);
    }
  }

  /** Most bytes that a file, or all the weights in it, may have. */
  static long limit() {
    return Math.min(Integer.MAX_VALUE - 8, Runtime.getRuntime().maxMemory() / MEMORY_FACTOR);
  }
}
