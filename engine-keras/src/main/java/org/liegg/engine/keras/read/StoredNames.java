package org.liegg.engine.keras.read;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What archives of Keras 3 call the layers of one model: {@code dense}, {@code dense_1}, {@code
 * max_pooling1d}, by their classes in the order of the description.
 */
public final class StoredNames {
  private final Map<String, Integer> used = new HashMap<>();

  /** The name of the next layer of this class. */
  public String next(String type) {
    String name = snake(type);
    int count = used.merge(name, 1, Integer::sum);
    return count == 1 ? name : name + "_" + (count - 1);
  }

  private static String snake(String type) {
    return type.replaceAll("\\W+", "")
        .replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
        .replaceAll("([a-z])([A-Z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }
}
