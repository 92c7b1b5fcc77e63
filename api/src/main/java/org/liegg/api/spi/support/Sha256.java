package org.liegg.api.spi.support;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A running SHA-256: what {@link org.liegg.api.ModelInfo#sha256} takes of a model's bytes. */
public final class Sha256 {
  private final MessageDigest digest;

  /** Of nothing yet. */
  public Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Takes the first {@code length} bytes. */
  public void update(byte[] bytes, int length) {
    digest.update(bytes, 0, length);
  }

  /** The hash of everything so far, lower-case hexadecimal; starts anew. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Of some bytes and the numbers after them. */
  public static String of(byte[] head, double[] values) {
    Sha256 sha256 = new Sha256();
    sha256.update(head, head.length);
    ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES);
    for (double value : values) {
      sha256.update(bytes.putDouble(0, value).array(), Double.BYTES);
    }
    return sha256.hex();
  }
}
