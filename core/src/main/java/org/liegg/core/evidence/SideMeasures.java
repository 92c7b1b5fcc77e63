package org.liegg.core.evidence;

import java.util.List;
import java.util.Optional;
import org.liegg.metrics.HeldOutMeasure;

/**
 * What the measuring half says beside the defects of the chosen directions.
 *
 * @param outputs the chosen directions for each single output, where outputs are kept apart
 * @param insensitive the input directions that the choosing half called insensitive
 * @param medians of each chosen direction, see {@link org.liegg.api.report.DefectMeasure}
 */
record SideMeasures(
    List<HeldOutMeasure> outputs,
    Optional<HeldOutMeasure> insensitive,
    Optional<double[]> medians) {
  static final SideMeasures NOTHING =
      new SideMeasures(List.of(), Optional.empty(), Optional.empty());
}
