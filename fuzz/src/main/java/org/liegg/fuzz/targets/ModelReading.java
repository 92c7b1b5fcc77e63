package org.liegg.fuzz.targets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.liegg.api.Batch;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ModelGradientProvider;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.api.spi.support.Models;

/** Opens models as the command does, looks at what there is, and differentiates a few samples. */
final class ModelReading {
  /** More inputs than any valid model here has: what claims to have more is opened, not fed. */
  private static final int MAX_INPUTS = 4096;

  private static final int SAMPLES = 2;

  private final ModelGradientProvider engine;
  private final ModelOptions options;

  ModelReading(String engine, ModelOptions options) {
    this.engine =
        ProviderRegistry.load(ProviderKind.ENGINE, ModelReading.class.getClassLoader())
            .require(engine);
    this.options = options;
  }

  /**
   * The same, once it has read a valid model: what an engine unpacks when it is first used is no
   * file that an input made it write.
   */
  ModelReading having(byte[] valid) {
    try {
      Path path = Files.createTempFile("fuzz-", ".model");
      try {
        read(Files.write(path, valid));
      } finally {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  void read(Path path) {
    read(ModelSource.of(path));
  }

  void read(ModelSource source) {
    // Whether it is taken for a model at all may not decide whether it is safe to open.
    engine.accepts(source);
    try (ModelGradient model = Models.open(engine, source, options)) {
      int width = model.info().sampleSize();
      if (width <= MAX_INPUTS) {
        model.outputs(samples(width));
        model.jacobians(samples(width));
      }
    }
    engine.layout(source, options);
  }

  private static Batch samples(int width) {
    Random random = new Random(11);
    double[] values = new double[SAMPLES * width];
    Arrays.setAll(values, i -> random.nextGaussian());
    return new Batch(SAMPLES, width, values);
  }
}
