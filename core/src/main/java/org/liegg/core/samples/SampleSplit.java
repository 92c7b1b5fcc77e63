package org.liegg.core.samples;

import org.liegg.api.Batch;

/**
 * Splits samples in two parts, and each part into blocks, by a hash of their values: whatever the
 * order of the file, evenly, the same in every run, and equal samples always together, so that
 * nothing is measured on a copy of what it was chosen on.
 */
public final class SampleSplit {
  /** Blocks of one part: enough for a spread between them, few enough that each has samples. */
  public static final int BLOCKS = 32;

  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
  private static final int BLOCK_BITS = 5;

  private SampleSplit() {}

  /** Which samples a pass takes. */
  public enum Part {
    /** All of them. */
    ALL,
    /** The half that directions are chosen on. */
    CHOOSING,
    /** The half that they are measured on. */
    MEASURING;

    /** Whether it takes a sample that is measured on, or one that is not. */
    public boolean takes(boolean measures) {
      return switch (this) {
        case ALL -> true;
        case CHOOSING -> !measures;
        case MEASURING -> measures;
      };
    }
  }

  /** The hash of one sample, by its values: 0.0 and −0.0 count as the same. */
  public static long hash(Batch batch, int row) {
    long hash = MULTIPLIER;
    int from = row * batch.columns();
    for (int i = from; i < from + batch.columns(); i++) {
      hash = (hash ^ Double.doubleToLongBits(batch.values()[i] + 0.0)) * MULTIPLIER;
      hash ^= hash >>> 29;
    }
    // The finaliser of SplitMix64: every bit of the sample moves every bit of the hash.
    hash = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
    hash = (hash ^ (hash >>> 27)) * 0x94D049BB133111EBL;
    return hash ^ (hash >>> 31);
  }

  /** Whether a sample is in the half that is measured on. */
  static boolean measures(long hash) {
    return hash < 0;
  }

  /** The block of a sample within its part. */
  public static int block(long hash) {
    return (int) (hash >>> (Long.SIZE - 1 - BLOCK_BITS)) & (BLOCKS - 1);
  }
}
