package org.liegg.engine.keras;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Random;
import org.liegg.api.Batch;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.Models;

/** A process of its own that differentiates a model and says whether ND4J's library was loaded. */
final class OpenWithoutNd4j {
  private static final String LIBRARY = "org.nd4j.nativeblas.NativeOpsHolder";

  private OpenWithoutNd4j() {}

  /** Exit code 0: it was not. */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    ModelSource source = ModelSource.of(Path.of(arguments[0]));
    KerasGradientProvider provider = new KerasGradientProvider();
    provider.layout(source, ModelOptions.defaults());
    for (Precision precision : Precision.values()) {
      try (ModelGradient session = Models.open(provider, source, new ModelOptions(precision))) {
        int size = session.info().inputSize();
        Batch batch = new Batch(2, size, new Random(1).doubles(2L * size, -1, 1).toArray());
        session.outputs(batch);
        session.jacobians(batch);
      }
    }
    Method loaded = ClassLoader.class.getDeclaredMethod("findLoadedClass", String.class);
    loaded.setAccessible(true);
    boolean found = loaded.invoke(OpenWithoutNd4j.class.getClassLoader(), LIBRARY) != null;
    System.exit(found ? 1 : 0);
  }
}
