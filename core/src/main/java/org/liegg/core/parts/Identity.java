package org.liegg.core.parts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.liegg.api.spi.support.StateInput;
import org.liegg.api.spi.support.StateOutput;

/**
 * What an extraction is of, all that its numbers depend on but for the samples themselves: pairs of
 * text, the same in every process that works on it.
 *
 * @param values in an order that messages can follow
 */
public record Identity(Map<String, String> values) {

  /** Keeps a copy. */
  public Identity {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * Refuses what is of another extraction.
   *
   * @param other what was found
   * @param subject what it was found in
   * @throws StateException {@code LIEGG-STATE-OTHER}
   */
  public void require(Identity other, String subject) {
    Map<String, String> all = new LinkedHashMap<>(values);
    other.values.forEach(all::putIfAbsent);
    for (String name : all.keySet()) {
      String mine = values.getOrDefault(name, "none");
      String theirs = other.values.getOrDefault(name, "none");
      if (!mine.equals(theirs)) {
        throw other(subject, "its %s is %s, not %s".formatted(name, theirs, mine));
      }
    }
  }

  /** What does not belong together. */
  static StateException other(String subject, String found) {
    return new StateException(
        "LIEGG-STATE-OTHER",
        subject,
        found,
        "give parts of one extraction: the same model, data and options, and one plan for all");
  }

  void writeTo(StateOutput out) {
    out.writeInt(values.size());
    values.forEach((name, value) -> out.writeText(name).writeText(value));
  }

  static Identity readFrom(StateInput in) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int left = in.readSize(); left > 0; left--) {
      values.put(in.readText(), in.readText());
    }
    return new Identity(values);
  }
}
