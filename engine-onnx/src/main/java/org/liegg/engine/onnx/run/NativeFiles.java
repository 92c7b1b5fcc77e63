package org.liegg.engine.onnx.run;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Unpacks ONNX Runtime's libraries and removes them again as soon as they are loaded: what the
 * runtime unpacks itself leaves a folder behind. Where {@code onnxruntime.native.path} says where
 * the libraries are, they are taken from there.
 */
final class NativeFiles {
  private static final String PATH = "onnxruntime.native.path";

  private NativeFiles() {}

  /** The environment of this process, for which the libraries are loaded. */
  static OrtEnvironment load() {
    return Loaded.ENVIRONMENT;
  }

  /** Initialised once, when it is first asked for. */
  private static final class Loaded {
    private static final OrtEnvironment ENVIRONMENT = loaded();
  }

  private static OrtEnvironment loaded() {
    if (System.getProperty(PATH) != null) {
      return environment();
    }
    List<Path> files = new ArrayList<>();
    try {
      Path folder = Files.createTempDirectory("liegg-onnxruntime");
      files.add(folder);
      for (String library : List.of("onnxruntime", "onnxruntime4j_jni")) {
        unpack(System.mapLibraryName(library).replace("jnilib", "dylib"), folder, files);
      }
      System.setProperty(PATH, folder.toString());
      return environment();
    } catch (IOException e) {
      throw new UnsatisfiedLinkError("it cannot be unpacked: " + e.getMessage());
    } finally {
      System.clearProperty(PATH);
      remove(files);
    }
  }

  private static OrtEnvironment environment() {
    return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "liegg");
  }

  private static void unpack(String name, Path folder, List<Path> files) throws IOException {
    String resource = NativeLibrary.folder() + name;
    try (InputStream in = OrtEnvironment.class.getClassLoader().getResourceAsStream(resource)) {
      if (in != null) {
        Path file = folder.resolve(name);
        files.add(file);
        Files.copy(in, file);
      }
    }
  }

  /** Last first; what cannot be removed while it is in use goes at the end of the process. */
  private static void remove(List<Path> files) {
    for (Path file : files) {
      file.toFile().deleteOnExit();
    }
    for (int i = files.size() - 1; i >= 0; i--) {
      try {
        Files.deleteIfExists(files.get(i));
      } catch (IOException e) {
        // It is removed at the end.
      }
    }
  }
}
