package org.liegg.core;

import org.liegg.api.SymmetryReport.DecompositionInfo;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.DecompositionProvider;

/**
 * How the report calls a decomposition; asked after it has run, when it knows what did the work.
 */
final class DecompositionDescription {

  private DecompositionDescription() {}

  static DecompositionInfo of(DecompositionProvider provider) {
    String detail =
        provider.availability() instanceof Availability.Available available
            ? available.detail()
            : "";
    return new DecompositionInfo(provider.name(), provider.capabilities().accuracy(), detail);
  }
}
