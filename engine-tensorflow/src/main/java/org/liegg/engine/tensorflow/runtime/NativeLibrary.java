package org.liegg.engine.tensorflow.runtime;

import java.lang.Runtime.Version;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.support.JarVersion;

/** Looks for TensorFlow's native library without loading it. */
public final class NativeLibrary {
  /** What the library is loaded by: with an older one it fails in the middle of the work. */
  static final Version JAVACPP = Version.parse("1.5.11");

  private static final String FOLDER = "org/tensorflow/internal/c_api/";

  private NativeLibrary() {}

  /** Whether the class path has the library for this machine, and what loads it. */
  public static Availability availability(ClassLoader loader) {
    return availability(loader, JarVersion.of(Loader.class, "org.bytedeco", "javacpp"));
  }

  /**
   * The same with a JavaCPP of this version.
   *
   * @param javacpp as its jar says, which need not be a version
   */
  static Availability availability(ClassLoader loader, String javacpp) {
    String version = TensorFlowVersion.read();
    if (isOlder(javacpp)) {
      return new Availability.Unavailable(
          "JavaCPP %s is on the class path, TensorFlow %s needs %s"
              .formatted(javacpp, version, JAVACPP),
          Optional.empty(),
          "import org.liegg:liegg-bom into the dependencyManagement of your project, which holds"
              + " org.bytedeco:javacpp at "
              + JAVACPP);
    }
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

  private static boolean isOlder(String javacpp) {
    try {
      return Version.parse(javacpp).compareToIgnoreOptional(JAVACPP) < 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
