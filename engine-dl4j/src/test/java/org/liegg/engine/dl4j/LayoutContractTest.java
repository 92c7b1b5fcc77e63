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

  abstract static class OfDl4j extends ModelLayoutContract {
    private final ModelSource source;

    OfDl4j(ModelSource source) {
      this.source = source;
    }

    @Override
    protected ModelSource source() {
      return source;
    }

    @Override
    protected ModelGradientProvider provider() {
      return new Dl4jGradientProvider();
    }
  }

  @Nested
  class ASavedChain extends OfDl4j {
    ASavedChain(@TempDir Path directory) {
      super(ModelSource.of(Nets.save(Nets.mlp(DataType.FLOAT), directory)));
    }
  }

  @Nested
  class ALiveChain extends OfDl4j {
    ALiveChain() {
      super(ModelSource.live(Nets.mlp(DataType.DOUBLE)));
    }
  }

  @Nested
  class AGraphOfTwoInputs extends OfDl4j {
    AGraphOfTwoInputs() {
      super(ModelSource.live(Graphs.twoInputs()));
    }

    @Override
    protected ModelOptions options() {
      return super.options().withShape("image", List.of(1, 4, 4));
    }
  }

  @Nested
  class AnImageNetwork extends OfDl4j {
    AnImageNetwork() {
      super(ModelSource.live(images().network()));
    }

    @Override
    protected ModelOptions options() {
      return images().options(Precision.DOUBLE).withSelfCheck(false);
    }
  }

  private static LayerKind images() {
    return LayerKind.image("conv", convolution(2).build(), mean(), classifier(2));
  }
}
