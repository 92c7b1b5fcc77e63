package org.liegg.core.family;

import java.util.ArrayList;
import java.util.List;

/**
 * On how many samples elements are measured until the answer is certain. Whoever looks several
 * times and stops when it suits errs more often than with one look, so all looks share one chance:
 * the last one has half of it, the earlier ones the rest in equal parts (alpha spending; Lan and
 * DeMets, "Discrete sequential boundaries for clinical trials", Biometrika 70, 1983). The sum of
 * their chances bounds the error whatever the looks have to do with each other.
 *
 * @param sizes samples of every look, ascending; the last takes all
 */
public record SampleStages(List<Integer> sizes) {
  /** Of a bound on one side, all looks together. */
  public static final double CHANCE = 0.025;

  private static final int FIRST = 256;
  private static final int FACTOR = 4;

  /** Keeps a copy of the list. */
  public SampleStages {
    sizes = List.copyOf(sizes);
  }

  /** The looks at so many samples, each at four times as many as the one before. */
  public static SampleStages of(int samples) {
    List<Integer> sizes = new ArrayList<>();
    for (long size = FIRST; 2 * size <= samples; size *= FACTOR) {
      sizes.add((int) size);
    }
    sizes.add(samples);
    return new SampleStages(sizes);
  }

  /** How many looks there are. */
  public int count() {
    return sizes.size();
  }

  /** Whether a look takes all samples. */
  public boolean last(int look) {
    return look == sizes.size() - 1;
  }

  /** The chance on one side that a look may take. */
  public double chance(int look) {
    if (sizes.size() == 1) {
      return CHANCE;
    }
    return last(look) ? CHANCE / 2 : CHANCE / 2 / (sizes.size() - 1);
  }
}
