package org.liegg.core.samples;

import org.liegg.api.Batch;

/**
 * To which half and block each sample goes, and what it is a copy of. Whatever is not independent
 * stays together in one block of one half: equal samples, noisy copies of one, stretches of a
 * trajectory.
 */
public interface BlockAssignment {
  /**
   * For relatives. By simulation the plain jackknife covers 0.885 to 0.905 where 0.95 is meant: of
   * few units the heavy ones are often not among the blocks.
   */
  double OF_RELATIVES = 1.2;

  /** One reading of the samples, from the first; to be moved along by every sample in turn. */
  interface Reading {
    /** Comes to the next sample. */
    void next(Batch batch, int row);

    /** Whether it is measured on; otherwise it helps to choose. */
    boolean measures();

    /** Its block within its half, below {@link SampleSplit#BLOCKS}. */
    int block();

    /** What it is a copy of, or the stretch it is from: samples of one unit are no pair. */
    long unit();
  }

  /** Begins a reading. */
  Reading start();

  /** The same for readings that begin at a later sample. */
  default BlockAssignment from(long place) {
    return this;
  }

  /**
   * Whether the samples of a block follow each other, so that a block is complete when the next one
   * begins.
   */
  default boolean inOrder() {
    return false;
  }

  /**
   * How many times farther intervals have to reach than for independent samples: 1 unless blocks
   * hold few units, or the last of one is near the first of the next.
   */
  default double widening() {
    return 1;
  }

  /** By the hash of values: samples are independent unless they are equal. */
  static BlockAssignment byValue() {
    return HashReading::new;
  }
}
