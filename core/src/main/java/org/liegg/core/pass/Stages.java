package org.liegg.core.pass;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Time by stage of one extraction. Stages that run on several threads at once add up, so that only
 * the total is always wall time. Safe for use by many threads.
 */
public final class Stages {
  private static final double NANOS = 1e-9;

  private final long started = System.nanoTime();
  private final Map<String, Double> seconds = new LinkedHashMap<>();

  /** No time yet in any of these. */
  public Stages(String... names) {
    for (String name : names) {
      seconds.put(name, 0.0);
    }
  }

  /** Does work and adds its time to a stage; what the work gives. */
  public <T> T time(String stage, Supplier<T> work) {
    long from = System.nanoTime();
    try {
      return work.get();
    } finally {
      add(stage, (System.nanoTime() - from) * NANOS);
    }
  }

  /** Does work and adds its time to a stage. */
  public void run(String stage, Runnable work) {
    long from = System.nanoTime();
    try {
      work.run();
    } finally {
      add(stage, (System.nanoTime() - from) * NANOS);
    }
  }

  private synchronized void add(String stage, double more) {
    seconds.merge(stage, more, Double::sum);
  }

  /** The stages in the order they were named, and the total since the start. */
  public synchronized Map<String, Double> seconds() {
    Map<String, Double> all = new LinkedHashMap<>(seconds);
    all.put("total", (System.nanoTime() - started) * NANOS);
    return all;
  }
}
