package org.liegg.service.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The token of a service, and the sessions of browsers that have shown it: a session says until
 * when it holds, and carries a code that nobody makes without the token. Comparisons take as long
 * whatever is compared.
 */
final class Secret {
  private static final String MAC = "HmacSHA256";
  private static final char SEPARATOR = '-';

  private final byte[] token;

  Secret(String token) {
    this.token = token.getBytes(StandardCharsets.UTF_8);
  }

  /** Whether this is the token. */
  boolean isToken(String shown) {
    return MessageDigest.isEqual(
        code("token", token), code("token", shown.getBytes(StandardCharsets.UTF_8)));
  }

  /** A session that holds until then. */
  String session(Instant until) {
    String end = Long.toHexString(until.getEpochSecond());
    return end + SEPARATOR + HexFormat.of().formatHex(code(end, token));
  }

  /** Whether a session is one of this token's, and still holds. */
  boolean isSession(String shown, Instant now) {
    int at = shown.indexOf(SEPARATOR);
    if (at < 0) {
      return false;
    }
    String end = shown.substring(0, at);
    byte[] expected = HexFormat.of().formatHex(code(end, token)).getBytes(StandardCharsets.UTF_8);
    byte[] found = shown.substring(at + 1).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(expected, found)
        && seconds(end).map(until -> until > now.getEpochSecond()).orElse(false);
  }

  private static Optional<Long> seconds(String hex) {
    try {
      return Optional.of(Long.parseLong(hex, 16));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static byte[] code(String text, byte[] key) {
    try {
      Mac mac = Mac.getInstance(MAC);
      // A key may not be empty, and a token that is shown may be.
      mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, MAC));
      return mac.doFinal(("liegg " + text).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
    }
  }
}
