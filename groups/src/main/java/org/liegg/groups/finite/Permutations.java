package org.liegg.groups.finite;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.liegg.api.spi.GroupElement;
import org.liegg.api.spi.TransformationGroup;
import org.liegg.groups.element.FiniteGroup;
import org.liegg.groups.element.GatherElement;
import org.liegg.groups.element.Representations;

/** The symmetric groups. */
public final class Permutations {
  /** Groups up to here are listed: 119 elements. */
  private static final int LISTED = 5;

  /** Numbers of a permutation that a name shows. */
  private static final int SHOWN = 12;

  private Permutations() {}

  /**
   * S(n) on b: permutations of n consecutive blocks of b inputs.
   *
   * @param n ≥ 1
   * @param size b, ≥ 1
   */
  public static TransformationGroup symmetric(int n, int size) {
    String spec = size == 1 ? "S(%d)".formatted(n) : "S(%d) on %d".formatted(n, size);
    int inputs = Math.multiplyExact(n, size);
    List<int[]> generators = new ArrayList<>();
    if (n > 1) {
      generators.add(swapped(n));
    }
    if (n > 2) {
      generators.add(shifted(n));
    }
    List<GroupElement> first = generators.stream().map(p -> element(p, size)).toList();
    List<String> representations = List.of(Representations.VECTOR);
    return n <= LISTED
        ? FiniteGroup.listed(spec, inputs, first, others(n, size, generators), representations)
        : FiniteGroup.drawn(
            spec, inputs, factorial(n), first, random -> drawn(n, size, random), representations);
  }

  private static List<GroupElement> others(int n, int size, List<int[]> generators) {
    List<int[]> all = new ArrayList<>();
    addAll(identity(n), 0, all);
    return all.stream()
        .filter(p -> !Arrays.equals(p, identity(n)))
        .filter(p -> generators.stream().noneMatch(generator -> Arrays.equals(generator, p)))
        .map(p -> element(p, size))
        .toList();
  }

  private static void addAll(int[] permutation, int from, List<int[]> to) {
    if (from >= permutation.length - 1) {
      to.add(permutation.clone());
      return;
    }
    for (int i = from; i < permutation.length; i++) {
      exchange(permutation, from, i);
      addAll(permutation, from + 1, to);
      exchange(permutation, from, i);
    }
  }

  /** Each permutation but the identity with the same chance. */
  private static GroupElement drawn(int n, int size, SplittableRandom random) {
    int[] permutation = identity(n);
    do {
      for (int i = n - 1; i > 0; i--) {
        exchange(permutation, i, random.nextInt(i + 1));
      }
    } while (Arrays.equals(permutation, identity(n)));
    return element(permutation, size);
  }

  private static void exchange(int[] values, int i, int j) {
    int kept = values[i];
    values[i] = values[j];
    values[j] = kept;
  }

  static GroupElement element(int[] permutation, int size) {
    return GatherElement.blocks(name(permutation), permutation, size);
  }

  /** By cycles, counted from 1. */
  private static String name(int[] permutation) {
    StringBuilder cycles = new StringBuilder("permutation ");
    boolean[] seen = new boolean[permutation.length];
    int shown = 0;
    for (int i = 0; i < permutation.length; i++) {
      if (!seen[i] && permutation[i] != i) {
        String separator = "(";
        for (int j = i; !seen[j]; j = permutation[j], shown++) {
          seen[j] = true;
          if (shown < SHOWN) {
            cycles.append(separator).append(j + 1);
            separator = " ";
          }
        }
        cycles.append(shown > SHOWN ? "" : ")");
      }
    }
    return cycles + (shown > SHOWN ? " …)" : "");
  }

  private static int[] identity(int n) {
    int[] identity = new int[n];
    for (int i = 0; i < n; i++) {
      identity[i] = i;
    }
    return identity;
  }

  private static int[] swapped(int n) {
    int[] swapped = identity(n);
    exchange(swapped, 0, 1);
    return swapped;
  }

  private static int[] shifted(int n) {
    int[] shifted = new int[n];
    for (int i = 0; i < n; i++) {
      shifted[i] = (i + 1) % n;
    }
    return shifted;
  }

  private static BigInteger factorial(int n) {
    BigInteger product = BigInteger.ONE;
    for (int i = 2; i <= n; i++) {
      product = product.multiply(BigInteger.valueOf(i));
    }
    return product;
  }
}
