package org.liegg.algebra.permutation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The name of a group that is no visible product, by how it acts on one orbit of entries on which
 * only the identity fixes everything: how many permutations there are in it, and how many mere
 * changes of signs.
 */
final class TransitiveName {
  private static final BigInteger TWO = BigInteger.TWO;

  /** Elements of longer cycles are not looked for. */
  private static final int LONGEST = 100_000;

  private final PermutationGroup group;
  private final int size; // of the orbit
  private final BigInteger order;
  private final BigInteger permutations;
  private final BigInteger flips;

  private TransitiveName(PermutationGroup group, int size) {
    this.group = group;
    this.size = size;
    order = group.order();
    permutations =
        PermutationGroup.of(
                size, group.generators().stream().map(SignedPermutation::unsigned).toList())
            .order();
    flips = order.divide(permutations);
  }

  static String of(PermutationGroup whole) {
    if (whole.order().equals(TWO)) {
      return "Z(2)";
    }
    Optional<TransitiveName> faithful =
        Orbits.of(whole.generators()).stream()
            .sorted(Comparator.comparingInt(orbit -> orbit.length))
            .map(orbit -> new TransitiveName(Orbits.restricted(whole, orbit), orbit.length))
            .filter(on -> on.order.equals(whole.order()))
            .findFirst();
    return faithful
        .flatMap(TransitiveName::symmetric)
        .or(() -> cyclic(whole))
        .or(() -> dihedral(whole))
        .or(() -> faithful.flatMap(TransitiveName::wreath))
        .orElseGet(() -> "a group of order " + whole.order());
  }

  private Optional<String> symmetric() {
    BigInteger all = factorial(size);
    if (size > 3 && permutations.multiply(TWO).equals(all) && flips.equals(BigInteger.ONE)) {
      return Optional.of("A(%d)".formatted(size));
    }
    if (size < 2 || !permutations.equals(all)) {
      return Optional.empty();
    }
    if (flips.equals(BigInteger.ONE) && size > 2) {
      return Optional.of("S(%d)".formatted(size));
    }
    if (flips.equals(TWO.pow(size))) {
      return Optional.of("B(%d)".formatted(size));
    }
    if (size > 2 && flips.equals(TWO.pow(size - 1)) && signsAreEven()) {
      return Optional.of("B+(%d)".formatted(size));
    }
    return flips.equals(TWO) && size > 2 && unsignedToo()
        ? Optional.of("S(%d) × Z(2)".formatted(size))
        : Optional.empty();
  }

  private boolean signsAreEven() {
    return group.generators().stream()
        .allMatch(g -> IntStream.of(g.signs()).filter(sign -> sign < 0).count() % 2 == 0);
  }

  private boolean unsignedToo() {
    return group.generators().stream().allMatch(g -> group.contains(g.unsigned()));
  }

  /** All permutations of blocks, and within each all, signed or not. */
  private Optional<String> wreath() {
    return IntStream.range(2, size)
        .filter(block -> size % block == 0)
        .boxed()
        .flatMap(
            block -> {
              int blocks = size / block;
              BigInteger within = factorial(block).pow(blocks).multiply(factorial(blocks));
              BigInteger signed = within.multiply(TWO.pow(size));
              return order.equals(within) && flips.equals(BigInteger.ONE)
                  ? Stream.of("S(%d) wr S(%d)".formatted(block, blocks))
                  : order.equals(signed)
                      ? Stream.of("B(%d) wr S(%d)".formatted(block, blocks))
                      : Stream.empty();
            })
        .findFirst();
  }

  private static Optional<String> cyclic(PermutationGroup whole) {
    int order = small(whole);
    return words(whole)
        .filter(g -> order > 0 && g.order(order) == order)
        .findFirst()
        .map(g -> "C(%d)".formatted(order));
  }

  /** Half of it turns, and another one turns these round. */
  private static Optional<String> dihedral(PermutationGroup whole) {
    int half = small(whole) / 2;
    if (half < 3 || 2 * half != small(whole)) {
      return Optional.empty();
    }
    return words(whole)
        .filter(turn -> turn.order(half) == half)
        .filter(
            turn ->
                whole.generators().stream()
                    .anyMatch(
                        g ->
                            g.order(2) == 2
                                && g.then(turn).then(g).equals(turn.inverse())
                                && !PermutationGroup.of(g.size(), List.of(turn)).contains(g)))
        .findFirst()
        .map(turn -> "D(%d)".formatted(half));
  }

  private static int small(PermutationGroup whole) {
    BigInteger order = whole.order();
    return order.bitLength() < 31 && order.intValue() <= LONGEST ? order.intValue() : 0;
  }

  /** Generators, and products of two. */
  private static Stream<SignedPermutation> words(PermutationGroup whole) {
    List<SignedPermutation> words = new ArrayList<>(whole.generators());
    for (SignedPermutation first : whole.generators()) {
      whole.generators().forEach(second -> words.add(first.then(second)));
    }
    return words.stream();
  }

  private static BigInteger factorial(int n) {
    return IntStream.rangeClosed(2, n)
        .mapToObj(BigInteger::valueOf)
        .reduce(BigInteger.ONE, BigInteger::multiply);
  }
}
