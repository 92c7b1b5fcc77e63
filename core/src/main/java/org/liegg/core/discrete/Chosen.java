package org.liegg.core.discrete;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.liegg.algebra.permutation.PermutationGroup;
import org.liegg.algebra.permutation.SignedPermutation;
import org.liegg.api.report.DiscreteSymmetries;

/**
 * The candidates that one half of the samples suggests: a set without one that the others generate.
 *
 * @param generators the candidates
 * @param families what was looked for, with how many were tried and how many held
 * @param leftOut what was not looked for, since it would have taken too long
 */
record Chosen(
    List<Candidate> generators, List<DiscreteSymmetries.Family> families, List<String> leftOut) {
  /** First looks at candidates, all in all. */
  private static final long BUDGET = 60_000;

  /** By how many times less candidates may change, where products of the others disagree. */
  private static final double LEFT_OUT = 4;

  /** Of more generators, one that others generate may be among them. */
  private static final int PRUNED = 64;

  /** Looks at all families. */
  static Chosen of(int inputs, Screening screening) {
    PermutationGroup group = new PermutationGroup(inputs);
    int[] sensitive = screening.sensitive();
    List<Candidate> generators = new ArrayList<>();
    List<DiscreteSymmetries.Family> families = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    long left = BUDGET;
    for (Family family : Families.of(inputs, sensitive)) {
      if (family.most() > left) {
        leftOut.add(family.name());
        continue;
      }
      Counted counted = new Counted(screening, group);
      List<Candidate> held = family.held(some -> counted.holds(on(some, sensitive)));
      on(held, sensitive).stream()
          .filter(one -> group.add(one.permutation()))
          .forEach(generators::add);
      left -= counted.tried;
      families.add(new DiscreteSymmetries.Family(family.name(), counted.tried, held.size()));
    }
    return new Chosen(pruned(inputs, generators), List.copyOf(families), List.copyOf(leftOut));
  }

  /**
   * Looks at all families, for candidates whose products are kept as well. What is little beside
   * inputs that the model is very sensitive to may be much beside others: the sign of a strong
   * input and the signs of a strong and a weak one together may each be kept, and their product,
   * the sign of the weak one, not. Then candidates that change the most are left out, until what is
   * left agrees.
   */
  static Agreed agreeing(int inputs, Screening all) {
    Screening screening = all;
    Chosen chosen = of(inputs, screening);
    while (!chosen.agrees(inputs, all)) {
      double most = all.change(chosen.generators) / (LEFT_OUT * all.tolerance());
      screening = screening.within(Math.min(screening.scale() / LEFT_OUT, most));
      chosen = of(inputs, screening);
    }
    return new Agreed(chosen, screening);
  }

  /**
   * Candidates whose products are kept as well.
   *
   * @param chosen the candidates
   * @param screening that they were found by
   */
  record Agreed(Chosen chosen, Screening screening) {}

  /** Whether products are kept, above all those that move none of the most sensitive inputs. */
  private boolean agrees(int inputs, Screening screening) {
    boolean[] held = screening.holds(products(inputs, screening));
    return IntStream.range(0, held.length).allMatch(i -> held[i]);
  }

  /** Products that generate all that fix the most sensitive inputs, however many of these. */
  private List<Candidate> products(int inputs, Screening screening) {
    List<SignedPermutation> strong =
        PermutationGroup.strong(
            inputs,
            generators.stream().map(Candidate::permutation).toList(),
            screening.bySensitivity());
    return IntStream.range(0, strong.size())
        .mapToObj(i -> new Candidate("product %d".formatted(i + 1), strong.get(i)))
        .toList();
  }

  /** How many candidates were tried. */
  int tried() {
    return families.stream().mapToInt(DiscreteSymmetries.Family::tested).sum();
  }

  /** What candidates do to the inputs that the model depends on, where that can be told apart. */
  private static List<Candidate> on(List<Candidate> candidates, int[] sensitive) {
    return candidates.stream()
        .map(one -> new Candidate(one.name(), one.permutation().on(sensitive)))
        .toList();
  }

  /** Without those that the others generate, the last of them first. */
  private static List<Candidate> pruned(int inputs, List<Candidate> all) {
    List<Candidate> kept = new ArrayList<>(all);
    for (int at = all.size() - 1; at >= 0 && all.size() <= PRUNED; at--) {
      Candidate one = all.get(at);
      List<Candidate> others = kept.stream().filter(other -> !other.equals(one)).toList();
      if (group(inputs, others).contains(one.permutation())) {
        kept.remove(one);
      }
    }
    return List.copyOf(kept);
  }

  /** The group that candidates generate. */
  static PermutationGroup group(int inputs, List<Candidate> candidates) {
    return PermutationGroup.of(inputs, candidates.stream().map(Candidate::permutation).toList());
  }

  /** What is in the group already holds, and is not tried. */
  private static final class Counted {
    private final Screening screening;
    private final PermutationGroup group;
    private int tried;

    Counted(Screening screening, PermutationGroup group) {
      this.screening = screening;
      this.group = group;
    }

    boolean[] holds(List<Candidate> candidates) {
      boolean[] known = new boolean[candidates.size()];
      for (int i = 0; i < known.length; i++) {
        known[i] = group.contains(candidates.get(i).permutation());
      }
      int[] open = IntStream.range(0, known.length).filter(i -> !known[i]).toArray();
      boolean[] found = screening.holds(IntStream.of(open).mapToObj(candidates::get).toList());
      for (int at = 0; at < open.length; at++) {
        known[open[at]] = found[at];
      }
      tried += open.length;
      return known;
    }
  }
}
