package org.liegg.algebra.permutation;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names groups of signed permutations: {@code S(4)} permutations of four things, {@code B(4)} the
 * signed ones (the hyperoctahedral group), {@code B+(4)} those with an even number of signs, {@code
 * A(4)} even permutations, {@code C(n)} cyclic, {@code D(n)} that of the regular n-gon, of order
 * 2n, {@code Z(2)} what has two elements, {@code S(3) wr S(4)} wreath products, and direct products
 * of these. A name says what the group is, not how it acts; one without a name has its order.
 */
public final class GroupName {
  /** What a group of one element is called. */
  public static final String TRIVIAL = "trivial";

  private GroupName() {}

  /** The name of the group that these generate. */
  public static String of(PermutationGroup group) {
    if (group.generators().isEmpty()) {
      return TRIVIAL;
    }
    int size = group.generators().get(0).size();
    List<PermutationGroup> factors =
        commuting(group.generators()).stream()
            .map(part -> PermutationGroup.of(size, part))
            .toList();
    return order(factors).equals(group.order())
        ? product(factors.stream().flatMap(GroupName::byOrbits).toList())
        : product(byOrbits(group).toList());
  }

  /** The names of what acts on each orbit, where these are independent; otherwise one name. */
  private static Stream<String> byOrbits(PermutationGroup group) {
    List<PermutationGroup> parts =
        Orbits.of(group.generators()).stream()
            .map(orbit -> Orbits.restricted(group, orbit))
            .toList();
    return order(parts).equals(group.order())
        ? parts.stream().map(TransitiveName::of)
        : Stream.of(TransitiveName.of(group));
  }

  private static BigInteger order(List<PermutationGroup> factors) {
    return factors.stream()
        .map(PermutationGroup::order)
        .reduce(BigInteger.ONE, BigInteger::multiply);
  }

  /** Generators that do not commute belong to one factor. */
  private static Collection<List<SignedPermutation>> commuting(List<SignedPermutation> generators) {
    boolean[] taken = new boolean[generators.size()];
    List<List<SignedPermutation>> parts = new ArrayList<>();
    for (int first = 0; first < taken.length; first++) {
      if (!taken[first]) {
        taken[first] = true;
        List<SignedPermutation> part = new ArrayList<>();
        Deque<SignedPermutation> open = new ArrayDeque<>(List.of(generators.get(first)));
        while (!open.isEmpty()) {
          SignedPermutation one = open.remove();
          part.add(one);
          for (int other = 0; other < taken.length; other++) {
            if (!taken[other] && !commute(one, generators.get(other))) {
              taken[other] = true;
              open.add(generators.get(other));
            }
          }
        }
        parts.add(part);
      }
    }
    return parts;
  }

  private static boolean commute(SignedPermutation left, SignedPermutation right) {
    return left.then(right).equals(right.then(left));
  }

  private static String product(List<String> names) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    names.forEach(name -> counts.merge(name, 1, Integer::sum));
    return counts.entrySet().stream()
        .map(
            each -> {
              boolean alone = counts.size() == 1 && each.getValue() == 1;
              String name =
                  alone || !each.getKey().contains(" ") ? each.getKey() : "(" + each.getKey() + ")";
              return each.getValue() == 1 ? name : name + "^" + each.getValue();
            })
        .collect(Collectors.joining(" × "));
  }
}
