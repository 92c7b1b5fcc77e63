package org.liegg.groups.element;

import java.util.Arrays;
import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.spi.GroupElement;

/**
 * Takes every input from a place: {@code (gx)_i = x_source(i)}, or 0 where nothing moves there, as
 * at the edge of a shifted image.
 *
 * @param name how reports call it
 * @param source of every place, from 0; −1 for none
 * @param permutation of equal blocks that it is, where it is one: it acts on outputs of as many
 *     blocks too
 */
public record GatherElement(String name, int[] source, Optional<int[]> permutation)
    implements GroupElement {

  /** A map of places. */
  public static GatherElement of(String name, int[] source) {
    return new GatherElement(name, source, Optional.empty());
  }

  /**
   * Permutes blocks of {@code size} inputs: block i is taken from block {@code from[i]}.
   *
   * @param from a permutation of 0 … n − 1
   */
  public static GatherElement blocks(String name, int[] from, int size) {
    return new GatherElement(name, places(from, size), Optional.of(from.clone()));
  }

  private static int[] places(int[] from, int size) {
    int[] source = new int[from.length * size];
    for (int i = 0; i < source.length; i++) {
      source[i] = from[i / size] * size + i % size;
    }
    return source;
  }

  /** Whether nothing is lost and nothing comes in. */
  private boolean lossless() {
    boolean[] used = new boolean[source.length];
    for (int from : source) {
      if (from < 0 || used[from]) {
        return false;
      }
      used[from] = true;
    }
    return true;
  }

  @Override
  public Batch inputs(Batch inputs) {
    return Blocks.each(inputs, source.length, name, rows -> gathered(rows, source));
  }

  @Override
  public Optional<Batch> represented(String representation, Batch batch) {
    return switch (representation) {
      case Representations.SAME ->
          Optional.of(
              permutation.map(blocks -> permuted(blocks, batch)).orElseGet(() -> inputs(batch)));
      case Representations.VECTOR -> permutation.map(blocks -> permuted(blocks, batch));
      default -> Optional.empty();
    };
  }

  /** Outputs of n blocks are permuted as the inputs are, whatever the size of a block. */
  private Batch permuted(int[] blocks, Batch batch) {
    if (batch.columns() == 0 || batch.columns() % blocks.length != 0) {
      throw Blocks.misfit(name, batch.columns(), blocks.length + " equal blocks");
    }
    return gathered(batch, places(blocks, batch.columns() / blocks.length));
  }

  private static Batch gathered(Batch batch, int[] from) {
    double[] values = batch.values();
    double[] moved = new double[values.length];
    int d = from.length;
    for (int row = 0; row < values.length; row += d) {
      for (int i = 0; i < d; i++) {
        moved[row + i] = from[i] < 0 ? 0 : values[row + from[i]];
      }
    }
    return new Batch(batch.rows(), d, moved);
  }

  @Override
  public Optional<GroupElement> thereAndBack() {
    if (lossless()) {
      return Optional.empty();
    }
    int[] kept = new int[source.length];
    Arrays.fill(kept, -1);
    for (int from : source) {
      if (from >= 0) {
        kept[from] = from;
      }
    }
    return Optional.of(of(name + " and back", kept));
  }
}
