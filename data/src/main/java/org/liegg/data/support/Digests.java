package org.liegg.data.support;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** SHA-256 through a fixed buffer, in lower-case hexadecimal. */
public final class Digests {

  private static final int BUFFER = 1 << 16;

  private Digests() {}

  /** Of a file's bytes, read once, when first asked for. */
  public static Supplier<String> ofFile(Path path) {
    return once(() -> digest(path));
  }

  /** Of values as big-endian IEEE 754 doubles, computed once, when first asked for. */
  public static Supplier<String> ofValues(double[] values) {
    return once(() -> digest(values));
  }

  /** Of texts, each ended by a line feed, asked for once. */
  public static Supplier<String> ofTexts(Supplier<List<String>> texts) {
    return once(
        () -> {
          MessageDigest digest = sha256();
          for (String text : texts.get()) {
            digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
          }
          return HexFormat.of().formatHex(digest.digest());
        });
  }

  private static String digest(Path path) {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(path)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    } catch (IOException e) {
      throw Faults.reading("data " + path, e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String digest(double[] values) {
    MessageDigest digest = sha256();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    int chunk = BUFFER / Double.BYTES;
    for (int from = 0; from < values.length; from += chunk) {
      int count = Math.min(chunk, values.length - from);
      buffer.clear();
      buffer.asDoubleBuffer().put(values, from, count);
      digest.update(buffer.limit(count * Double.BYTES));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  private static Supplier<String> once(Supplier<String> compute) {
    return new Supplier<>() {
      private Optional<String> known = Optional.empty();

      @Override
      public synchronized String get() {
        if (known.isEmpty()) {
          known = Optional.of(compute.get());
        }
        return known.get();
      }
    };
  }
}
