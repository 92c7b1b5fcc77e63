package org.liegg.algebra.permutation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Which entries of a vector signed permutations lead to each other, signs aside. */
public final class Orbits {

  private Orbits() {}

  /**
   * The orbits of what is moved: of a change of sign alone, one entry.
   *
   * @param generators of one size
   * @return each in ascending order, that of the smallest entry first
   */
  public static List<int[]> of(List<SignedPermutation> generators) {
    if (generators.isEmpty()) {
      return List.of();
    }
    int size = generators.get(0).size();
    int[] parent = IntStream.range(0, size).toArray();
    boolean[] moved = new boolean[size];
    for (SignedPermutation g : generators) {
      for (int i = 0; i < size; i++) {
        moved[i] |= g.moves(i);
        int here = root(parent, i);
        int there = root(parent, g.source()[i]);
        parent[Math.max(here, there)] = Math.min(here, there);
      }
    }
    Map<Integer, int[]> orbits = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      if (moved[i]) {
        int entry = i;
        orbits.merge(root(parent, i), new int[] {entry}, Orbits::joined);
      }
    }
    return List.copyOf(orbits.values());
  }

  private static int[] joined(int[] left, int[] right) {
    int[] both = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, both, left.length, right.length);
    return both;
  }

  private static int root(int[] parent, int entry) {
    int at = entry;
    while (parent[at] != at) {
      at = parent[at];
    }
    return at;
  }

  /** What a signed permutation does to entries that it leads to each other. */
  private static SignedPermutation restricted(SignedPermutation g, int[] orbit) {
    int[] source = new int[orbit.length];
    int[] signs = new int[orbit.length];
    for (int i = 0; i < orbit.length; i++) {
      source[i] = Arrays.binarySearch(orbit, g.source()[orbit[i]]);
      signs[i] = g.signs()[orbit[i]];
    }
    return new SignedPermutation(source, signs);
  }

  /** What a group does to entries that it leads to each other, and to no others. */
  static PermutationGroup restricted(PermutationGroup group, int[] orbit) {
    return PermutationGroup.of(
        orbit.length, group.generators().stream().map(g -> restricted(g, orbit)).toList());
  }
}
