package org.liegg.engine.dl4j;

import java.nio.file.Path;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.Head;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.Models;
import org.liegg.tck.HeadContract;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;

class HeadsContractTest {
  @TempDir Path directory;

  @Nested
  class AChain extends HeadContract {
    private final MultiLayerNetwork network = classifier();

    @Override
    protected ModelGradient open(Head head, Precision precision) {
      return Dl4jGradients.of(network, new ModelOptions(precision).withHead(head));
    }
  }

  @Nested
  class ASavedChain extends HeadContract {
    @Override
    protected ModelGradient open(Head head, Precision precision) {
      return Models.open(
          new Dl4jGradientProvider(),
          ModelSource.of(Nets.save(classifier(), directory)),
          new ModelOptions(precision).withHead(head));
    }
  }

  @Nested
  class AnImageNetwork extends HeadContract {
    private final LayerKind kind =
        LayerKind.image(
            "conv", LayerKind.convolution(2).build(), LayerKind.mean(), LayerKind.classifier(3));
    private final MultiLayerNetwork network = kind.network();

    @Override
    protected ModelGradient open(Head head, Precision precision) {
      return Dl4jGradients.of(network, kind.options(precision).withHead(head));
    }
  }

  @Nested
  class AGraph extends HeadContract {
    private final ComputationGraph graph = Graphs.branches();

    @Override
    protected ModelGradient open(Head head, Precision precision) {
      return Dl4jGradients.of(graph, new ModelOptions(precision).withHead(head));
    }
  }

  private static MultiLayerNetwork classifier() {
    return Nets.of(
        DataType.DOUBLE, Nets.dense(4, 6, Activation.TANH), Nets.output(6, 3, Activation.SOFTMAX));
  }
}
