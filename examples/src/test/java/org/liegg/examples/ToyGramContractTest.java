package org.liegg.examples;

import org.liegg.api.spi.DecompositionProvider;
import org.liegg.tck.DecompositionContract;

class ToyGramContractTest extends DecompositionContract {
  @Override
  public DecompositionProvider provider() {
    return new ToyGramProvider();
  }
}
