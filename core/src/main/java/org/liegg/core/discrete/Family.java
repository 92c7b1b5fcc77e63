package org.liegg.core.discrete;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Candidates of one kind. */
interface Family {

  /** What they are, e.g. {@code swaps of two inputs}. */
  String name();

  /** How many may have to be tried. */
  long most();

  /**
   * Those that hold, or enough of them to generate the others.
   *
   * @param holds tells of several which of them hold
   */
  List<Candidate> held(Function<List<Candidate>, boolean[]> holds);

  /**
   * Candidates that have nothing to do with each other.
   *
   * @param name what they are
   * @param candidates all of them
   */
  record Listed(String name, List<Candidate> candidates) implements Family {

    @Override
    public long most() {
      return candidates.size();
    }

    @Override
    public List<Candidate> held(Function<List<Candidate>, boolean[]> holds) {
      return those(candidates, holds.apply(candidates));
    }
  }

  /**
   * Candidates of two things each, which hold for a first and a third if they do for a first and a
   * second, and a second and a third: of each class the first is tried with all others. Of very
   * many things, only a few are where none of these pairs holds.
   *
   * @param name what they are
   * @param things which ones
   * @param pair the candidate of two of them
   * @param alike things that swaps of them lead to each other
   * @param swaps whether these are such swaps, which say what is alike; of other candidates one
   *     pair stands for all that swaps make of it
   */
  record Pairs(
      String name,
      int[] things,
      BiFunction<Integer, Integer, Candidate> pair,
      Alike alike,
      boolean swaps)
      implements Family {
    /** Of more things, not every pair is tried. */
    private static final int MANY = 128;

    /** Of many things, so many that pair with no other one end the search. */
    private static final int ALONE = 3;

    @Override
    public long most() {
      if (swaps) {
        return most(things.length);
      }
      long classes = IntStream.of(things).map(alike::standing).distinct().count();
      return Math.min(most(things.length), classes * (classes + 1) / 2);
    }

    private static long most(int things) {
      long others = things - 1L;
      return things > MANY ? ALONE * others : things * others / 2;
    }

    @Override
    public List<Candidate> held(Function<List<Candidate>, boolean[]> holds) {
      List<Candidate> held = new ArrayList<>();
      Map<Set<Integer>, Boolean> known = new HashMap<>();
      int[] open = things;
      int alone = 0;
      while (open.length > 1 && !(open.length > MANY && alone == ALONE && held.isEmpty())) {
        int first = open[0];
        int[] others = IntStream.of(open).skip(1).toArray();
        boolean[] found = found(first, others, known, holds);
        IntStream.range(0, others.length)
            .filter(i -> found[i])
            .forEach(i -> held.add(pair.apply(first, others[i])));
        alone++;
        open =
            IntStream.range(0, others.length).filter(i -> !found[i]).map(i -> others[i]).toArray();
      }
      return held;
    }

    private boolean[] found(
        int first,
        int[] others,
        Map<Set<Integer>, Boolean> known,
        Function<List<Candidate>, boolean[]> holds) {
      Map<Set<Integer>, Candidate> asked = new LinkedHashMap<>();
      for (int other : others) {
        if (!known.containsKey(of(first, other))) {
          asked.putIfAbsent(of(first, other), pair.apply(first, other));
        }
      }
      boolean[] answers = holds.apply(List.copyOf(asked.values()));
      int at = 0;
      for (Set<Integer> pairs : asked.keySet()) {
        known.put(pairs, answers[at++]);
      }
      boolean[] found = new boolean[others.length];
      for (int i = 0; i < others.length; i++) {
        found[i] = known.getOrDefault(of(first, others[i]), false);
      }
      for (int i = 0; i < others.length && swaps; i++) {
        if (found[i]) {
          alike.join(first, others[i]);
        }
      }
      return found;
    }

    /** The pairs that one stands for: of swaps, which tell what is alike, it alone. */
    private Set<Integer> of(int first, int other) {
      return swaps
          ? new HashSet<>(List.of(first, other))
          : new HashSet<>(List.of(alike.standing(first), alike.standing(other)));
    }
  }

  private static List<Candidate> those(List<Candidate> candidates, boolean[] found) {
    return IntStream.range(0, found.length)
        .filter(i -> found[i])
        .mapToObj(candidates::get)
        .toList();
  }
}
