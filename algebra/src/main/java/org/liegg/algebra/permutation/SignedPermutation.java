package org.liegg.algebra.permutation;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A permutation of the entries of a vector that may change their signs: {@code (gx)_i = signs_i
 * x_{source_i}}. Immutable: the arrays are copied.
 *
 * @param source where each entry comes from: every number from 0 to d − 1 once
 * @param signs 1 or −1, d of them
 */
public record SignedPermutation(int[] source, int[] signs) {

  /**
   * Copies both arrays.
   *
   * @throws IllegalArgumentException if these are not a permutation and its signs
   */
  public SignedPermutation {
    source = source.clone();
    signs = signs.clone();
    int[] sorted = source.clone();
    Arrays.sort(sorted);
    boolean permutes = Arrays.equals(sorted, IntStream.range(0, sorted.length).toArray());
    boolean signed = Arrays.stream(signs).allMatch(sign -> sign == 1 || sign == -1);
    if (!permutes || !signed || signs.length != source.length) {
      throw new IllegalArgumentException(
          "%s with signs %s is no signed permutation"
              .formatted(Arrays.toString(source), Arrays.toString(signs)));
    }
  }

  /** The one that moves nothing. */
  public static SignedPermutation identity(int size) {
    return of(IntStream.range(0, size).toArray());
  }

  /** A permutation that leaves all signs. */
  public static SignedPermutation of(int... source) {
    int[] signs = new int[source.length];
    Arrays.fill(signs, 1);
    return new SignedPermutation(source, signs);
  }

  /** d, the entries of the vectors. */
  public int size() {
    return source.length;
  }

  /** The same with every sign changed. */
  public SignedPermutation negative() {
    return new SignedPermutation(source, Arrays.stream(signs).map(sign -> -sign).toArray());
  }

  /** The permutation alone. */
  public SignedPermutation unsigned() {
    return of(source);
  }

  /**
   * What it does to some entries, leaving the others as they are; all of it where it leads other
   * entries to these.
   */
  public SignedPermutation on(int[] entries) {
    boolean[] chosen = new boolean[size()];
    Arrays.stream(entries).forEach(i -> chosen[i] = true);
    if (Arrays.stream(entries).anyMatch(i -> !chosen[source[i]])) {
      return this;
    }
    return new SignedPermutation(
        IntStream.range(0, size()).map(i -> chosen[i] ? source[i] : i).toArray(),
        IntStream.range(0, size()).map(i -> chosen[i] ? signs[i] : 1).toArray());
  }

  /** This one, and the other one after it. */
  public SignedPermutation then(SignedPermutation next) {
    int[] from = new int[size()];
    int[] both = new int[size()];
    for (int i = 0; i < from.length; i++) {
      from[i] = source[next.source[i]];
      both[i] = next.signs[i] * signs[next.source[i]];
    }
    return new SignedPermutation(from, both);
  }

  /** What undoes it. */
  public SignedPermutation inverse() {
    int[] from = new int[size()];
    int[] back = new int[size()];
    for (int i = 0; i < from.length; i++) {
      from[source[i]] = i;
      back[source[i]] = signs[i];
    }
    return new SignedPermutation(from, back);
  }

  /** Whether it moves nothing. */
  public boolean isIdentity() {
    return IntStream.range(0, size()).noneMatch(this::moves);
  }

  /** Whether entry i of gx is another one than that of x, or has another sign. */
  public boolean moves(int i) {
    return source[i] != i || signs[i] < 0;
  }

  /** How often it has to be done to move nothing, if that is at most so often; 0 otherwise. */
  int order(int most) {
    SignedPermutation power = this;
    for (int n = 1; n <= most; n++) {
      if (power.isIdentity()) {
        return n;
      }
      power = power.then(this);
    }
    return 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SignedPermutation that
        && Arrays.equals(source, that.source)
        && Arrays.equals(signs, that.signs);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(source) + Arrays.hashCode(signs);
  }

  @Override
  public String toString() {
    return "%s signs %s".formatted(Arrays.toString(source), Arrays.toString(signs));
  }
}
