package org.liegg.study;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What came out of a study.
 *
 * @param spec the study
 * @param described the study as its results depend on it: files by their hashes
 * @param cells in the order of the grid
 * @param correlations of symmetry with accuracy and size
 */
public record StudyResult(
    StudySpec spec, ObjectNode described, List<CellResult> cells, List<Correlation> correlations) {

  static StudyResult of(StudySpec spec, ObjectNode described, List<CellResult> cells) {
    return new StudyResult(spec, described, List.copyOf(cells), Correlations.of(cells));
  }
}
