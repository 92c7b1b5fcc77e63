package org.liegg.metrics;

import java.util.List;

/**
 * How sums of held-out samples are kept: for how many blocks of samples, and for which pairs of
 * directions. Samples are distributed to more blocks than are kept where memory is short:
 * neighbouring blocks then share their sums, as if samples had been distributed to so few.
 *
 * @param distributed blocks that samples are distributed to, ≥ 1
 * @param kept blocks that sums are kept of, 1 to {@code distributed}
 * @param groups directions that are asked about together, the size of each group
 */
public record HeldOutStorage(int distributed, int kept, List<Integer> groups) {
  /** Fewer blocks say too little of the spread between them. */
  public static final int FEWEST = 10;

  /** Forms of a block: what changes, and what it is compared with. */
  private static final double FORMS = 2;

  /**
   * @throws IllegalArgumentException if more blocks are kept than distributed, or none
   */
  public HeldOutStorage {
    groups = List.copyOf(groups);
    if (kept < 1 || kept > distributed) {
      throw new IllegalArgumentException(
          "HeldOutStorage: %d of %d blocks".formatted(kept, distributed));
    }
  }

  /** All blocks, and all directions together. */
  public static HeldOutStorage of(int blocks, int directions) {
    return new HeldOutStorage(blocks, blocks, List.of(directions));
  }

  /**
   * As many blocks as fit, but {@link #FEWEST} at least where so many are distributed.
   *
   * @param bytes what {@link #bytes} may be
   */
  public HeldOutStorage within(double bytes) {
    int fewest = Math.min(FEWEST, distributed);
    int count = distributed;
    while (count > fewest && new HeldOutStorage(distributed, count, groups).bytes() > bytes) {
      count--;
    }
    return new HeldOutStorage(distributed, count, groups);
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
    return (int) ((long) block * kept / distributed);
  }
}
