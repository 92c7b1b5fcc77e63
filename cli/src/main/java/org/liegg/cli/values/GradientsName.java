package org.liegg.cli.values;

import java.util.Locale;
import org.liegg.core.settings.Gradients;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code full} or {@code tangential}. */
public final class GradientsName implements ITypeConverter<Gradients> {

  /** Keeps nothing. */
  public GradientsName() {}

  @Override
  public Gradients convert(String name) {
    try {
      return Gradients.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException("expected full or tangential but was '%s'".formatted(name));
    }
  }
}
