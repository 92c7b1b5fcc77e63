package org.liegg.engine.tensorflow;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.Head;
import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.liegg.tck.ModelGradientContract;

class TensorFlowGradientContractTest {

  @Nested
  class AClassifier extends ModelGradientContract {
    @TempDir Path directory;

    @Override
    protected ModelGradient open(Precision precision) {
      return Resources.open(TestModels.dense().save(directory), new ModelOptions(precision));
    }
  }

  @Nested
  class ItsNormalizedLogits extends ModelGradientContract {
    @TempDir Path directory;

    @Override
    protected ModelGradient open(Precision precision) {
      return Resources.open(
          TestModels.dense().save(directory),
          new ModelOptions(precision).withHead(Head.NORMALIZED_LOGITS));
    }
  }

  @Nested
  class AConvolutionWithBatchNormalisation extends ModelGradientContract {
    @TempDir Path directory;

    @Override
    protected ModelGradient open(Precision precision) {
      return Resources.open(TestModels.convolution().save(directory), new ModelOptions(precision));
    }
  }

  @Nested
  class ARecurrentNetwork extends ModelGradientContract {
    @TempDir Path directory;

    @Override
    protected ModelGradient open(Precision precision) {
      return Resources.open(TestModels.recurrent().save(directory), new ModelOptions(precision));
    }
  }

  @Nested
  class AMatrixInverseByDifferences extends ModelGradientContract {
    @TempDir Path directory;

    @Override
    protected ModelGradient open(Precision precision) {
      return Resources.open(TestModels.inverse().save(directory), new ModelOptions(precision));
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
