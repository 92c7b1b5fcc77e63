package org.liegg.cli.values;

import java.util.Locale;
import org.liegg.api.Accuracy;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code gram} or {@code backward-stable}. */
public final class AccuracyName implements ITypeConverter<Accuracy> {

  /** Keeps nothing. */
  public AccuracyName() {}

  @Override
  public Accuracy convert(String name) {
    try {
      return Accuracy.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(
          "expected gram or backward-stable but was '%s'".formatted(name));
    }
  }
}
