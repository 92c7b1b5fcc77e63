package org.liegg.app;

import java.util.List;
import java.util.OptionalInt;
import org.liegg.api.DataException;
import org.liegg.api.Dataset;
import org.liegg.core.settings.ExtractionSettings;
import org.liegg.core.settings.Locating;
import org.liegg.core.settings.Slicing;
import org.liegg.data.ColumnChoice;
import org.liegg.data.DataOptions;

/**
 * Slices by columns of a table that are no values of a sample, as a label that was left out: they
 * are read from the same file.
 */
final class SliceColumns {

  private SliceColumns() {}

  /** The settings of a request, with such columns in place of their names. */
  static ExtractionSettings of(ExtractionRequest request, Dataset data) {
    Locating asked = request.settings().locating();
    if (asked.slices().isEmpty()
        || !(request.samples().varying() instanceof SampleSource.File file)
        || file.reading().columns().isEmpty()) {
      return request.settings();
    }
    List<Slicing> slices =
        asked.slices().stream()
            .map(
                slicing ->
                    slicing instanceof Slicing.Column column
                            && !data.columnNames().contains(column.name())
                        ? leftOut(column, file)
                        : slicing)
            .toList();
    return request
        .settings()
        .with(new Locating(slices, asked.region(), asked.beyond(), asked.layers()));
  }

  /** As it was, where the table has no such column either. */
  private static Slicing leftOut(Slicing.Column column, SampleSource.File file) {
    DataOptions alone =
        file.reading()
            .withColumns(ColumnChoice.all().taking(ColumnChoice.text(List.of(column.name()))))
            .withMissing(DataOptions.Missing.REFUSE);
    OptionalInt quantiles = column.quantiles();
    try {
      Dataset values = SampleSource.of(file.file(), alone).open();
      return new Slicing.Values(column.name(), values, quantiles);
    } catch (DataException e) {
      if (e.code().equals("LIEGG-DATA-COLUMN")) {
        return column;
      }
      throw e;
    }
  }
}
