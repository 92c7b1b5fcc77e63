package org.liegg.service.mcp;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.liegg.service.base.ServiceException;

/**
 * What a tool was called with.
 *
 * @param values by their names
 */
record ToolArguments(Map<String, Object> values) {

  /**
   * Refuses what would be ignored.
   *
   * @throws ServiceException if there are others than these
   */
  void requireKnown(Set<String> names) {
    values.keySet().stream()
        .filter(name -> !names.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              String known = names.stream().sorted().collect(Collectors.joining(", "));
              throw wrong(name, "there is no such argument", "use some of: " + known);
            });
  }

  /**
   * A text that has to be there.
   *
   * @throws ServiceException if it is missing
   */
  String required(String name) {
    return text(name).orElseThrow(() -> wrong(name, "it is missing", "give it"));
  }

  /**
   * A text.
   *
   * @throws ServiceException if it is something else
   */
  Optional<String> text(String name) {
    Object value = values.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof String text) {
      return Optional.of(text).filter(said -> !said.isBlank());
    }
    throw wrong(name, "it is no text", "give one");
  }

  /**
   * A number.
   *
   * @throws ServiceException if it is something else
   */
  Optional<Double> number(String name) {
    Object value = values.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Number number) {
      return Optional.of(number.doubleValue());
    }
    throw wrong(name, "it is no number", "give one");
  }

  /**
   * Options by their names.
   *
   * @throws ServiceException if it is something else
   */
  Map<String, Object> options(String name) {
    Object value = values.get(name);
    if (value == null) {
      return Map.of();
    }
    if (value instanceof Map<?, ?> map && map.values().stream().allMatch(each -> each != null)) {
      return map.entrySet().stream()
          .collect(Collectors.toMap(entry -> String.valueOf(entry.getKey()), Map.Entry::getValue));
    }
    throw wrong(name, "it is no object of values", "give one, e.g. {\"limit\": 10000}");
  }

  private static ServiceException wrong(String name, String found, String remedy) {
    return new ServiceException("LIEGG-SERVICE-REQUEST", "argument " + name, found, remedy);
  }
}
