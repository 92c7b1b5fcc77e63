package org.liegg.cli.base;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liegg.data.ColumnChoice;
import org.liegg.data.DataOptions;
import org.liegg.data.scaling.StandardizationSource;
import picocli.CommandLine.Option;

/** The options that say what the cells of a table are to the model. */
public final class TableOptions {
  /** Asked for in place of a file, the samples themselves are measured. */
  private static final String FIT = "fit";

  @Option(
      names = "--columns",
      paramLabel = "COLUMNS",
      description = {
        "Which columns of a table or an array of two axes are the model's inputs, in their order:"
            + " numbers from 1, ranges, or names of a table, e.g. '2-8' or 'age,height,5'. Default:"
            + " all."
      })
  private @Nullable String columns;

  @Option(
      names = "--exclude",
      paramLabel = "COLUMNS",
      description = "Columns that are no inputs, e.g. 'label' or '1,label'.")
  private @Nullable String excluded;

  @Option(
      names = "--standardize",
      paramLabel = "FILE|fit",
      description = {
        "The model was trained on standardised inputs, and --data holds them raw: F(x) = model((x -"
            + " mean)/std). FILE: mean and standard deviation as two rows (.npy, .csv) or as JSON,"
            + " {\"mean\": [..], \"std\": [..]}. fit: those of the samples."
      })
  private @Nullable String standardize;

  /** As nobody has said anything yet. */
  public TableOptions() {}

  /** How a table is read. */
  public DataOptions reading() {
    DataOptions reading = DataOptions.defaults();
    if (columns == null && excluded == null) {
      return reading;
    }
    ColumnChoice choice = ColumnChoice.all();
    choice = columns == null ? choice : choice.taking(columns);
    choice = excluded == null ? choice : choice.leaving(excluded);
    return reading.withColumns(choice);
  }

  /** By what the model's inputs are standardised. */
  public Optional<StandardizationSource> standardizing() {
    return Optional.ofNullable(standardize)
        .map(
            by ->
                by.equals(FIT)
                    ? StandardizationSource.samples()
                    : StandardizationSource.of(Path.of(by)));
  }
}
