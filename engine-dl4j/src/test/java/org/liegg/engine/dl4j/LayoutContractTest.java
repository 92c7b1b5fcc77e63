package org.liegg.engine.dl4j;

import static org.liegg.engine.dl4j.LayerKind.classifier;
import static org.liegg.engine.dl4j.LayerKind.convolution;
import static org.liegg.engine.dl4j.LayerKind.mean;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradientProvider;
import org.liegg.tck.ModelLayoutContract;
import org.nd4j.linalg.api.buffer.DataType;

class LayoutContractTest {
  private static final ModelOptions DOUBLE = new ModelOptions(Precision.DOUBLE);
  private static final LayerKind IMAGES =
      LayerKind.image("conv", convolution(2).build(), mean(), classifier(2));

  abstract static class OfDl4j extends ModelLayoutContract {
    private final ModelSource source;
    private final ModelOptions options;

    OfDl4j(ModelSource source, ModelOptions options) {
      this.source = source;
      this.options = options.withSelfCheck(false);
    }

    @Override
    protected ModelGradientProvider provider() {
      return new Dl4jGradientProvider();
    }

    @Override
    protected ModelSource source() {
      return source;
    }

    @Override
    protected ModelOptions options() {
      return options;
    }
  }

  @Nested
  class ASavedChain extends OfDl4j {
    ASavedChain(@TempDir Path directory) {
      super(ModelSource.of(Nets.save(Nets.mlp(DataType.FLOAT), directory)), DOUBLE);
    }
  }

  @Nested
  class ALiveChain extends OfDl4j {
    ALiveChain() {
      super(ModelSource.live(Nets.mlp(DataType.DOUBLE)), DOUBLE);
    }
  }

  @Nested
  class AGraphOfTwoInputs extends OfDl4j {
    AGraphOfTwoInputs() {
      super(ModelSource.live(Graphs.twoInputs()), DOUBLE.withShape("image", List.of(1, 4, 4)));
    }
  }

  @Nested
  class AnImageNetwork extends OfDl4j {
    AnImageNetwork() {
      super(ModelSource.live(IMAGES.network()), IMAGES.options(Precision.DOUBLE));
    }
  }
}
