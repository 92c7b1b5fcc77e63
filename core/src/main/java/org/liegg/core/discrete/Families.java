package org.liegg.core.discrete;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.liegg.algebra.permutation.SignedPermutation;

/** The candidates, the simplest first, so that a group is told by its simplest elements. */
final class Families {

  private Families() {}

  /**
   * All families.
   *
   * @param inputs d
   * @param sensitive inputs that the model depends on: of single ones, only these are moved
   */
  static List<Family> of(int inputs, int[] sensitive) {
    List<Family> simple = new ArrayList<>();
    List<Family> signs = new ArrayList<>();
    List<Family> both = new ArrayList<>();
    for (Blocks blocks : Blocks.of(inputs)) {
      int[] moved = blocks.size() == 1 ? sensitive : IntStream.range(0, blocks.count()).toArray();
      String of = " of two " + blocks.plural();
      Alike alike = new Alike();
      simple.add(
          new Family.Pairs("swaps" + of, moved, (i, j) -> blocks.swap(i, j, 1, 1), alike, true));
      signs.add(
          new Family.Listed(
              "signs of " + blocks.plural(), IntStream.of(moved).mapToObj(blocks::flip).toList()));
      both.add(pairs("signs" + of, moved, blocks::flip, alike));
      both.add(pairs("swaps with signs" + of, moved, (i, j) -> blocks.swap(i, j, -1, -1), alike));
      both.add(pairs("quarter turns" + of, moved, (i, j) -> blocks.swap(i, j, 1, -1), alike));
    }
    List<Family> families = new ArrayList<>(simple);
    families.addAll(signs);
    families.add(new Family.Listed("maps of the whole", wholes(inputs)));
    families.addAll(both);
    return families;
  }

  private static Family pairs(
      String name, int[] things, BiFunction<Integer, Integer, Candidate> pair, Alike alike) {
    return new Family.Pairs(name, things, pair, alike, false);
  }

  /** Shifts, reversals, maps of grids, and the sign of all; each also with the sign of all. */
  private static List<Candidate> wholes(int inputs) {
    List<Candidate> plain = new ArrayList<>();
    for (Blocks blocks : Blocks.of(inputs)) {
      plain.add(blocks.shift());
      plain.add(blocks.reversal());
    }
    Grid.of(inputs).forEach(grid -> plain.addAll(grid.candidates()));
    List<Candidate> all = new ArrayList<>();
    Set<SignedPermutation> seen = new LinkedHashSet<>();
    seen.add(SignedPermutation.identity(inputs));
    SignedPermutation minus = SignedPermutation.identity(inputs).negative();
    seen.add(minus);
    all.add(new Candidate("sign of all inputs", minus));
    for (Candidate one : plain) {
      if (seen.add(one.permutation())) {
        all.add(one);
        all.add(new Candidate(one.name() + " and sign of all", one.permutation().negative()));
      }
    }
    return all;
  }
}
