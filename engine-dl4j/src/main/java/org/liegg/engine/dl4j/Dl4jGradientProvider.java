package org.liegg.engine.dl4j;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ModelGradientProvider;

/** The engine {@code dl4j}: saved and live {@code MultiLayerNetwork}s. */
public final class Dl4jGradientProvider implements ModelGradientProvider {
  static final String NAME = "dl4j";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Availability availability() {
    return new Availability.Available(
        Dl4jVersion.read(), "chains of dense layers, differentiated in Java");
  }

  @Override
  public boolean accepts(ModelSource source) {
    if (source instanceof ModelSource.File file) {
      return ArchiveProbe.looksLikeNetwork(file.path());
    }
    return source instanceof ModelSource.Live live && live.model() instanceof MultiLayerNetwork;
  }

  @Override
  public ModelGradient open(ModelSource source, ModelOptions options) {
    if (source instanceof ModelSource.File file) {
      return FileNetworks.open(file.path(), options);
    }
    if (source instanceof ModelSource.Live live
        && live.model() instanceof MultiLayerNetwork network) {
      return Dl4jGradients.of(network, options);
    }
    throw new ModelFaults(source.description())
        .unsupported("it is no MultiLayerNetwork and no file of one");
  }

  @Override
  public ModelLayout layout(ModelSource source, ModelOptions options) {
    throw new ModelFaults(source.description()).unsupported("its layers cannot be listed");
  }
}
