package org.liegg.engine.onnx.run;

import ai.onnxruntime.OrtEnvironment;
import java.util.List;
import java.util.Optional;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.support.HostPlatform;

/** Looks for ONNX Runtime's native library without loading it. */
public final class NativeLibrary {
  private static final String FOLDER = "ai/onnxruntime/native/";

  private NativeLibrary() {}

  /** Whether the class path has the library for this machine. */
  public static Availability availability(ClassLoader loader) {
    String platform = platform();
    List<String> names = List.of("libonnxruntime.so", "libonnxruntime.dylib", "onnxruntime.dll");
    boolean present = names.stream().anyMatch(name -> loader.getResource(folder() + name) != null);
    if (present) {
      return new Availability.Available(version(), "native library for " + platform);
    }
    return new Availability.Unavailable(
        "ONNX Runtime's native library for %s is not on the class path".formatted(platform),
        Optional.empty(),
        "add com.microsoft.onnxruntime:onnxruntime, which has it for Linux, macOS and Windows");
  }

  /** The version of ONNX Runtime, or {@code unknown} where its jar was repackaged. */
  public static String version() {
    return Optional.ofNullable(OrtEnvironment.class.getPackage().getImplementationVersion())
        .orElse("unknown");
  }

  /** The folder of the class path in which the libraries for this machine are. */
  static String folder() {
    return FOLDER + platform() + "/";
  }

  /** This machine, as ONNX Runtime calls its folders. */
  private static String platform() {
    return HostPlatform.name("x64");
  }
}
