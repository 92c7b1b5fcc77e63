package org.liegg.api.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How to repeat the result.
 *
 * @param environment where it ran
 * @param seed of everything random
 * @param options what was asked for
 * @param run how it went
 */
public record Provenance(Environment environment, long seed, Map<String, String> options, Run run) {

  /**
   * Where it ran.
   *
   * @param version of this software
   * @param java version of the Java virtual machine
   * @param os name, version and architecture of the operating system
   * @param cpu processors and their model
   */
  public record Environment(String version, String java, String os, String cpu) {}

  /**
   * How it went.
   *
   * @param startedAt ISO 8601, UTC
   * @param seconds wall time by stage: read, gradient, polarize, decompose, evidence, total, and
   *     finite, stability and where if those were tried
   * @param peakMemoryBytes largest resident set of the process so far; of the heap where the
   *     operating system does not tell
   */
  public record Run(String startedAt, Map<String, Double> seconds, long peakMemoryBytes) {

    /** Keeps the order of the stages. */
    public Run {
      seconds = Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
    }
  }

  /** Keeps the order of the options. */
  public Provenance {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }

  /** The same with one more stage, after all others. */
  public Provenance with(String stage, double taken) {
    Map<String, Double> seconds = new LinkedHashMap<>(run.seconds());
    seconds.merge(stage, taken, Double::sum);
    seconds.merge("total", taken, Double::sum);
    return new Provenance(
        environment, seed, options, new Run(run.startedAt(), seconds, run.peakMemoryBytes()));
  }

  /** Version of this software. */
  public String version() {
    return environment.version();
  }

  /** Version of the Java virtual machine. */
  public String java() {
    return environment.java();
  }

  /** Name, version and architecture of the operating system. */
  public String os() {
    return environment.os();
  }

  /** Processors and their model. */
  public String cpu() {
    return environment.cpu();
  }

  /** ISO 8601, UTC. */
  public String startedAt() {
    return run.startedAt();
  }

  /** Wall time by stage. */
  public Map<String, Double> seconds() {
    return run.seconds();
  }

  /** Largest resident set of the process so far, see {@link Run}. */
  public long peakMemoryBytes() {
    return run.peakMemoryBytes();
  }
}
