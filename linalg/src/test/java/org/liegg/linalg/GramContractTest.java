package org.liegg.linalg;

import org.junit.jupiter.api.Nested;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.blas.NativeBlas;
import org.liegg.linalg.sums.GramPath;
import org.liegg.tck.DecompositionContract;

class GramContractTest {

  /** As users get it. */
  @Nested
  class AsShipped extends DecompositionContract {
    @Override
    public DecompositionProvider provider() {
      return new GramProvider();
    }
  }

  /** All of it on OpenBLAS. */
  @Nested
  class Native extends DecompositionContract {
    private final NativeBlas natives = NativeBlas.after(0);

    @Override
    public DecompositionProvider provider() {
      return new GramProvider(natives);
    }
  }

  /** From Java to OpenBLAS in the middle of things. */
  @Nested
  class ChangingKernels extends DecompositionContract {
    private final NativeBlas natives = NativeBlas.after(2e4);

    @Override
    public DecompositionProvider provider() {
      return new GramProvider(natives);
    }
  }

  /** By factors wherever there are any, in pure Java. */
  @Nested
  class ByFactors extends DecompositionContract {
    @Override
    public DecompositionProvider provider() {
      return new GramProvider(NativeBlas.off(), GramPath.FACTORS);
    }
  }

  /** By factors, on OpenBLAS. */
  @Nested
  class NativeByFactors extends DecompositionContract {
    private final NativeBlas natives = NativeBlas.after(0);

    @Override
    public DecompositionProvider provider() {
      return new GramProvider(natives, GramPath.FACTORS);
    }
  }
}
