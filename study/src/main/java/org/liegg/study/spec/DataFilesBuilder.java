package org.liegg.study.spec;

import java.nio.file.Path;
import java.util.Optional;
import org.liegg.data.ColumnChoice;
import org.liegg.data.scaling.StandardizationSource;
import org.liegg.study.network.DenseLoss;

/** The files of a study, as far as they have been named. */
final class DataFilesBuilder {
  private static final double TEST_SHARE = 0.2;

  Optional<Path> inputs = Optional.empty();
  Optional<Path> targets = Optional.empty();
  DenseLoss loss = DenseLoss.MEAN_SQUARED_ERROR;
  double testShare = TEST_SHARE;
  Optional<ColumnChoice> columns = Optional.empty();
  Optional<StandardizationSource> standardize = Optional.empty();

  /**
   * The files; empty where none is named.
   *
   * @param study its name
   * @throws StudyException with code {@code LIEGG-STUDY-DATA} if one of two is named, or none and
   *     how to read it
   */
  Optional<DataFiles> build(String study) {
    if (inputs.isPresent() && targets.isPresent()) {
      return Optional.of(
          new DataFiles(inputs.get(), targets.get(), loss, testShare, columns, standardize));
    }
    if (inputs.isPresent() || targets.isPresent()) {
      throw fault(
          study,
          inputs.isPresent() ? "it names inputs but no targets" : "it names targets but no inputs",
          "give both files");
    }
    if (columns.isPresent() || standardize.isPresent()) {
      throw fault(
          study,
          "it says how samples are read (%s), and names no files"
              .formatted(columns.isPresent() ? "columns, exclude" : "standardize"),
          "give data: {inputs: …, targets: …}, or leave that out");
    }
    return Optional.empty();
  }

  private static StudyException fault(String study, String found, String remedy) {
    return new StudyException("LIEGG-STUDY-DATA", "study " + study, found, remedy);
  }
}
