package org.liegg.study.result;

import java.util.List;
import java.util.Map;
import org.liegg.study.spec.StudySpec;

/**
 * What came out of a study.
 *
 * @param spec the study
 * @param sources SHA-256 of every file that samples were read from, by its role ({@code inputs},
 *     {@code targets})
 * @param cells in the order of the grid
 * @param correlations of symmetry with accuracy and size
 */
public record StudyResult(
    StudySpec spec,
    Map<String, String> sources,
    List<CellResult> cells,
    List<Correlation> correlations) {

  /** Keeps copies. */
  public StudyResult {
    sources = Map.copyOf(sources);
    cells = List.copyOf(cells);
    correlations = List.copyOf(correlations);
  }

  public static StudyResult of(
      StudySpec spec, Map<String, String> sources, List<CellResult> cells) {
    return new StudyResult(spec, sources, cells, Correlations.of(cells));
  }
}
