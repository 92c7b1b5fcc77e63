package org.liegg.engine.tensorflow.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Reads which TensorFlow for Java is on the class path, from its jar and without starting it. */
public final class TensorFlowVersion {
  private static final String RESOURCE =
      "/META-INF/maven/org.tensorflow/tensorflow-core-api/pom.properties";

  private TensorFlowVersion() {}

  /** The version, or {@code unknown} where the jar was repackaged without its properties. */
  public static String read() {
    try (InputStream in = TensorFlowVersion.class.getResourceAsStream(RESOURCE)) {
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
