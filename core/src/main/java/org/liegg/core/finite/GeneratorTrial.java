package org.liegg.core.finite;

import java.util.ArrayList;
import java.util.List;
import org.liegg.api.report.BreakingSample;
import org.liegg.api.report.FiniteCheck;

/**
 * Results of the finite transformations of one generator.
 *
 * @param checks at every length that could be tried
 * @param mismatches those that gradients at the samples do not predict, which is no matter of
 *     rounding
 * @param breaking the samples that it changes most, if it was asked for these
 * @param incomplete what could not be tried, in words
 */
record GeneratorTrial(
    List<FiniteCheck> checks,
    List<FiniteCheck> mismatches,
    List<BreakingSample> breaking,
    List<String> incomplete) {

  static GeneratorTrial empty() {
    return new GeneratorTrial(
        new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  /** Adds what another generator gave. */
  void add(GeneratorTrial other) {
    checks.addAll(other.checks);
    mismatches.addAll(other.mismatches);
    breaking.addAll(other.breaking);
    incomplete.addAll(other.incomplete);
  }
}
