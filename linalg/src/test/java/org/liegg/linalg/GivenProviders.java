package org.liegg.linalg;

import org.liegg.blas.NativeBlas;
import org.liegg.linalg.sums.MemoryBudget;

/** The providers with a native library and a memory of the test's choice. */
public final class GivenProviders {

  private GivenProviders() {}

  public static GramProvider gram(NativeBlas natives) {
    return new GramProvider(natives);
  }

  public static QrProvider qr(NativeBlas natives, MemoryBudget budget) {
    return new QrProvider(natives, budget);
  }

  public static SvdProvider svd(NativeBlas natives, MemoryBudget budget) {
    return new SvdProvider(natives, budget);
  }

  public static LobpcgProvider lobpcg(NativeBlas natives) {
    return new LobpcgProvider(natives);
  }
}
