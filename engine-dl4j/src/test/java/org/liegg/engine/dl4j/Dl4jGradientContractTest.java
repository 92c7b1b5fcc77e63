package org.liegg.engine.dl4j;

import java.nio.file.Path;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.Models;
import org.liegg.tck.ModelGradientContract;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;

class Dl4jGradientContractTest {

  /** A network that is saved to a file and opened. */
  abstract static class Saved extends ModelGradientContract {
    private final MultiLayerNetwork network;

    @TempDir Path directory;

    Saved(MultiLayerNetwork network) {
      this.network = network;
    }

    @Override
    protected ModelGradient open(Precision precision) {
      return Models.open(
          new Dl4jGradientProvider(),
          ModelSource.of(Nets.save(network, directory)),
          new ModelOptions(precision));
    }
  }

  @Nested
  class ASavedFloatNetwork extends Saved {
    ASavedFloatNetwork() {
      super(Nets.mlp(DataType.FLOAT));
    }
  }

  @Nested
  class ASavedDoubleNetwork extends Saved {
    ASavedDoubleNetwork() {
      super(Nets.mlp(DataType.DOUBLE));
    }
  }

  @Nested
  class ALiveNetwork extends ModelGradientContract {
    private final MultiLayerNetwork network = Nets.mlp(DataType.FLOAT);

    @Override
    protected ModelGradient open(Precision precision) {
      return Dl4jGradients.of(network, new ModelOptions(precision));
    }
  }

  @Nested
  class AClassifier extends ModelGradientContract {
    private final MultiLayerNetwork network =
        Nets.of(
            DataType.DOUBLE,
            Nets.dense(6, 130, Activation.RELU),
            new DropoutLayer(0.5),
            Nets.dense(130, 9, Activation.SOFTMAX),
            new ActivationLayer(Activation.MISH),
            Nets.output(9, 10, Activation.SOFTMAX));

    @Override
    protected ModelGradient open(Precision precision) {
      return Dl4jGradients.of(network, new ModelOptions(precision));
    }

    /** Two softmax layers over random weights take their toll of single precision. */
    @Override
    protected double floatTolerance() {
      return 1e-3;
    }
  }
}
