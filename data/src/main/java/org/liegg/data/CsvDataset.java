package org.liegg.data;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.liegg.api.BatchStream;
import org.liegg.api.DataException;
import org.liegg.api.Warning;
import org.liegg.data.support.BatchValues;
import org.liegg.data.support.Digests;
import org.liegg.data.support.Faults;
import org.liegg.data.support.RowSkipping;
import org.liegg.data.support.TableColumns;
import org.liegg.data.support.TextColumns;
import org.liegg.data.text.CsvRow;
import org.liegg.data.text.SkippedRows;

/** Samples in a .csv file; how many, only reading it to the end can tell. */
final class CsvDataset extends FileDataset implements RowSkipping {

  private final CsvDialect dialect;
  private final SkippedRows skipped = new SkippedRows();

  private CsvDataset(ByteSource source, CsvDialect dialect, Supplier<String> digest) {
    super(source, digest);
    this.dialect = dialect;
  }

  /**
   * Looks at the first rows.
   *
   * @param head the first bytes
   * @throws DataException if there is no sample, the chosen columns are not there, or a column of
   *     the first sample is text
   */
  static CsvDataset open(ByteSource source, byte[] head, DataOptions options) {
    char delimiter =
        CsvDialect.delimiter(options.delimiter(), new String(head, StandardCharsets.UTF_8));
    try (CsvRows rows = new CsvRows(source, delimiter)) {
      CsvRow first =
          rows.next().orElseThrow(() -> Faults.empty(source.subject(), "it has no rows"));
      boolean header = CsvDialect.header(options.header(), delimiter, first.cells());
      Optional<CsvRow> sample = header ? rows.next() : Optional.of(first);
      if (sample.isEmpty()) {
        throw Faults.empty(
            source.subject(), "it has a header (line %d) and no samples".formatted(first.line()));
      }
      int all = first.cells().size();
      List<String> names = names(header ? first.cells() : rows.comment(), all);
      TableColumns columns =
          new ColumnSelection(source.subject(), names, all).read(options.columns());
      new TextColumns(source.subject(), columns, delimiter).requireNone(sample.get());
      return new CsvDataset(
          source,
          new CsvDialect(delimiter, header, columns, options.missing()),
          Digests.ofFile(source.path()));
    }
  }

  private static List<String> names(List<String> cells, int all) {
    return cells.size() == all ? cells.stream().map(String::strip).toList() : List.of();
  }

  @Override
  public CsvDataset refusingMissing() {
    return new CsvDataset(source(), dialect.refusingMissing(), digest());
  }

  @Override
  public int columns() {
    return dialect.columns().read().size();
  }

  @Override
  public List<String> columnNames() {
    return dialect.columns().readNames();
  }

  @Override
  public List<Warning> warnings() {
    return skipped.warning(source().subject()).stream().toList();
  }

  @Override
  public OptionalLong samples() {
    return OptionalLong.empty();
  }

  @Override
  public BatchStream batches(int batchSize, long limit) {
    BatchValues.requireBatchSize(source().subject(), batchSize);
    return new CsvStream(source(), dialect, skipped, batchSize, limit);
  }
}
