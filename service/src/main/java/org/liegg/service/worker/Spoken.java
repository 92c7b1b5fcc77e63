package org.liegg.service.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import org.liegg.client.ServiceJson;

/**
 * Lines between a service and a worker. What a worker says begins with a word that it was told over
 * its standard input: whatever else is printed, by a native library too, is not taken for it.
 */
public final class Spoken {
  private static final JsonMapper JSON = ServiceJson.lenient();

  private Spoken() {}

  /** A line of JSON. */
  public static String line(Object message) {
    try {
      return JSON.writeValueAsString(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The assignment of a line. */
  static Assignment assignment(String line) {
    try {
      return JSON.readValue(line, Assignment.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A line that the service wrote is not what it writes", e);
    }
  }

  /** The news of a line, if it is one. */
  public static Optional<News> news(String line) {
    try {
      return Optional.of(JSON.readValue(line, News.class));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
