package org.liegg.data.content;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.liegg.api.BatchStream;
import org.liegg.api.DataException;
import org.liegg.api.Dataset;
import org.liegg.api.Warning;
import org.liegg.api.spi.support.RowAccess;
import org.liegg.data.spi.TableContent;
import org.liegg.data.support.BatchValues;
import org.liegg.data.support.Faults;
import org.liegg.data.support.RowSkipping;
import org.liegg.data.support.TableColumns;
import org.liegg.data.text.SkippedRows;

/** Samples in a table whose columns have types; rows that lack a value are skipped. */
public final class TableDataset extends SourceDataset implements RowSkipping, RowAccess {
  private static final int MOST = 12;

  private final TableContent table;
  private final TableColumns columns;
  private final boolean skips;
  private final RowSpan span;
  private final SkippedRows skipped = new SkippedRows();

  /**
   * The columns that are read.
   *
   * @param skips whether rows that lack a value are skipped, and no error
   * @throws DataException {@code LIEGG-DATA-TEXT} if one of them holds no numbers
   */
  public TableDataset(Source source, TableContent table, TableColumns columns, boolean skips) {
    this(source, table, columns, skips, RowSpan.ALL);
  }

  private TableDataset(
      Source source, TableContent table, TableColumns columns, boolean skips, RowSpan span) {
    super(source);
    this.span = span;
    this.table = table;
    this.columns = columns;
    this.skips = skips;
    requireNumbers();
  }

  private void requireNumbers() {
    List<Integer> others =
        columns.read().stream()
            .filter(column -> table.columns().get(column).objection().isPresent())
            .toList();
    if (others.isEmpty()) {
      return;
    }
    String found =
        others.stream()
            .limit(MOST)
            .map(column -> "%s is %s".formatted(columns.called(column), objection(column)))
            .collect(Collectors.joining(", "));
    String more = others.size() > MOST ? " and %d more".formatted(others.size() - MOST) : "";
    String option =
        others.stream().limit(MOST).map(columns::option).collect(Collectors.joining(","));
    throw new DataException(
        "LIEGG-DATA-TEXT",
        source.subject(),
        found + more,
        others.size() == columns.read().size()
            ? "choose columns of numbers with --columns"
            : "leave out with --exclude %s, or choose columns of numbers with --columns"
                .formatted(option));
  }

  private String objection(int column) {
    return table.columns().get(column).objection().orElseThrow();
  }

  @Override
  public Dataset refusingMissing() {
    return new TableDataset(source, table, columns, false, span);
  }

  @Override
  public int columns() {
    return columns.read().size();
  }

  @Override
  public List<String> columnNames() {
    return columns.readNames();
  }

  @Override
  public List<Warning> warnings() {
    return skipped.warning(source.subject() + span.named()).stream().toList();
  }

  /** Rows that lack a value are no samples, and how many those are the file does not say. */
  @Override
  public OptionalLong samples() {
    return OptionalLong.empty();
  }

  @Override
  public OptionalLong rows() {
    return table.rows();
  }

  @Override
  public Dataset rows(long from, long to) {
    return new TableDataset(source, table, columns, skips, new RowSpan(from, to));
  }

  @Override
  public BatchStream batches(int batchSize, long limit) {
    BatchValues.requireBatchSize(source.subject(), batchSize);
    try {
      return new TableStream(
          source.subject(),
          new TableStream.Rows(table.open(columns.read(), span.from()), span),
          columns,
          skips,
          skipped,
          batchSize,
          limit);
    } catch (IOException e) {
      throw Faults.reading(source.subject(), e);
    }
  }
}
