package org.liegg.core.memory;

/** How many samples to hold at a time, where the user does not say. */
public final class BatchSizes {
  /** Jacobians and rows of one batch stay within this many doubles each: 16 MB. */
  private static final long DOUBLES = 2L << 20;

  private static final long LARGEST = 2048;

  private BatchSizes() {}

  /** The automatic batch size for k outputs, d inputs and m fields; at least 1. */
  public static int automatic(int outputs, int inputs, int fields) {
    long perSample = (long) Math.max(1, outputs) * Math.max(1, Math.max(inputs, fields));
    return (int) Math.max(1, Math.min(LARGEST, DOUBLES / perSample));
  }
}
