package org.liegg.core.samples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.liegg.api.Batch;
import org.liegg.api.spi.support.StateInput;
import org.liegg.api.spi.support.StateOutput;

/**
 * Some of the samples, each with the same chance: those of the smallest keys, a key being a random
 * number that the part and the row of a sample make (Cohen and Kaplan, "Summarizing Data using
 * Bottom-k Sketches", PODC 2007). So what is drawn of all samples is drawn of what was drawn of
 * each part, in any order. The order of the samples is that of their keys, which is random.
 */
final class KeyedSamples {
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private final int columns;
  private final int capacity;
  private final long seed;
  private final TreeMap<Key, double[]> held = new TreeMap<>();

  /** Where a sample is, in the order of its key. */
  private record Key(long key, int part, long row) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byKey = Long.compareUnsigned(key, other.key);
      int byPart = byKey != 0 ? byKey : Integer.compare(part, other.part);
      return byPart != 0 ? byPart : Long.compare(row, other.row);
    }
  }

  /**
   * None.
   *
   * @param capacity samples that are kept, ≥ 1
   * @param seed of the keys
   */
  KeyedSamples(int columns, int capacity, long seed) {
    this.columns = columns;
    this.capacity = capacity;
    this.seed = seed;
  }

  /** Takes note of a sample. */
  void add(int part, long row, Batch batch, int at) {
    Key key = new Key(mixed(mixed(seed + STEP * (part + 1)) + STEP * (row + 1)), part, row);
    if (held.size() < capacity || key.compareTo(held.lastKey()) < 0) {
      int from = at * columns;
      put(key, Arrays.copyOfRange(batch.values(), from, from + columns));
    }
  }

  private void put(Key key, double[] values) {
    held.put(key, values);
    if (held.size() > capacity) {
      held.pollLastEntry();
    }
  }

  /** The finaliser of SplitMix64. */
  private static long mixed(long bits) {
    long hash = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    hash = (hash ^ (hash >>> 27)) * 0x94D049BB133111EBL;
    return hash ^ (hash >>> 31);
  }

  /** Takes note of what was drawn of other parts. */
  void merge(KeyedSamples other) {
    other.held.forEach(this::put);
  }

  /** The first of them. */
  Batch batch(int count) {
    int rows = Math.min(count, held.size());
    double[] values = new double[rows * columns];
    int n = 0;
    for (double[] sample : new ArrayList<>(held.values()).subList(0, rows)) {
      System.arraycopy(sample, 0, values, n * columns, columns);
      n++;
    }
    return new Batch(rows, columns, values);
  }

  /** All of them. */
  Batch batch() {
    return batch(held.size());
  }

  /**
   * Where the first of them are in the data.
   *
   * @param before how many samples are before a part
   */
  long[] places(int count, ToLongFunction<Integer> before) {
    return held.keySet().stream()
        .limit(count)
        .mapToLong(key -> before.applyAsLong(key.part) + key.row)
        .toArray();
  }

  void writeTo(StateOutput out) {
    out.writeInt(capacity).writeLong(seed).writeInt(held.size());
    for (Map.Entry<Key, double[]> sample : held.entrySet()) {
      Key key = sample.getKey();
      out.writeLong(key.key).writeInt(key.part).writeLong(key.row).writeDoubles(sample.getValue());
    }
  }

  static KeyedSamples readFrom(StateInput in, int columns) {
    KeyedSamples samples = new KeyedSamples(columns, in.readSize(), in.readLong());
    int count = in.readSize();
    in.require(count <= samples.capacity);
    for (int n = 0; n < count; n++) {
      Key key = new Key(in.readLong(), in.readInt(), in.readLong());
      samples.held.put(key, in.readDoubles(columns));
    }
    in.require(samples.held.size() == count);
    return samples;
  }
}
