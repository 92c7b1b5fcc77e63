package org.liegg.core;

import org.liegg.api.report.SymmetryReport;
import org.liegg.core.parts.PartPlan;

/** What comes of a round once all of its parts are merged. */
public sealed interface PartStep {

  /**
   * Another round.
   *
   * @param plan to be given to every part
   */
  record Next(PartPlan plan) implements PartStep {}

  /**
   * The end.
   *
   * @param report of all samples
   */
  record Done(SymmetryReport report) implements PartStep {}
}
