package org.liegg.linalg;

import org.junit.jupiter.api.Nested;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.blas.NativeBlas;
import org.liegg.linalg.sums.MemoryBudget;
import org.liegg.tck.DecompositionContract;

class QrContractTest {
  /** As users get it. */
  @Nested
  class AsShipped extends DecompositionContract {
    @Override
    public DecompositionProvider provider() {
      return new QrProvider();
    }
  }

  /** Without a native library. */
  @Nested
  class PureJava extends DecompositionContract {
    @Override
    public DecompositionProvider provider() {
      return new QrProvider(NativeBlas.off(), MemoryBudget.ofProcess());
    }
  }

  /** All of it on OpenBLAS. */
  @Nested
  class Native extends DecompositionContract {
    private final NativeBlas natives = NativeBlas.after(0);

    @Override
    public DecompositionProvider provider() {
      return new QrProvider(natives, MemoryBudget.ofProcess());
    }
  }

  /** From Java to OpenBLAS in the middle of things. */
  @Nested
  class ChangingKernels extends DecompositionContract {
    private final NativeBlas natives = NativeBlas.after(2e4);

    @Override
    public DecompositionProvider provider() {
      return new QrProvider(natives, MemoryBudget.ofProcess());
    }
  }
}
