package org.liegg.engine.pytorch.run;

import ai.djl.pytorch.engine.PtEngineProvider;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Optional;
import java.util.Properties;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.support.HostPlatform;

/** Looks for PyTorch's native libraries without loading them. */
public final class NativeLibrary {
  private static final String LIBRARY = "native/lib/pytorch.properties";
  private static final String BRIDGE = "jnilib/pytorch.properties";

  private NativeLibrary() {}

  /** Whether the class path has PyTorch's library and its bridge to Java for this machine. */
  public static Availability availability(ClassLoader loader) {
    Optional<Properties> library = properties(loader, LIBRARY);
    if (library.isEmpty()) {
      return missing("PyTorch's native library", "ai.djl.pytorch:pytorch-native-cpu");
    }
    String found = library.get().getProperty("classifier", "");
    if (!found.endsWith(platform())) {
      return missing(
          "PyTorch's native library on the class path is for %s; the one".formatted(found),
          "ai.djl.pytorch:pytorch-native-cpu");
    }
    if (properties(loader, BRIDGE).isEmpty()) {
      return missing("the bridge from PyTorch to Java", "ai.djl.pytorch:pytorch-jni");
    }
    return new Availability.Available(version(loader), "native library for " + platform());
  }

  private static Availability missing(String what, String artifact) {
    return new Availability.Unavailable(
        "%s for %s is not on the class path".formatted(what, platform()),
        Optional.empty(),
        "add %s with the classifier %s".formatted(artifact, platform()));
  }

  /** The version of PyTorch, or {@code unknown} where its jar was repackaged. */
  public static String version() {
    return version(PtEngineProvider.class.getClassLoader());
  }

  private static String version(ClassLoader loader) {
    return properties(loader, LIBRARY)
        .map(found -> found.getProperty("version", "unknown").replaceFirst("-.*", ""))
        .orElse("unknown");
  }

  private static Optional<Properties> properties(ClassLoader loader, String resource) {
    URL url = loader.getResource(resource);
    if (url == null) {
      return Optional.empty();
    }
    try (InputStream in = url.openStream()) {
      Properties properties = new Properties();
      properties.load(in);
      return Optional.of(properties);
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** This machine, as DJL calls its classifiers. */
  private static String platform() {
    return HostPlatform.name("x86_64");
  }
}
