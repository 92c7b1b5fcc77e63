package org.liegg.engine.dl4j;

import static org.liegg.engine.dl4j.LayerKind.classifier;
import static org.liegg.engine.dl4j.LayerKind.dense;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
import org.liegg.tck.ModelGradientContract;
import org.nd4j.linalg.api.buffer.DataType;

/** The contract for networks that are no chains of dense layers. */
class GeneralContractsTest {

  /** A live network of a kind that {@link LayerKindsTest} goes through. */
  abstract static class AKind extends ModelGradientContract {
    private final LayerKind kind;
    private final MultiLayerNetwork network;

    AKind(String name) {
      this.kind =
          Stream.of(VectorKinds.all(), ImageKinds.all(), SeriesKinds.all())
              .flatMap(kinds -> kinds)
              .filter(candidate -> candidate.name().equals(name))
              .findFirst()
              .orElseThrow();
      this.network = kind.network();
    }

    @Override
    protected ModelGradient open(Precision precision) {
      return Dl4jGradients.of(network, kind.options(precision));
    }
  }

  @Nested
  class Dropout extends AKind {
    Dropout() {
      super("dropout everywhere");
    }
  }

  @Nested
  class Frozen extends AKind {
    Frozen() {
      super("frozen layers");
    }
  }

  @Nested
  class Convolution extends AKind {
    Convolution() {
      super("mean pooling");
    }
  }

  @Nested
  class ChannelsLast extends AKind {
    ChannelsLast() {
      super("channels last");
    }
  }

  @Nested
  class ConvolutionOverTime extends AKind {
    ConvolutionOverTime() {
      super("causal convolution");
    }
  }

  @Nested
  class Volumes extends AKind {
    Volumes() {
      super("volumes");
    }
  }

  @Nested
  class Lstm extends AKind {
    Lstm() {
      super("last step of an LSTM");
    }
  }

  @Nested
  class BothWays extends AKind {
    BothWays() {
      super("last step of both ways");
    }
  }

  @Nested
  class Attention extends AKind {
    Attention() {
      super("self-attention");
    }
  }

  @Nested
  class ASavedConvolution extends ModelGradientContract {
    @TempDir Path directory;

    @Override
    protected ModelGradient open(Precision precision) {
      LayerKind kind =
          LayerKind.image(
              "conv", LayerKind.convolution(2).build(), LayerKind.mean(), classifier(2));
      return Models.open(
          new Dl4jGradientProvider(),
          ModelSource.of(Nets.save(kind.network(), directory)),
          kind.options(precision));
    }
  }

  @Nested
  class AGraph extends ModelGradientContract {
    private final ComputationGraph graph = Graphs.branches();

    @Override
    protected ModelGradient open(Precision precision) {
      return Dl4jGradients.of(graph, new ModelOptions(precision));
    }
  }

  @Nested
  class ASavedGraphOfTwoInputs extends ModelGradientContract {
    @TempDir Path directory;

    @Override
    protected ModelGradient open(Precision precision) {
      return Models.open(
          new Dl4jGradientProvider(),
          ModelSource.of(Graphs.save(Graphs.twoInputs(), directory)),
          new ModelOptions(precision).withShape("image", List.of(1, 4, 4)));
    }
  }

  /** The other is held, and is part of the samples. */
  abstract static class OneOfTwoInputs extends ModelGradientContract {
    private final ComputationGraph graph = Graphs.twoInputs();
    private final String input;

    OneOfTwoInputs(String input) {
      this.input = input;
    }

    @Override
    protected ModelGradient open(Precision precision) {
      return Dl4jGradients.of(
          graph, new ModelOptions(precision).withShape("image", List.of(1, 4, 4)).withInput(input));
    }
  }

  @Nested
  class TheFirstOfTwoInputs extends OneOfTwoInputs {
    TheFirstOfTwoInputs() {
      super("image");
    }
  }

  @Nested
  class TheLastOfTwoInputs extends OneOfTwoInputs {
    TheLastOfTwoInputs() {
      super("vector");
    }
  }

  @Nested
  class AHiddenLayer extends ModelGradientContract {
    private final ComputationGraph graph = Graphs.twoOutputs();

    @Override
    protected ModelGradient open(Precision precision) {
      return Dl4jGradients.of(graph, new ModelOptions(precision).withOutput("trunk"));
    }
  }

  @Nested
  class AHiddenLayerOfAChain extends ModelGradientContract {
    private final MultiLayerNetwork network = Nets.mlp(DataType.DOUBLE);

    @Override
    protected ModelGradient open(Precision precision) {
      return Dl4jGradients.of(network, new ModelOptions(precision).withOutput("1"));
    }
  }

  @Nested
  class Directions extends ModelGradientContract {
    private final LayerKind kind =
        LayerKind.vector("heads", dense(5).hasLayerNorm(true).build(), classifier(3));
    private final MultiLayerNetwork network = kind.network();

    @Override
    protected ModelGradient open(Precision precision) {
      return Dl4jGradients.of(network, kind.options(precision).withHead(Head.NORMALIZED_LOGITS));
    }
  }
}
