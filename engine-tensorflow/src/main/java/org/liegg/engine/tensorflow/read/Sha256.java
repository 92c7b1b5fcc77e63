package org.liegg.engine.tensorflow.read;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A running SHA-256. */
final class Sha256 {
  private final MessageDigest digest;

  Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Takes the first {@code length} bytes. */
  void update(byte[] bytes, int length) {
    digest.update(bytes, 0, length);
  }

  /** The hash of everything so far, lower-case hexadecimal; starts anew. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
