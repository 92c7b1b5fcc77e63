package org.liegg.cli.values;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of whole days, from 1 to 36 500. */
public final class Days implements ITypeConverter<Duration> {
  private static final int MOST = 36_500;

  /** Keeps nothing. */
  public Days() {}

  @Override
  public Duration convert(String text) {
    try {
      int days = Integer.parseInt(text);
      if (days >= 1 && days <= MOST) {
        return Duration.ofDays(days);
      }
    } catch (NumberFormatException e) {
      throw expected(text);
    }
    throw expected(text);
  }

  private static TypeConversionException expected(String text) {
    return new TypeConversionException(
        "expected a number of days from 1 to %d but was '%s'".formatted(MOST, text));
  }
}
