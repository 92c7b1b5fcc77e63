package org.liegg.study.task;

/** Seeds for different uses from one, so that no two uses draw the same numbers. */
public final class Seeds {

  private Seeds() {}

  public static long of(long seed, String use) {
    long mixed = seed * 0x9E3779B97F4A7C15L + use.hashCode();
    // The finalizer of SplitMix64.
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  public static long of(long seed, String use, int number) {
    return of(of(seed, use) + number, use);
  }
}
