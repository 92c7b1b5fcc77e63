package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.liegg.api.Matrix;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;

class KnownFunctionsContractTest {

  @Nested
  class ARightEngine extends Of {
    ARightEngine() {
      super(UnaryOperator.identity(), false);
    }
  }

  @Test
  void rejectsDerivativesThatGetLost() {
    assertThat(ContractRun.of(Detached.class).failed())
        .containsExactlyInAnyOrder(
            "aCubeAtTwoIsEightAndRisesByTwelve", "cubes", "quadraticForms", "softmaxOfLinearMaps");
  }

  @Test
  void rejectsSinglePrecisionInTheNameOfDouble() {
    assertThat(ContractRun.of(SinglePrecision.class).failed())
        .containsExactly("softmaxOfLinearMaps");
  }

  @Test
  void skipsWhatAnEngineCannotExpress() {
    assertThat(ContractRun.of(NoFunctions.class)).isEqualTo(new ContractRun(0, 4, List.of()));
  }

  static class Detached extends Of {
    Detached() {
      super(Dual::detached, false);
    }
  }

  static class SinglePrecision extends Of {
    SinglePrecision() {
      super(UnaryOperator.identity(), true);
    }
  }

  private abstract static class Of extends KnownFunctionsContract {
    private final UnaryOperator<Dual> factor;
    private final boolean single;

    Of(UnaryOperator<Dual> factor, boolean single) {
      this.factor = factor;
      this.single = single;
    }

    @Override
    protected Optional<ModelGradient> cube(int size, Precision precision) {
      return model(size, size, precision, DualFormulas.cube(factor));
    }

    @Override
    protected Optional<ModelGradient> quadratic(Matrix q, Precision precision) {
      return model(q.columns(), 1, precision, DualFormulas.quadratic(q, factor));
    }

    @Override
    protected Optional<ModelGradient> softmax(Matrix w, Precision precision) {
      return model(w.columns(), w.rows(), precision, DualFormulas.softmax(w, factor));
    }

    private Optional<ModelGradient> model(
        int inputs, int outputs, Precision precision, DualModel.Formula formula) {
      return Optional.of(DualModel.of(inputs, outputs, precision, single, formula));
    }
  }

  static class NoFunctions extends KnownFunctionsContract {
    @Override
    protected Optional<ModelGradient> cube(int size, Precision precision) {
      return Optional.empty();
    }

    @Override
    protected Optional<ModelGradient> quadratic(Matrix q, Precision precision) {
      return Optional.empty();
    }

    @Override
    protected Optional<ModelGradient> softmax(Matrix w, Precision precision) {
      return Optional.empty();
    }
  }
}
