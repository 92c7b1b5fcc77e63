package org.liegg.linalg;

import org.junit.jupiter.api.Nested;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.blas.NativeBlas;
import org.liegg.tck.DecompositionContract;

/** With as few fields as the contract has, all of the spectrum is found. */
class LobpcgContractTest {

  /** As users get it. */
  @Nested
  class AsShipped extends DecompositionContract {
    @Override
    public DecompositionProvider provider() {
      return new LobpcgProvider();
    }
  }

  /** All of it on OpenBLAS. */
  @Nested
  class Native extends DecompositionContract {
    private final NativeBlas natives = NativeBlas.after(0);

    @Override
    public DecompositionProvider provider() {
      return new LobpcgProvider(natives);
    }
  }
}
