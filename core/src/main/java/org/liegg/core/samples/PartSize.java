package org.liegg.core.samples;

import org.liegg.api.Batch;
import org.liegg.api.spi.support.StateInput;
import org.liegg.api.spi.support.StateOutput;

/**
 * What the samples of one part are, for them to be known again.
 *
 * @param part from 0
 * @param samples in it
 * @param digest of their values, in their order
 */
public record PartSize(int part, long samples, long digest) {
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  /** A part of which no sample was read. */
  public static PartSize empty(int part) {
    return new PartSize(part, 0, 0);
  }

  /** The same with one more sample. */
  public PartSize with(Batch batch, int row) {
    long mixed = (digest ^ SampleSplit.hash(batch, row)) * MULTIPLIER;
    return new PartSize(part, samples + 1, mixed ^ (mixed >>> 29));
  }

  void writeTo(StateOutput out) {
    out.writeInt(part).writeLong(samples).writeLong(digest);
  }

  static PartSize readFrom(StateInput in) {
    return new PartSize(in.readInt(), in.readLong(), in.readLong());
  }
}
