package org.liegg.core.transformation;

import java.util.Arrays;
import org.liegg.core.samples.BlockedSamples;

/**
 * For every sample, others of its block: what a transformation displaces those by has nothing to do
 * with where this one is.
 *
 * @param of of each sample, one for every round; −1 for a sample that has none
 */
record Donors(int[][] of) {

  /**
   * So many of each, another unit's each; the same again where a block has no more.
   *
   * @param rounds how many, ≥ 1
   */
  static Donors of(BlockedSamples samples, int rounds) {
    int[][] members = members(samples);
    int[][] donors = new int[rounds][samples.count()];
    for (int[] block : members) {
      for (int place = 0; place < block.length; place++) {
        int step = 0;
        for (int round = 0; round < rounds; round++) {
          step = next(samples, block, place, step);
          donors[round][block[place]] = step < 0 ? -1 : block[(place + step) % block.length];
        }
      }
    }
    return new Donors(donors);
  }

  /** How many steps ahead the next one of another unit is; −1 where there is none. */
  private static int next(BlockedSamples samples, int[] block, int place, int from) {
    long mine = samples.units()[block[place]];
    for (int more = 1; more < block.length + 1; more++) {
      int step = (from + more) % block.length;
      if (samples.units()[block[(place + step) % block.length]] != mine) {
        return step;
      }
    }
    return -1;
  }

  private static int[][] members(BlockedSamples samples) {
    int[] sizes = new int[BlockedSamples.BLOCKS];
    for (int block : samples.blocks()) {
      sizes[block]++;
    }
    int[][] members = new int[sizes.length][];
    for (int j = 0; j < sizes.length; j++) {
      members[j] = new int[sizes[j]];
    }
    Arrays.fill(sizes, 0);
    for (int n = 0; n < samples.count(); n++) {
      int block = samples.blocks()[n];
      members[block][sizes[block]++] = n;
    }
    return members;
  }

  int rounds() {
    return of.length;
  }

  /** Whether a sample has one. */
  boolean has(int sample) {
    return of[0][sample] >= 0;
  }

  /**
   * Every sample's row replaced by that of its donor, less a row that all have in common.
   *
   * @param rows {@code samples × width}
   * @param centre one row
   */
  double[] rows(int round, double[] rows, double[] centre) {
    int width = centre.length;
    double[] found = new double[rows.length];
    for (int n = 0; n < of[round].length; n++) {
      int donor = of[round][n];
      for (int i = 0; i < width && donor >= 0; i++) {
        found[n * width + i] = rows[donor * width + i] - centre[i];
      }
    }
    return found;
  }
}
