package org.liegg.cli.values;

import org.liegg.api.Head;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A head by its name. */
public final class HeadName implements ITypeConverter<Head> {

  /** Keeps nothing. */
  public HeadName() {}

  @Override
  public Head convert(String name) {
    return Head.named(name)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "expected one of %s but was '%s'"
                        .formatted(String.join(", ", Head.labels()), name)));
  }
}
