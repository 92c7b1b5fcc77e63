package org.liegg.core.settings;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is asked about where a known group is broken.
 *
 * @param slices by what samples are put in slices
 * @param region whether a tree of the region is grown
 * @param beyond whether the group is tried on samples moved away from their mean
 * @param layers whether the features of each layer are asked the same
 */
public record Locating(List<Slicing> slices, boolean region, boolean beyond, boolean layers) {

  /** Copies the list. */
  public Locating {
    slices = List.copyOf(slices);
  }

  /** Nothing. */
  public static Locating none() {
    return new Locating(List.of(), false, false, false);
  }

  /** Whether anything is asked of the samples. */
  public boolean samples() {
    return !slices.isEmpty() || region || beyond;
  }

  /** Adds what is asked to options as the report names them. */
  void describe(Map<String, String> options) {
    if (!slices.isEmpty()) {
      options.put("slice", slices.stream().map(Slicing::text).collect(Collectors.joining("; ")));
    }
    put(region, "where", options);
    put(beyond, "beyond", options);
    put(layers, "by-layer", options);
  }

  private static void put(boolean asked, String option, Map<String, String> options) {
    if (asked) {
      options.put(option, "yes");
    }
  }
}
