package org.liegg.core.samples;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.liegg.api.spi.support.StateInput;
import org.liegg.api.spi.support.StateOutput;

/**
 * How many samples are copies of others, in bounded memory: of all hashes only those are counted
 * that end in enough zero bits, and one more bit is asked for whenever they become too many. A
 * sample is counted or not by its value alone, so that the share of copies among those counted is
 * that of all.
 */
public final class DuplicateSketch {
  private static final int CAPACITY = 1 << 16;

  private final Map<Long, Integer> seen = new HashMap<>();
  private int zeroBits;
  private long counted;

  /** Counts a sample by its hash. */
  public void add(long hash) {
    if (!kept(hash)) {
      return;
    }
    seen.merge(hash, 1, Integer::sum);
    counted++;
    shrink();
  }

  private void shrink() {
    while (seen.size() > CAPACITY) {
      zeroBits++;
      forget();
    }
  }

  private void forget() {
    seen.keySet().removeIf(h -> !kept(h));
    counted = seen.values().stream().mapToLong(Integer::longValue).sum();
  }

  /** Adds what another has counted: the same as if all of it had been counted here. */
  void merge(DuplicateSketch other) {
    zeroBits = Math.max(zeroBits, other.zeroBits);
    other.seen.forEach((hash, count) -> seen.merge(hash, count, Integer::sum));
    forget();
    shrink();
  }

  void writeTo(StateOutput out) {
    long[] hashes = seen.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
    out.writeInt(zeroBits).writeLongs(hashes);
    out.writeInts(Arrays.stream(hashes).mapToInt(hash -> seen.getOrDefault(hash, 0)).toArray());
  }

  static DuplicateSketch readFrom(StateInput in) {
    DuplicateSketch sketch = new DuplicateSketch();
    sketch.zeroBits = in.readSize();
    long[] hashes = in.readLongs();
    int[] counts = in.readInts();
    in.require(counts.length == hashes.length && hashes.length <= CAPACITY);
    for (int i = 0; i < hashes.length; i++) {
      sketch.seen.put(hashes[i], counts[i]);
      sketch.counted += counts[i];
    }
    return sketch;
  }

  private boolean kept(long hash) {
    return Long.numberOfTrailingZeros(hash) >= zeroBits;
  }

  /** Share of samples that are copies of an earlier one, in [0, 1). */
  public double share() {
    return counted == 0 ? 0 : 1 - (double) seen.size() / counted;
  }

  /** Whether there were several samples and all of them the same. */
  public boolean allEqual() {
    return exact() && seen.size() == 1 && counted > 1;
  }

  /** Whether every sample was counted, so that the share is no estimate. */
  public boolean exact() {
    return zeroBits == 0;
  }
}
