package org.liegg.core.memory;

import java.util.List;
import org.liegg.core.samples.SampleSplit;
import org.liegg.metrics.HeldOutStorage;

/**
 * What the sums of held-out samples may take. Where it is little, sums are kept of fewer blocks of
 * samples, and where that does not do, of fewer directions.
 *
 * @param bytes of the sums of one thread
 */
public record HeldOutRoom(double bytes) {
  /** Directions that are measured at least, where there are so many, whatever the room. */
  public static final int DIRECTIONS = 96;

  /** Of the heap, for the sums of all threads; what is made of them takes about as much again. */
  static final double SHARE = 0.25;

  /** Bytes that one part may send: all 32 blocks of 490 directions, or 10 blocks of 900. */
  static final double TRAVELLING = 64e6;

  /**
   * The room.
   *
   * @param memoryBytes the largest heap
   * @param left of it, beside all that is needed otherwise
   */
  public static HeldOutRoom of(double memoryBytes, double left, int threads) {
    return new HeldOutRoom(Math.min(SHARE * memoryBytes, left / 2) / threads);
  }

  /**
   * The same where sums go from one process to another, each part its own: what is sent and merged
   * is written down, and written down again, so that a process holds such sums several times.
   */
  public HeldOutRoom travelling() {
    return new HeldOutRoom(Math.min(bytes, TRAVELLING));
  }

  /**
   * How sums are kept.
   *
   * @param groups directions that are asked about together, the size of each group
   */
  public HeldOutStorage storage(Integer... groups) {
    return all(groups).within(bytes);
  }

  /**
   * The most directions that can be measured.
   *
   * @param known directions of a known algebra, which are measured beside
   */
  public int mostDirections(int known) {
    int low = 0;
    int high = 1 << 15;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      boolean fits = fewest(middle, known).bytes() <= bytes;
      low = fits ? middle : low;
      high = fits ? high : middle;
    }
    return low;
  }

  /** The sums that there are at least. */
  static HeldOutStorage fewest(Integer... groups) {
    return all(groups).within(0);
  }

  private static HeldOutStorage all(Integer... groups) {
    return new HeldOutStorage(SampleSplit.BLOCKS, SampleSplit.BLOCKS, List.of(groups));
  }
}
