package org.liegg.service.base;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/**
 * Names of analyses and checks: the time in milliseconds and a random number, in hexadecimal, so
 * that they sort as they were made.
 */
public final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{24}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static long last;

  private Ids() {}

  /** A new one, behind all that this process has made. */
  public static synchronized String next() {
    last = Math.max(last + 1, System.currentTimeMillis());
    return "%012x%012x".formatted(last, RANDOM.nextLong() & 0xFFFF_FFFF_FFFFL);
  }

  /** Whether a text has their form. */
  public static boolean isId(String text) {
    return FORM.matcher(text).matches();
  }

  /** Whether a text is a SHA-256 in hexadecimal. */
  public static boolean isHash(String text) {
    return HASH.matcher(text).matches();
  }
}
