package org.liegg.engine.tensorflow.runtime;

import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.liegg.api.spi.Availability;

/** Looks for TensorFlow's native library without loading it. */
public final class NativeLibrary {
  private static final String FOLDER = "org/tensorflow/internal/c_api/";

  private NativeLibrary() {}

  /** Whether the class path has the library for this machine. */
  public static Availability availability(ClassLoader loader) {
    String version = TensorFlowVersion.read();
    String platform = Loader.Detector.getPlatform();
    List<String> names =
        List.of("libjnitensorflow.so", "libjnitensorflow.dylib", "jnitensorflow.dll");
    boolean present =
        names.stream().anyMatch(name -> loader.getResource(FOLDER + platform + "/" + name) != null);
    if (present) {
      return new Availability.Available(version, "native library for " + platform);
    }
    return new Availability.Unavailable(
        "TensorFlow's native library for %s is not on the class path".formatted(platform),
        Optional.empty(),
        "add org.tensorflow:tensorflow-core-native:%s:%s".formatted(version, platform));
  }
}
