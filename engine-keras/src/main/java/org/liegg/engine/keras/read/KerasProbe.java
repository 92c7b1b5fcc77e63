package org.liegg.engine.keras.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipFile;

/** Tells Keras files from others by their first bytes. */
public final class KerasProbe {
  private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  private KerasProbe() {}

  /** Whether the file begins as HDF5 files do. */
  public static boolean isHdf5(Path path) {
    return startsWith(path, HDF5);
  }

  /** Whether the bytes begin as HDF5 files do. */
  static boolean isHdf5(byte[] bytes) {
    return bytes.length >= HDF5.length && Arrays.equals(Arrays.copyOf(bytes, HDF5.length), HDF5);
  }

  /** Whether the file is a zip of the kind that Keras 3 writes by default. */
  public static boolean isKerasZip(Path path) {
    if (!startsWith(path, ZIP)) {
      return false;
    }
    try (ZipFile zip = new ZipFile(path.toFile())) {
      return zip.getEntry("config.json") != null
          && zip.stream().anyMatch(entry -> entry.getName().startsWith("model.weights."));
    } catch (IOException | RuntimeException e) {
      return path.toString().endsWith(".keras");
    }
  }

  private static boolean startsWith(Path path, byte[] magic) {
    if (!Files.isRegularFile(path)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(path)) {
      return Arrays.equals(in.readNBytes(magic.length), magic);
    } catch (IOException e) {
      return false;
    }
  }
}
