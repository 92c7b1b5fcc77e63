package org.liegg.tck;

import java.util.function.Function;
import java.util.function.Supplier;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.liegg.tck.AlteredModel.Mistake;

/** The contract for an engine in memory. */
abstract class ContractOf extends ModelGradientContract {
  private final Function<Precision, ModelGradient> engine;

  ContractOf(Function<Precision, ModelGradient> engine) {
    this.engine = engine;
  }

  /** For an engine with this mistake. */
  abstract static class AMistake extends ContractOf {
    AMistake(Supplier<Mistake> mistakes) {
      super(precision -> new AlteredModel(precision, mistakes));
    }
  }

  @Override
  protected final ModelGradient open(Precision precision) {
    return engine.apply(precision);
  }
}
