package org.liegg.benchmarks.measure;

import java.util.OptionalInt;

/**
 * A function, an action, and how many of its fields are symmetries in truth.
 *
 * @param group of the table
 * @param name of the function
 * @param action in the action grammar
 * @param dimension symmetries, insensitive fields and translations included
 * @param insensitive how many of them are fields that the function does not depend on at all, with
 *     translations not among them; empty where that is a matter of words
 * @param subject the function at its samples
 */
record SpectrumCase(
    String group,
    String name,
    String action,
    int dimension,
    OptionalInt insensitive,
    Subject subject) {

  /** Whether a word of the command line names it: its group, or a part of its name or action. */
  boolean matches(String word) {
    return group.equals(word) || name.contains(word) || action.contains(word);
  }

  /** Names the case. */
  @Override
  public String toString() {
    return name + " under " + action;
  }
}
