package org.liegg.engine.dl4j;

import org.liegg.api.spi.support.JarVersion;

/** Reads which Deeplearning4j is on the class path, from its jar and without starting it. */
final class Dl4jVersion {
  private Dl4jVersion() {}

  /** The version, or {@code unknown} where the jar was repackaged without its properties. */
  static String read() {
    return JarVersion.of(Dl4jVersion.class, "org.deeplearning4j", "deeplearning4j-nn");
  }
}
