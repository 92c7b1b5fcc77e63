package org.liegg.data;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.DataException;

/** A pass over the rows of a .csv file. */
final class CsvStream implements BatchStream {

  private final ByteSource source;
  private final CsvDialect dialect;
  private final int batchSize;
  private final long limit;
  private final CsvRows rows;
  private long row;
  private int proven;
  private boolean headerAhead;
  private boolean closed;

  CsvStream(ByteSource source, CsvDialect dialect, int batchSize, long limit) {
    this.source = source;
    this.dialect = dialect;
    this.batchSize = batchSize;
    this.limit = limit;
    this.headerAhead = dialect.header();
    this.rows = new CsvRows(source, dialect.delimiter());
  }

  @Override
  public Optional<Batch> next() {
    if (closed) {
      throw new IllegalStateException("this pass over " + source.path() + " is closed");
    }
    if (headerAhead) {
      headerAhead = false;
      rows.next();
    }
    int columns = dialect.columns();
    int most = (int) Math.min(batchSize, limit - row);
    int expected = (int) Math.min((long) most * columns, BatchValues.MOST);
    BatchValues values = new BatchValues(columns, expected, proven);
    int count = 0;
    while (count < most) {
      Optional<CsvRecord> next = rows.next();
      if (next.isEmpty()) {
        break;
      }
      int length = BatchValues.length(source.subject(), count + 1, columns);
      parse(next.get(), values.upTo(length), length - columns);
      count++;
      row++;
    }
    proven = Math.max(proven, count * columns);
    return count == 0 ? Optional.empty() : Optional.of(values.batch(count));
  }

  private void parse(CsvRecord cells, double[] to, int offset) {
    int columns = dialect.columns();
    if (cells.getFieldCount() != columns) {
      throw new DataException(
          "LIEGG-DATA-RAGGED",
          source.subject(),
          "line %d has %d cells, the first row has %d"
              .formatted(CsvDataset.line(cells), cells.getFieldCount(), columns),
          "make the rows equally long (or name the delimiter)");
    }
    for (int c = 0; c < columns; c++) {
      double value;
      try {
        value = CsvNumber.parse(cells.getField(c));
      } catch (NumberFormatException e) {
        throw notNumeric(cells, c);
      }
      if (!Double.isFinite(value)) {
        String where = "; line %d of the file".formatted(CsvDataset.line(cells));
        throw Finite.fault(source.subject(), row + 1, c + 1, where, value);
      }
      to[offset + c] = value;
    }
  }

  private DataException notNumeric(CsvRecord cells, int column) {
    return new DataException(
        "LIEGG-DATA-CELL",
        source.subject(),
        "line %d, column %d: %s is not a number"
            .formatted(CsvDataset.line(cells), column + 1, Words.quoted(cells.getField(column))),
        "cells must be decimal numbers with a point, separated by comma, semicolon or tab;"
            + " remove or impute missing values");
  }

  @Override
  public void close() {
    closed = true;
    rows.close();
  }
}
