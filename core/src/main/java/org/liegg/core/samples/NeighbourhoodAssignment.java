package org.liegg.core.samples;

import java.util.OptionalInt;
import org.liegg.api.Batch;

/**
 * Distributes whole neighbourhoods, in turn to each half and each block.
 *
 * @param all the neighbourhoods, complete
 * @param blocks of each half
 */
record NeighbourhoodAssignment(Neighbourhoods all, int blocks) implements RelativesAssignment {
  /** Neighbourhoods of a block that can be paired. */
  private static final int EACH = 4;

  /** Blocks of one half, for an interval. */
  private static final int FEWEST = 6;

  static NeighbourhoodAssignment of(Neighbourhoods all) {
    long possible = all.count() / 2 / EACH;
    int blocks = possible < FEWEST ? 1 : (int) Math.min(SampleSplit.BLOCKS, possible);
    return new NeighbourhoodAssignment(all, blocks);
  }

  boolean measurable() {
    return blocks > 1;
  }

  @Override
  public Reading start() {
    return new Reading() {
      private long unit;

      @Override
      public void next(Batch batch, int row) {
        OptionalInt found = all.find(batch, row);
        // Beyond the last leader a sample is its own neighbourhood, whatever its place.
        unit = found.isPresent() ? found.getAsInt() : SampleSplit.hash(batch, row) >>> 1;
      }

      @Override
      public boolean measures() {
        return (unit & 1) == 1;
      }

      @Override
      public int block() {
        return (int) ((unit >>> 1) % blocks);
      }

      @Override
      public long unit() {
        return unit;
      }
    };
  }
}
