package org.liegg.core;

import java.util.Random;
import org.liegg.api.Batch;
import org.liegg.api.Dataset;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.core.evidence.ReferenceAlgebra;
import org.liegg.core.settings.Extras;
import org.liegg.data.Datasets;
import org.liegg.groups.Actions;
import org.liegg.groups.Embeddings;

/** Exact functions, normal samples and extractors on them. */
public final class ExactCases {
  public static final int SAMPLES = 4000;

  private ExactCases() {}

  public static SymmetryExtractorBuilder extractor(
      ModelGradient model, String action, String decomposition) {
    return extractor(model, normal(SAMPLES, model.info().inputSize()), action, decomposition);
  }

  public static SymmetryExtractorBuilder extractor(
      ModelGradient model, Dataset data, String action, String decomposition) {
    DecompositionProvider provider =
        ProviderRegistry.load(ProviderKind.DECOMPOSITION, ExactCases.class.getClassLoader())
            .require(decomposition);
    return SymmetryExtractor.builder()
        .model(model)
        .data(data)
        .action(Actions.parse(action))
        .decomposition(provider)
        .with(s -> s.withThreads(1).with(Extras.none()));
  }

  public static SymmetryReport extract(ModelGradient model, Dataset data, String action) {
    return extractor(model, data, action, "gram").build().extract();
  }

  public static ReferenceAlgebra reference(String known, String action) {
    return new ReferenceAlgebra(
        known, Embeddings.coefficients(Actions.parse(known), Actions.parse(action)));
  }

  public static Dataset normal(int samples, int columns) {
    return normal(samples, columns, 1);
  }

  public static Dataset normal(int samples, int columns, long seed) {
    return Datasets.of(
        "normal, seed " + seed, new Batch(samples, columns, gaussians(samples * columns, seed)));
  }

  public static double[] gaussians(int count, long seed) {
    Random random = new Random(seed);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextGaussian();
    }
    return values;
  }
}
