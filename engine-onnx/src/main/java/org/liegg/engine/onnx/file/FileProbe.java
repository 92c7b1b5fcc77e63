package org.liegg.engine.onnx.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Guesses from the first bytes whether a file is a model in ONNX. */
public final class FileProbe {
  /** Tag of the field {@code ir_version}, which is written first. */
  private static final int IR_VERSION = 0x08;

  /** The first with sets of operators; a saved model of TensorFlow begins with the number 1. */
  private static final int MIN_IR_VERSION = 3;

  private static final int MAX_IR_VERSION = 64;

  private FileProbe() {}

  /**
   * Whether a file looks like one: it begins with a version, and the field behind that has a tag
   * which a model's may have. A file whose name ends in {@code .onnx} needs the version alone.
   */
  public static boolean looksLikeModel(Path path) {
    Path name = path.getFileName();
    // Reading a pipe would wait for whoever writes to it.
    if (name == null || !Files.isRegularFile(path)) {
      return false;
    }
    boolean named = name.toString().toLowerCase(Locale.ROOT).endsWith(".onnx");
    try (InputStream in = Files.newInputStream(path)) {
      if (in.read() != IR_VERSION) {
        return false;
      }
      int version = in.read();
      return version <= MAX_IR_VERSION
          && (named ? version > 0 : version >= MIN_IR_VERSION && isField(in.read()));
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether a byte is the tag of a field of a model: its producer, graph, opset and so on. */
  private static boolean isField(int tag) {
    return tag == 0x12 || tag == 0x1a || tag == 0x22 || tag == 0x3a || tag == 0x42;
  }
}
