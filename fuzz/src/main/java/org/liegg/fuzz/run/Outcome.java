package org.liegg.fuzz.run;

import java.util.List;
import java.util.SortedMap;

/**
 * What a run over one target found.
 *
 * @param target the target
 * @param seed of the run
 * @param inputs how many were read
 * @param answered how many of them were read to their end
 * @param refused how many were refused, by code
 * @param faults the first of every kind
 * @param faulty how many inputs broke a promise
 */
public record Outcome(
    String target,
    long seed,
    long inputs,
    long answered,
    SortedMap<String, Long> refused,
    List<Fault> faults,
    long faulty) {

  /** One line: counts, and the codes with which inputs were refused. */
  public String summary() {
    long no = refused.values().stream().mapToLong(Long::longValue).sum();
    return "%-20s seed %d: %d inputs, %d answered, %d refused, %d faults of %d kinds %s"
        .formatted(target, seed, inputs, answered, no, faulty, faults.size(), refused);
  }
}
