package org.liegg.core.discrete;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.liegg.algebra.permutation.SignedPermutation;

/**
 * Inputs in blocks of one size: atoms of three coordinates each, say. A block is of consecutive
 * inputs, or of every so-manyth, as where all first coordinates come first.
 *
 * @param inputs d
 * @param size inputs of a block, a divisor of d
 * @param strided whether a block is of every so-manyth input
 */
record Blocks(int inputs, int size, boolean strided) {

  /** All ways to cut inputs into blocks; of one input, and of two or more. */
  static List<Blocks> of(int inputs) {
    List<Blocks> all = new ArrayList<>();
    for (int size = 1; size < inputs; size++) {
      if (inputs % size == 0) {
        all.add(new Blocks(inputs, size, false));
        if (size > 1) {
          all.add(new Blocks(inputs, size, true));
        }
      }
    }
    return all;
  }

  int count() {
    return inputs / size;
  }

  /** Where an input of a block stands. */
  private int place(int block, int at) {
    return strided ? at * count() + block : block * size + at;
  }

  private int block(int place) {
    return strided ? place % count() : place / size;
  }

  private int at(int place) {
    return strided ? place / count() : place % size;
  }

  /** Blocks that come from blocks with signs. */
  private SignedPermutation moved(int[] from, int[] signs) {
    int[] source = new int[inputs];
    int[] flipped = new int[inputs];
    for (int place = 0; place < inputs; place++) {
      source[place] = place(from[block(place)], at(place));
      flipped[place] = signs[block(place)];
    }
    return new SignedPermutation(source, flipped);
  }

  private int[] still() {
    return IntStream.range(0, count()).toArray();
  }

  private int[] positive() {
    return IntStream.generate(() -> 1).limit(count()).toArray();
  }

  /**
   * Two blocks in each other's places, with these signs.
   *
   * @param signs of what comes to the first, and to the second
   */
  Candidate swap(int first, int second, int... signs) {
    int[] from = still();
    int[] both = positive();
    from[first] = second;
    from[second] = first;
    both[first] = signs[0];
    both[second] = signs[1];
    String kind = signs[0] != signs[1] ? "quarter turn" : signs[0] > 0 ? "swap" : "swap with signs";
    return new Candidate("%s of %s".formatted(kind, label(first, second)), moved(from, both));
  }

  /** Some blocks with other signs. */
  Candidate flip(int... blocks) {
    int[] signs = positive();
    for (int block : blocks) {
      signs[block] = -1;
    }
    return new Candidate("sign of " + label(blocks), moved(still(), signs));
  }

  /** Every block in the place of the one before, and the first one in that of the last. */
  Candidate shift() {
    int[] from = IntStream.range(0, count()).map(j -> (j + 1) % count()).toArray();
    return new Candidate("cyclic shift of " + plural(), moved(from, positive()));
  }

  /** The last block first. */
  Candidate reversal() {
    int[] from = IntStream.range(0, count()).map(j -> count() - 1 - j).toArray();
    return new Candidate("reversal of " + plural(), moved(from, positive()));
  }

  /** What they are called together. */
  String plural() {
    return size == 1 ? "inputs" : "blocks" + sized();
  }

  private String label(int... blocks) {
    String numbers =
        IntStream.of(blocks)
            .mapToObj(block -> (size == 1 ? "x" : "") + (block + 1))
            .collect(Collectors.joining(" and "));
    return size == 1
        ? numbers
        : "block%s %s%s".formatted(blocks.length > 1 ? "s" : "", numbers, sized());
  }

  private String sized() {
    return " of %d %sinputs".formatted(size, strided ? "strided " : "");
  }
}
