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
  class Native extends OnNatives {
    Native() {
      super(0);
    }
  }

  /** From Java to OpenBLAS in the middle of things. */
  @Nested
  class ChangingKernels extends OnNatives {
    ChangingKernels() {
      super(2e4);
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

  private abstract static class OnNatives extends DecompositionContract {
    private final NativeBlas natives;

    /**
     * @param operations from which on OpenBLAS computes
     */
    OnNatives(double operations) {
      natives = NativeBlas.after(operations);
    }

    @Override
    public DecompositionProvider provider() {
      return new GramProvider(natives);
    }
  }
}
