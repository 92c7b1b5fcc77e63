package org.liegg.groups.field;

import org.liegg.api.ActionException;

/**
 * How large an action may be before building its fields would exhaust memory. What an action would
 * take is computed before anything of it is built, in arithmetic that does not overflow.
 */
public final class ActionLimits {
  /** Entries of all A_a together; 16 bytes each, so the largest family takes 256 MiB. */
  public static final int MAX_ENTRIES = 1 << 24;

  /** Candidate fields; one direction in as many takes 16 MiB, and a spectrum is of many. */
  static final int MAX_UNKNOWNS = 1 << 21;

  /** Bytes of an entry: while it is collected, in its term, and in the whole. */
  private static final long ENTRY_BYTES = 3 * 16;

  /** Bytes of what a field has beside its entries: its name and its place. */
  private static final long FIELD_BYTES = 96;

  private static final String CODE = "LIEGG-ACTION-ARGUMENT";
  private static final String SMALLER =
      "name a smaller group, or copies of one on blocks of the input";

  private ActionLimits() {}

  /** The product of counts; of more than fit a long, the largest long. */
  public static long times(long... counts) {
    long product = 1;
    for (long count : counts) {
      if (count == 0) {
        return 0;
      }
      product = product > Long.MAX_VALUE / count ? Long.MAX_VALUE : product * count;
    }
    return product;
  }

  /**
   * The binomial coefficient {@code n + k over k}; of more than fit a long, the largest long.
   *
   * @param n not negative
   * @param k not negative
   */
  public static long choose(long n, long k) {
    long smaller = Math.min(n, k);
    long larger = Math.max(n, k);
    long value = 1;
    for (long i = 1; i <= smaller; i++) {
      long next = times(value, larger + i);
      if (next == Long.MAX_VALUE) {
        return next;
      }
      value = next / i;
    }
    return value;
  }

  /**
   * The number of entries of a family of fields as an int, where there is memory for them.
   *
   * @param unknowns number of fields
   * @param entries of all of them
   * @throws ActionException if either is more than can be built
   */
  public static int entries(String spec, long unknowns, long entries) {
    return entries(spec, unknowns, entries, SMALLER);
  }

  /** The same, with what to do in place of it. */
  public static int entries(String spec, long unknowns, long entries, String remedy) {
    int count = size(spec, "field entries", entries, remedy);
    if (unknowns > MAX_UNKNOWNS) {
      throw refused(
          spec,
          "it has %s unknowns, at most %d can be looked for"
              .formatted(text(unknowns), MAX_UNKNOWNS),
          remedy);
    }
    long needed = (entries * ENTRY_BYTES + unknowns * FIELD_BYTES) >> 20;
    long heap = Runtime.getRuntime().maxMemory() >> 20;
    if (needed > heap / 2) {
      throw refused(
          spec,
          "its %d unknowns of %d entries need %d MB, half of the Java heap of %d MB is there for them"
              .formatted(unknowns, entries, needed, heap),
          "give more memory, e.g. LIEGG_JAVA_OPTS=-Xmx%dm, or %s"
              .formatted(2 * needed + 1, remedy));
    }
    return count;
  }

  /**
   * A size as an int.
   *
   * @param what the action has so many of, as the error says it
   * @throws ActionException if it is more than can be built
   */
  public static int size(String spec, String what, long size) {
    return size(spec, what, size, SMALLER);
  }

  /** The same, with what to do in place of it. */
  public static int size(String spec, String what, long size, String remedy) {
    if (size > MAX_ENTRIES) {
      throw refused(
          spec,
          "it has %s %s, at most %d can be built".formatted(text(size), what, MAX_ENTRIES),
          remedy);
    }
    return (int) size;
  }

  private static String text(long size) {
    return size == Long.MAX_VALUE ? "more than 9 · 10^18" : Long.toString(size);
  }

  private static ActionException refused(String spec, String found, String remedy) {
    return new ActionException(CODE, "'%s'".formatted(spec), found, remedy);
  }
}
