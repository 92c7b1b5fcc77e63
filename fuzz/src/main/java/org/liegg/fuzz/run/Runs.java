package org.liegg.fuzz.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Runs over targets, watched for inputs that are read for ever. */
public final class Runs {
  /** Against endless loops; says nothing of speed. Most inputs take a thousandth of a second. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** What a thread gets where nobody asks for more, in bytes. */
  private static final long STACK = 1L << 20;

  private Runs() {}

  /**
   * Reads inputs {@code from} to {@code to - 1} of a seed. If one does not end, it is the last
   * fault, its thread is left behind, and the inputs after it are not read.
   */
  public static Outcome over(FuzzTarget target, long seed, long from, long to) {
    Fuzzing fuzzing = new Fuzzing(target, seed, from, to);
    Thread thread = new Thread(null, fuzzing, "fuzz-" + target.name(), STACK);
    thread.setDaemon(true);
    thread.start();
    while (true) {
      try {
        thread.join(500);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
      if (!thread.isAlive()) {
        return fuzzing.outcome();
      }
      if (fuzzing.waiting() > PATIENCE.toNanos()) {
        return endless(target, seed, from, fuzzing.stuck(thread));
      }
    }
  }

  private static Outcome endless(FuzzTarget target, long seed, long from, Fault fault) {
    List<Fault> faults = new ArrayList<>(List.of(fault));
    return new Outcome(
        target.name(), seed, fault.number() - from + 1, 0, new TreeMap<>(), faults, 1);
  }
}
