package org.liegg.engine.keras.read;

import java.util.List;
import java.util.function.Function;

/**
 * A weight in a file, not read yet.
 *
 * @param path the groups that it lies in, below that of its layer, and its name at the end
 * @param reader reads it; it is given how messages call the weight
 */
record StoredWeight(List<String> path, Function<String, Weight> reader) {

  /** Copies the list. */
  StoredWeight {
    path = List.copyOf(path);
  }

  /** The last part of its name, e.g. {@code kernel} of {@code dense_1/kernel:0}. */
  String name() {
    return path.get(path.size() - 1).replaceFirst(":\\d+$", "");
  }

  /** The same under another name. */
  StoredWeight called(String name) {
    return new StoredWeight(List.of(name), reader);
  }

  /** Reads it. */
  Weight read(String label) {
    return reader.apply(label);
  }
}
