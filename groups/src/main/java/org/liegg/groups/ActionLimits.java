package org.liegg.groups;

import org.liegg.api.ActionException;

/** How large an action may be before building its fields would exhaust memory. */
final class ActionLimits {
  /** Entries of all A_a together; 16 bytes each, so the largest family takes 256 MiB. */
  static final int MAX_ENTRIES = 1 << 24;

  private ActionLimits() {}

  /**
   * A size as an int.
   *
   * @param what the action has so many of, as the error says it
   * @throws ActionException if it is more than can be built
   */
  static int size(String spec, String what, long size) {
    return size(spec, what, size, "name a smaller group, or copies of one on blocks of the input");
  }

  /** The same, with what to do in place of it. */
  static int size(String spec, String what, long size, String remedy) {
    if (size > MAX_ENTRIES) {
      throw new ActionException(
          "LIEGG-ACTION-ARGUMENT",
          "'%s'".formatted(spec),
          "it has %d %s, at most %d can be built".formatted(size, what, MAX_ENTRIES),
          remedy);
    }
    return (int) size;
  }
}
