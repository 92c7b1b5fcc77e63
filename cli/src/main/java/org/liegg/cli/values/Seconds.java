package org.liegg.cli.values;

import java.math.BigDecimal;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of seconds, from a thousandth to a million of them. */
public final class Seconds implements ITypeConverter<Duration> {
  private static final BigDecimal LEAST = new BigDecimal("0.001");
  private static final BigDecimal MOST = new BigDecimal("1000000");
  private static final int LONGEST_NUMBER = 20;

  /** Keeps nothing. */
  public Seconds() {}

  @Override
  public Duration convert(String text) {
    try {
      BigDecimal seconds = text.length() > LONGEST_NUMBER ? BigDecimal.ZERO : new BigDecimal(text);
      if (seconds.compareTo(LEAST) >= 0 && seconds.compareTo(MOST) <= 0) {
        return Duration.ofMillis(seconds.movePointRight(3).longValue());
      }
    } catch (NumberFormatException e) {
      throw expected(text);
    }
    throw expected(text);
  }

  private static TypeConversionException expected(String text) {
    return new TypeConversionException(
        "expected seconds from %s to %s but was '%s'".formatted(LEAST, MOST, text));
  }
}
