package org.liegg.core.discrete;

import java.util.HashMap;
import java.util.Map;

/**
 * Things that swaps lead to each other, as far as they have been tried. What is kept of one pair of
 * things is kept of every pair that swaps make of it: it is a conjugate.
 */
final class Alike {
  private final Map<Integer, Integer> parents = new HashMap<>();

  /** The thing that stands for all that are alike to this one. */
  int standing(int thing) {
    int at = thing;
    while (parents.getOrDefault(at, at) != at) {
      at = parents.getOrDefault(at, at);
    }
    return at;
  }

  /** A swap of both is kept. */
  void join(int one, int other) {
    parents.put(standing(other), standing(one));
  }
}
