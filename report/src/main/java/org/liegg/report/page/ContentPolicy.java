package org.liegg.report.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The content security policy of a page: its own scripts and style by their hashes, no requests.
 */
final class ContentPolicy {

  private ContentPolicy() {}

  /**
   * The policy.
   *
   * @param scripts what stands in the elements, to the letter
   * @param styles likewise
   */
  static String of(List<String> scripts, List<String> styles) {
    return "default-src 'none'; script-src %s; style-src %s; img-src data:; base-uri 'none'; form-action 'none'"
        .formatted(hashes(scripts), hashes(styles));
  }

  private static String hashes(List<String> contents) {
    return contents.stream().map(ContentPolicy::hash).collect(Collectors.joining(" "));
  }

  private static String hash(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return "'sha256-%s'".formatted(Base64.getEncoder().encodeToString(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
