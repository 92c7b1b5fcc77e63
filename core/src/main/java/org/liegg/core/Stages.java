package org.liegg.core;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Wall time by stage of one extraction; confined to one thread. */
final class Stages {
  private static final double NANOS = 1e-9;

  private final long started = System.nanoTime();
  private final Map<String, Double> seconds = new LinkedHashMap<>();

  Stages(String... names) {
    for (String name : names) {
      seconds.put(name, 0.0);
    }
  }

  <T> T time(String stage, Supplier<T> work) {
    long from = System.nanoTime();
    try {
      return work.get();
    } finally {
      seconds.merge(stage, (System.nanoTime() - from) * NANOS, Double::sum);
    }
  }

  /** The stages in the order they were named, and the total since the start. */
  Map<String, Double> seconds() {
    Map<String, Double> all = new LinkedHashMap<>(seconds);
    all.put("total", (System.nanoTime() - started) * NANOS);
    return all;
  }
}
