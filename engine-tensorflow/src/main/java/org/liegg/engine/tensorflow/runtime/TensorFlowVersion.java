package org.liegg.engine.tensorflow.runtime;

import org.liegg.api.spi.support.JarVersion;

/** Reads which TensorFlow for Java is on the class path, from its jar and without starting it. */
public final class TensorFlowVersion {
  private TensorFlowVersion() {}

  /** The version, or {@code unknown} where the jar was repackaged without its properties. */
  public static String read() {
    return JarVersion.of(TensorFlowVersion.class, "org.tensorflow", "tensorflow-core-api");
  }
}
