package org.liegg.algebra.permutation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * One level of a chain of stabilizers: the orbit of a point under elements that fix the points of
 * the levels above, as a tree of these elements (Schreier's), so that nothing of the size of the
 * group is held.
 */
final class StabilizerLevel {
  private static final int NOT_REACHED = -1;

  private final int base;
  private final List<int[]> elements = new ArrayList<>();
  private final List<int[]> inverses = new ArrayList<>();
  private final int[] via; // of every point: the element that leads there, by its place
  private final int[] orbit;
  private int reached;

  /**
   * @param entry whose unit vector is the point
   * @param size d
   */
  StabilizerLevel(int entry, int size) {
    base = 2 * entry;
    via = new int[2 * size];
    orbit = new int[2 * size];
    grow();
  }

  /** Points of the orbit. */
  int orbit() {
    return reached;
  }

  /** Elements that lead from the point to all of its orbit; all of them fix the points above. */
  List<int[]> elements() {
    return List.copyOf(elements);
  }

  boolean fixes(int[] element) {
    return Images.image(element, base) == base;
  }

  /** Takes an element if it leads out of the orbit. */
  void add(int[] element) {
    boolean leaves = false;
    for (int at = 0; at < reached && !leaves; at++) {
      leaves = via[Images.image(element, orbit[at])] == NOT_REACHED;
    }
    if (leaves) {
      elements.add(element);
      inverses.add(Images.inverse(element));
      grow();
    }
  }

  /** An element times one of this level, so that it fixes the point; empty if none does it. */
  Optional<int[]> sifted(int[] element) {
    int point = Images.image(element, base);
    if (via[point] == NOT_REACHED) {
      return Optional.empty();
    }
    int[] left = element;
    while (point != base) {
      int[] back = inverses.get(via[point]);
      left = Images.then(left, back);
      point = Images.image(back, point);
    }
    return Optional.of(left);
  }

  /** An element that leads to a random point of the orbit. */
  int[] random(SplittableRandom random) {
    int point = orbit[random.nextInt(reached)];
    int[] element = Images.identity(via.length / 2);
    while (point != base) {
      element = Images.then(elements.get(via[point]), element);
      point = Images.image(inverses.get(via[point]), point);
    }
    return element;
  }

  private void grow() {
    Arrays.fill(via, NOT_REACHED);
    via[base] = elements.size();
    orbit[0] = base;
    reached = 1;
    for (int at = 0; at < reached; at++) {
      for (int e = 0; e < elements.size(); e++) {
        int next = Images.image(elements.get(e), orbit[at]);
        if (via[next] == NOT_REACHED) {
          via[next] = e;
          orbit[reached++] = next;
        }
      }
    }
  }
}
