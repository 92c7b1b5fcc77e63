package org.liegg.core.integrals;

import java.util.List;
import java.util.Optional;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;

/**
 * The conserved quantities that were found.
 *
 * @param integrals smallest defect first
 * @param independent how many of them are functionally independent: the rank of their gradients at
 *     the samples
 * @param functions among which they were looked for
 * @param report of the extraction, with the gradients of the functions as fields
 * @param objection why the samples say nothing of it, where they do not
 */
public record FoundIntegrals(
    List<Integral> integrals,
    int independent,
    CandidateFunctions functions,
    SymmetryReport report,
    Optional<String> objection) {

  /** Copies the list. */
  public FoundIntegrals {
    integrals = List.copyOf(integrals);
  }

  /** Whether something is conserved. */
  public Verdict verdict() {
    if (objection.isPresent()) {
      return Verdict.INSUFFICIENT_EVIDENCE;
    }
    return report.nullspace().verdict();
  }
}
