package org.liegg.core.slices;

import java.util.List;

/**
 * Samples in slices.
 *
 * @param by what, as it was asked for
 * @param how quantiles, values, decisions or clusters
 * @param names of the slices
 * @param of which slice every sample is in, from 0
 */
public record Slices(String by, String how, List<String> names, int[] of) {

  /** Copies the list. */
  public Slices {
    names = List.copyOf(names);
  }

  /** Which samples a slice has. */
  public boolean[] members(int slice) {
    boolean[] members = new boolean[of.length];
    for (int n = 0; n < of.length; n++) {
      members[n] = of[n] == slice;
    }
    return members;
  }
}
