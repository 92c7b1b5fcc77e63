package org.liegg.core;

import java.util.Random;
import org.liegg.api.Batch;
import org.liegg.api.Dataset;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.data.Datasets;
import org.liegg.groups.Actions;

/** Extractions from standard normal samples. */
final class Extractions {

  private Extractions() {}

  static SymmetryExtractorBuilder extractor(
      ModelGradient model, String action, String decomposition) {
    GroupAction parsed = Actions.parse(action);
    DecompositionProvider provider =
        ProviderRegistry.load(ProviderKind.DECOMPOSITION, Extractions.class.getClassLoader())
            .require(decomposition);
    return SymmetryExtractor.builder()
        .model(model)
        .data(normal(4000, model.info().inputSize()))
        .action(parsed)
        .decomposition(provider);
  }

  static Dataset normal(int samples, int columns) {
    Random random = new Random(1);
    double[] values = new double[samples * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian();
    }
    return Datasets.of("normal, seed 1", new Batch(samples, columns, values));
  }
}
