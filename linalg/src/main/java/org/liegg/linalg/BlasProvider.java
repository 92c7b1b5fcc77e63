package org.liegg.linalg;

import org.ejml.EjmlVersion;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.blas.NativeBlas;

/** A decomposition that OpenBLAS speeds up where it loads. */
abstract class BlasProvider implements DecompositionProvider {
  private final String name;
  private final Capabilities capabilities;
  private final NativeBlas natives;

  BlasProvider(String name, Capabilities capabilities, NativeBlas natives) {
    this.name = name;
    this.capabilities = capabilities;
    this.natives = natives;
  }

  /** The native library, or none. */
  final NativeBlas natives() {
    return natives;
  }

  @Override
  public final String name() {
    return name;
  }

  /** Always available; the detail says what does the work. Loads nothing. */
  @Override
  public final Availability availability() {
    return new Availability.Available(EjmlVersion.VERSION, natives.description());
  }

  @Override
  public final Capabilities capabilities() {
    return capabilities;
  }
}
