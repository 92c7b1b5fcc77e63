package org.liegg.engine.tensorflow;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.Models;

/** Models among the test resources. */
public final class Resources {

  private Resources() {}

  public static Path path(String name) {
    try {
      return Path.of(Objects.requireNonNull(Resources.class.getResource(name)).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  public static ModelGradient open(String name, ModelOptions options) {
    return open(path(name), options);
  }

  public static ModelGradient open(Path path, ModelOptions options) {
    return Models.open(new TensorFlowGradientProvider(), ModelSource.of(path), options);
  }
}
