package org.liegg.fuzz.run;

/**
 * A broken promise.
 *
 * @param target of which reader
 * @param seed of the run
 * @param number of the input in the run
 * @param kind the same for faults of one cause, e.g. what was thrown, and where
 * @param detail what happened, for people
 * @param input what was read
 */
public record Fault(
    String target, long seed, long number, String kind, String detail, byte[] input) {

  /** One line that says how to make it again. */
  public String summary() {
    return "%s, seed %d, input %d (%d bytes): %s: %s"
        .formatted(target, seed, number, input.length, kind, detail);
  }
}
