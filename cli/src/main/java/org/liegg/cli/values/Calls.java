package org.liegg.cli.values;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** At how many samples a model may be asked. */
public final class Calls implements ITypeConverter<Long> {

  /** Keeps nothing. */
  public Calls() {}

  @Override
  public Long convert(String text) {
    try {
      long calls = Long.parseLong(text);
      if (calls > 0) {
        return calls;
      }
    } catch (NumberFormatException e) {
      throw expected(text);
    }
    throw expected(text);
  }

  private static TypeConversionException expected(String text) {
    return new TypeConversionException(
        "expected a number of samples, at least 1, but was '%s'".formatted(text));
  }
}
