package org.liegg.api.spi.support;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Reads which version of a library is on the class path, from its jar and without starting it. */
public final class JarVersion {
  private static final String UNKNOWN = "unknown";

  private JarVersion() {}

  /**
   * The version of an artifact that Maven built, or {@code unknown} where it is not there or its
   * jar was repackaged without its properties.
   *
   * @param user a class that uses it, whose loader finds it
   */
  public static String of(Class<?> user, String group, String artifact) {
    String resource = "/META-INF/maven/%s/%s/pom.properties".formatted(group, artifact);
    try (InputStream in = user.getResourceAsStream(resource)) {
      if (in == null) {
        return UNKNOWN;
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version", UNKNOWN);
    } catch (IOException | IllegalArgumentException e) {
      return UNKNOWN;
    }
  }
}
