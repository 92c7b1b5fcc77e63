package org.liegg.engine.dl4j;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Reads which Deeplearning4j is on the class path, from its jar and without starting it. */
final class Dl4jVersion {
  private static final String RESOURCE =
      "/META-INF/maven/org.deeplearning4j/deeplearning4j-nn/pom.properties";

  private Dl4jVersion() {}

  /** The version, or {@code unknown} where the jar was repackaged without its properties. */
  static String read() {
    try (InputStream in = Dl4jVersion.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        return "unknown";
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version", "unknown");
    } catch (IOException | IllegalArgumentException e) {
      return "unknown";
    }
  }
}
