package org.liegg.core.discrete;

import java.util.ArrayList;
import java.util.List;
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
   */
  record Pairs(String name, int[] things, BiFunction<Integer, Integer, Candidate> pair)
      implements Family {
    /** Of more things, not every pair is tried. */
    private static final int MANY = 128;

    /** Of many things, so many that pair with no other one end the search. */
    private static final int ALONE = 3;

    @Override
    public long most() {
      long others = things.length - 1L;
      return things.length > MANY ? ALONE * others : things.length * others / 2;
    }

    @Override
    public List<Candidate> held(Function<List<Candidate>, boolean[]> holds) {
      List<Candidate> held = new ArrayList<>();
      int[] open = things;
      int alone = 0;
      while (open.length > 1 && !(open.length > MANY && alone == ALONE && held.isEmpty())) {
        int first = open[0];
        int[] others = IntStream.of(open).skip(1).toArray();
        List<Candidate> pairs =
            IntStream.of(others).mapToObj(other -> pair.apply(first, other)).toList();
        boolean[] found = holds.apply(pairs);
        held.addAll(those(pairs, found));
        alone++;
        open =
            IntStream.range(0, others.length).filter(i -> !found[i]).map(i -> others[i]).toArray();
      }
      return held;
    }
  }

  private static List<Candidate> those(List<Candidate> candidates, boolean[] found) {
    return IntStream.range(0, found.length)
        .filter(i -> found[i])
        .mapToObj(candidates::get)
        .toList();
  }
}
