package org.liegg.linalg;

import org.junit.jupiter.api.Nested;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.blas.NativeBlas;
import org.liegg.linalg.sums.MemoryBudget;
import org.liegg.tck.DecompositionContract;

class EjmlSvdContractTest {

  /** As users get it. */
  @Nested
  class AsShipped extends DecompositionContract {
    @Override
    public DecompositionProvider provider() {
      return new EjmlSvdProvider();
    }
  }

  /** The metric of the defect on OpenBLAS. */
  @Nested
  class WithNativeMetric extends DecompositionContract {
    private final NativeBlas natives = NativeBlas.after(0);

    @Override
    public DecompositionProvider provider() {
      return new EjmlSvdProvider(natives, MemoryBudget.ofProcess());
    }
  }
}
