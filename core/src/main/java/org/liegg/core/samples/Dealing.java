package org.liegg.core.samples;

import org.liegg.api.Batch;

/**
 * To which half and block each sample goes, and what it is a copy of. Whatever is not independent
 * stays together in one block of one half: equal samples, noisy copies of one, stretches of a
 * trajectory.
 */
public interface Dealing {

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

  /**
   * Whether the samples of a block follow each other, so that a block is complete when the next one
   * begins.
   */
  default boolean inOrder() {
    return false;
  }

  /** By the hash of values: samples are independent unless they are equal. */
  static Dealing byValue() {
    return HashReading::new;
  }
}
