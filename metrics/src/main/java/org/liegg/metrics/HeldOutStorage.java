package org.liegg.metrics;

import java.util.List;

/**
 * How sums of held-out samples are kept: for how many blocks of samples, and for which pairs of
 * directions. Samples are dealt to more blocks than are kept where memory is short: neighbouring
 * blocks then share their sums, as if samples had been dealt to so few.
 *
 * @param dealt blocks that samples are dealt to, ≥ 1
 * @param kept blocks that sums are kept of, 1 to {@code dealt}
 * @param groups directions that are asked about together, the size of each group
 */
public record HeldOutStorage(int dealt, int kept, List<Integer> groups) {
  /** Fewer blocks say too little of the spread between them. */
  public static final int FEWEST = 10;

  /** Forms of a block: what changes, and what it is compared with. */
  private static final double FORMS = 2;

  /**
   * @throws IllegalArgumentException if more blocks are kept than dealt, or none
   */
  public HeldOutStorage {
    groups = List.copyOf(groups);
    if (kept < 1 || kept > dealt) {
      throw new IllegalArgumentException("HeldOutStorage: %d of %d blocks".formatted(kept, dealt));
    }
  }

  /** All blocks, and all directions together. */
  public static HeldOutStorage of(int blocks, int directions) {
    return new HeldOutStorage(blocks, blocks, List.of(directions));
  }

  /**
   * As many blocks as fit, but {@link #FEWEST} at least where so many are dealt.
   *
   * @param bytes what {@link #bytes} may be
   */
  public HeldOutStorage within(double bytes) {
    int fewest = Math.min(FEWEST, dealt);
    int count = dealt;
    while (count > fewest && new HeldOutStorage(dealt, count, groups).bytes() > bytes) {
      count--;
    }
    return new HeldOutStorage(dealt, count, groups);
  }

  /** What the sums of one thread take. */
  public double bytes() {
    return kept * FORMS * Double.BYTES * UpperLayout.length(groups);
  }

  /** r. */
  int directions() {
    return groups.stream().mapToInt(Integer::intValue).sum();
  }

  /** Where the sums of a block are. */
  int slot(int block) {
    return (int) ((long) block * kept / dealt);
  }
}
