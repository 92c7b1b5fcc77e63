package org.liegg.algebra.permutation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The group that signed permutations generate, by a chain of stabilizers (Sims, "Computational
 * methods in the study of permutation groups", 1970) which random products complete (Leon, "On an
 * algorithm for finding a base and a strong generating set for a group given by generating
 * permutations", Mathematics of Computation 35, 1980; the random products are those of Celler et
 * al., "Generating random elements of a finite group", Communications in Algebra 23, 1995). Each
 * random product that finds nothing to complete halves the chance that something is left; {@value
 * #TRIVIAL} of them in a row have to. The same generators give the same answers. Confined to one
 * thread.
 */
public final class PermutationGroup {
  /** Random products in a row that a complete chain has to hold. */
  private static final int TRIVIAL = 40;

  /** Fewest products that are kept to make further ones of. */
  private static final int SLOTS = 10;

  private static final long SEED = 20_13;

  private final int size;
  private final List<SignedPermutation> generators = new ArrayList<>();
  private final List<StabilizerLevel> levels = new ArrayList<>();

  /**
   * The group of the identity alone.
   *
   * @param size d, entries of the vectors that are permuted
   */
  public PermutationGroup(int size) {
    this.size = size;
  }

  /** The group that these generate. */
  public static PermutationGroup of(int size, List<SignedPermutation> generators) {
    PermutationGroup group = new PermutationGroup(size);
    generators.forEach(group::add);
    return group;
  }

  /**
   * A strong generating set (Sims): for every k, those of its elements that fix the first k entries
   * of a base generate all elements that do.
   *
   * @param size d, entries of the vectors that are permuted
   * @param base entries, each once
   * @return those that fix fewer of them first
   */
  public static List<SignedPermutation> strong(
      int size, List<SignedPermutation> generators, int[] base) {
    PermutationGroup group = new PermutationGroup(size);
    for (int entry : base) {
      group.levels.add(new StabilizerLevel(entry, size));
    }
    generators.forEach(group::add);
    return group.levels.stream()
        .flatMap(level -> level.elements().stream())
        .map(Images::permutation)
        .distinct()
        .toList();
  }

  /** Those that were added and not there before. */
  public List<SignedPermutation> generators() {
    return List.copyOf(generators);
  }

  /**
   * Adds a generator.
   *
   * @return whether the group is larger now
   */
  public boolean add(SignedPermutation generator) {
    if (contains(generator)) {
      return false;
    }
    generators.add(generator);
    extend(Images.of(generator));
    complete();
    return true;
  }

  /** Whether an element is in it. */
  public boolean contains(SignedPermutation element) {
    return sift(Images.of(element)).isEmpty();
  }

  /** How many elements it has, the identity among them. */
  public BigInteger order() {
    return levels.stream()
        .map(level -> BigInteger.valueOf(level.orbit()))
        .reduce(BigInteger.ONE, BigInteger::multiply);
  }

  /** An element by the uniform distribution. */
  public SignedPermutation random(SplittableRandom random) {
    int[] element = Images.identity(size);
    for (StabilizerLevel level : levels) {
      element = Images.then(level.random(random), element);
    }
    return Images.permutation(element);
  }

  /** Goes on with random products until none of them finds anything new. */
  private void complete() {
    RandomProducts products = new RandomProducts(generators, Math.max(SLOTS, generators.size()));
    for (int trivial = 0; trivial < TRIVIAL; trivial++) {
      if (extend(products.next())) {
        trivial = -1;
      }
    }
  }

  /** Adds what is left of an element after sifting to every level that it belongs to. */
  private boolean extend(int[] element) {
    Optional<int[]> residue = sift(element);
    if (residue.isEmpty()) {
      return false;
    }
    int[] left = residue.get();
    boolean fixes = true;
    for (int at = 0; fixes && at < levels.size(); at++) {
      levels.get(at).add(left);
      fixes = levels.get(at).fixes(left);
    }
    if (fixes) {
      levels.add(new StabilizerLevel(Images.firstMoved(left), size));
      levels.get(levels.size() - 1).add(left);
    }
    return true;
  }

  /** What is left of an element; empty of one that is in the chain. */
  private Optional<int[]> sift(int[] element) {
    int[] left = element;
    for (StabilizerLevel level : levels) {
      Optional<int[]> next = level.sifted(left);
      if (next.isEmpty()) {
        return Optional.of(left);
      }
      left = next.get();
    }
    return Images.isIdentity(left) ? Optional.empty() : Optional.of(left);
  }

  /** Random products of generators by product replacement. */
  private static final class RandomProducts {
    private final int[][] slots;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private int[] gathered;

    RandomProducts(List<SignedPermutation> generators, int count) {
      slots = new int[count][];
      for (int i = 0; i < count; i++) {
        slots[i] = Images.of(generators.get(i % generators.size()));
      }
      gathered = Images.identity(generators.get(0).size());
      for (int warming = 0; warming < 3 * count; warming++) {
        next();
      }
    }

    int[] next() {
      int to = random.nextInt(slots.length);
      int by = (to + 1 + random.nextInt(slots.length - 1)) % slots.length;
      int[] factor = random.nextBoolean() ? slots[by] : Images.inverse(slots[by]);
      slots[to] =
          random.nextBoolean() ? Images.then(slots[to], factor) : Images.then(factor, slots[to]);
      gathered = Images.then(gathered, slots[to]);
      return gathered;
    }
  }
}
