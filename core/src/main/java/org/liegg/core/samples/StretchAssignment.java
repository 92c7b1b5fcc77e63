package org.liegg.core.samples;

import org.liegg.api.Batch;

/**
 * Distributes contiguous segments of the file in turn, one to choose and one to measure on; every
 * segment is a block, or all are one where there are too few for an interval.
 *
 * @param samples in the file
 * @param segments of both halves together, at least 1
 * @param blocks of each half
 * @param stretch samples that are too near to each other for a pair
 * @param before samples of the file that are before the first that is read
 */
record StretchAssignment(long samples, int segments, int blocks, long stretch, long before)
    implements RelativesAssignment {
  /** Correlation times that a segment is long, at least. */
  private static final double LENGTH = 20;

  /** Of one half, for an interval. */
  private static final int FEWEST = 6;

  static StretchAssignment of(long samples, double tau) {
    int segments =
        (int) Math.max(1, Math.min(2L * SampleSplit.BLOCKS, (long) (samples / (LENGTH * tau))));
    int half = segments / 2;
    return new StretchAssignment(
        samples, segments, half < FEWEST ? 1 : half, (long) Math.ceil(5 * tau), 0);
  }

  /** Whether there are enough segments for an interval. */
  boolean measurable() {
    return segments / 2 >= FEWEST;
  }

  @Override
  public StretchAssignment from(long place) {
    return new StretchAssignment(samples, segments, blocks, stretch, place);
  }

  @Override
  public boolean inOrder() {
    return true;
  }

  @Override
  public Reading start() {
    return new Reading() {
      private long place = before - 1;
      private int segment;

      @Override
      public void next(Batch batch, int row) {
        place++;
        // Of an odd number the last two are one, so that both halves have as many.
        int even = Math.max(1, segments - segments % 2);
        segment = (int) Math.min(even - 1, place * even / Math.max(1, samples));
      }

      @Override
      public boolean measures() {
        return segment % 2 == 1;
      }

      @Override
      public int block() {
        return Math.min(blocks - 1, segment / 2);
      }

      @Override
      public long unit() {
        return place / stretch;
      }
    };
  }
}
