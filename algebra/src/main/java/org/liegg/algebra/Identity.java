package org.liegg.algebra;

import java.util.List;

/**
 * A name and why it was given.
 *
 * @param name in the words of the action grammar where it has one
 * @param isomorphicTo other names of the same algebra
 * @param evidence what was seen, a sentence each
 */
record Identity(String name, List<String> isomorphicTo, List<String> evidence) {

  Identity {
    isomorphicTo = List.copyOf(isomorphicTo);
    evidence = List.copyOf(evidence);
  }

  Identity withAliases(List<String> others) {
    return new Identity(name, others, evidence);
  }
}
