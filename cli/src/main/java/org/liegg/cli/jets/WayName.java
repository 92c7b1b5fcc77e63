package org.liegg.cli.jets;

import java.util.Locale;
import org.liegg.core.jets.GridJets;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code differences}, {@code spectral} or {@code smoothing}. */
final class WayName implements ITypeConverter<GridJets.Way> {

  @Override
  public GridJets.Way convert(String name) {
    try {
      return GridJets.Way.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(
          "expected differences, spectral or smoothing but was '%s'".formatted(name));
    }
  }
}
