package org.liegg.cli.values;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liegg.isolation.WorkerSettings;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Bytes of memory, written as Java's own options are: {@code 512m}, {@code 4g}. */
public final class MemorySize implements ITypeConverter<Long> {
  private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,8})([kmg]?)");

  /** Keeps nothing. */
  public MemorySize() {}

  @Override
  public Long convert(String text) {
    Matcher size = SIZE.matcher(text.toLowerCase(Locale.ROOT));
    if (!size.matches()) {
      throw new TypeConversionException(
          "expected a size such as 512m or 4g but was '%s'".formatted(text));
    }
    int shift =
        switch (size.group(2)) {
          case "k" -> 10;
          case "m" -> 20;
          case "g" -> 30;
          default -> 0;
        };
    long bytes = Long.parseLong(size.group(1)) << shift;
    if (bytes < WorkerSettings.LEAST_MEMORY) {
      throw new TypeConversionException(
          "'%s' is less than the %dm that a process needs"
              .formatted(text, WorkerSettings.LEAST_MEMORY >> 20));
    }
    return bytes;
  }
}
