package org.liegg.engine.tensorflow;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.Head;
import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.liegg.tck.ModelGradientContract;

class TensorFlowGradientContractTest {

  /** A graph that is saved to a file and opened. */
  abstract static class Saved extends ModelGradientContract {
    private final TestGraph graph;
    private final UnaryOperator<ModelOptions> options;

    @TempDir Path directory;

    Saved(TestGraph graph) {
      this(graph, UnaryOperator.identity());
    }

    Saved(TestGraph graph, UnaryOperator<ModelOptions> options) {
      this.graph = graph;
      this.options = options;
    }

    @Override
    protected ModelGradient open(Precision precision) {
      return Resources.open(graph.save(directory), options.apply(new ModelOptions(precision)));
    }
  }

  @Nested
  class AClassifier extends Saved {
    AClassifier() {
      super(TestModels.dense());
    }
  }

  @Nested
  class ItsNormalizedLogits extends Saved {
    ItsNormalizedLogits() {
      super(TestModels.dense(), options -> options.withHead(Head.NORMALIZED_LOGITS));
    }
  }

  @Nested
  class AConvolutionWithBatchNormalisation extends Saved {
    AConvolutionWithBatchNormalisation() {
      super(TestModels.convolution());
    }
  }

  @Nested
  class ARecurrentNetwork extends Saved {
    ARecurrentNetwork() {
      super(TestModels.recurrent());
    }
  }

  @Nested
  class AMatrixInverseByDifferences extends Saved {
    AMatrixInverseByDifferences() {
      super(TestModels.inverse());
    }
  }

  @Nested
  class ManyOutputsOfASavedFunction extends ModelGradientContract {
    @Override
    protected ModelGradient open(Precision precision) {
      return Resources.open("o5-mlp/saved_model", new ModelOptions(precision).withOutput("act1"));
    }
  }
}
