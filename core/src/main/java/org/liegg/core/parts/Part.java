package org.liegg.core.parts;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several parts of the samples, all of which follow each other.
 *
 * @param number from 1 to {@code count}
 * @param count how many parts there are
 */
public record Part(int number, int count) {
  /** More parts than anybody has machines for. */
  public static final int MOST = 1 << 16;

  private static final Pattern TEXT = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if there is no such part
   */
  public Part {
    if (count < 1 || count > MOST || number < 1 || number > count) {
      throw new IllegalArgumentException(
          "part %d/%d: parts are numbered from 1/n to n/n, with n up to %d"
              .formatted(number, count, MOST));
    }
  }

  /**
   * Reads e.g. {@code 3/8}.
   *
   * @throws IllegalArgumentException if that is no part
   */
  public static Part parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "part '%s': say which of how many, e.g. 3/8".formatted(text));
    }
    return new Part(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
  }

  /** Its place from 0. */
  public int index() {
    return number - 1;
  }

  /** The first of so many samples that is in it, from 0. */
  public long from(long samples) {
    return share(number - 1L, samples);
  }

  /** Behind the last of so many samples that is in it. */
  public long to(long samples) {
    return share(number, samples);
  }

  /** Without a product that overflows. */
  private long share(long parts, long samples) {
    return samples / count * parts + samples % count * parts / count;
  }

  @Override
  public String toString() {
    return number + "/" + count;
  }
}
