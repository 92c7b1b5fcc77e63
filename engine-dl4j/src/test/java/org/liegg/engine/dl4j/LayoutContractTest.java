package org.liegg.engine.dl4j;

import static org.liegg.engine.dl4j.LayerKind.classifier;
import static org.liegg.engine.dl4j.LayerKind.convolution;
import static org.liegg.engine.dl4j.LayerKind.mean;

import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradientProvider;
import org.liegg.tck.ModelLayoutContract;
import org.nd4j.linalg.api.buffer.DataType;

class LayoutContractTest {

  abstract static class OfDl4j extends ModelLayoutContract {
    @Override
    protected ModelGradientProvider provider() {
      return new Dl4jGradientProvider();
    }
  }

  @Nested
  class ASavedChain extends OfDl4j {
    @TempDir Path directory;

    @Override
    protected ModelSource source() {
      return ModelSource.of(Nets.save(Nets.mlp(DataType.FLOAT), directory));
    }
  }

  @Nested
  class ALiveChain extends OfDl4j {
    private final MultiLayerNetwork network = Nets.mlp(DataType.DOUBLE);

    @Override
    protected ModelSource source() {
      return ModelSource.live(network);
    }
  }

  @Nested
  class AGraphOfTwoInputs extends OfDl4j {
    private final ComputationGraph graph = Graphs.twoInputs();

    @Override
    protected ModelSource source() {
      return ModelSource.live(graph);
    }

    @Override
    protected ModelOptions options() {
      return super.options().withShape("image", List.of(1, 4, 4));
    }
  }

  @Nested
  class AnImageNetwork extends OfDl4j {
    private final LayerKind kind =
        LayerKind.image("conv", convolution(2).build(), mean(), classifier(2));
    private final MultiLayerNetwork network = kind.network();

    @Override
    protected ModelSource source() {
      return ModelSource.live(network);
    }

    @Override
    protected ModelOptions options() {
      return kind.options(Precision.DOUBLE).withSelfCheck(false);
    }
  }
}
