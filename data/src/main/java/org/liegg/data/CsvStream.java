package org.liegg.data;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.DataException;
import org.liegg.data.support.BatchValues;
import org.liegg.data.support.Faults;
import org.liegg.data.support.Finite;
import org.liegg.data.text.CsvNumber;
import org.liegg.data.text.CsvNumbers;
import org.liegg.data.text.CsvRow;
import org.liegg.data.text.SkippedRows;
import org.liegg.data.text.Words;

/** A pass over the rows of a .csv file. */
final class CsvStream implements BatchStream {

  private final ByteSource source;
  private final CsvDialect dialect;
  private final int batchSize;
  private final long limit;
  private final CsvRows rows;
  private final CsvNumbers numbers;
  private final SkippedRows skipped;
  private long lacking;
  private long row;
  private int proven;
  private boolean headerAhead;
  private boolean closed;

  /**
   * Starts before the first row.
   *
   * @param skipped hears of rows that lack a value
   */
  CsvStream(ByteSource source, CsvDialect dialect, SkippedRows skipped, int batchSize, long limit) {
    this.source = source;
    this.dialect = dialect;
    this.skipped = skipped;
    this.numbers = new CsvNumbers(dialect.delimiter());
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
    int columns = dialect.columns().read().size();
    int most = (int) Math.min(batchSize, limit - row);
    int expected = (int) Math.min((long) most * columns, BatchValues.MOST);
    BatchValues values = new BatchValues(columns, expected, proven);
    int count = 0;
    while (count < most) {
      Optional<CsvRow> next = complete();
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

  /** The next row that lacks no value. */
  private Optional<CsvRow> complete() {
    for (Optional<CsvRow> next = rows.next(); next.isPresent(); next = rows.next()) {
      CsvRow cells = next.get();
      requireWidth(cells);
      OptionalInt hole = hole(cells.cells());
      if (hole.isEmpty()) {
        return next;
      }
      pass(cells, hole.getAsInt());
    }
    if (row == 0 && lacking > 0 && limit > 0) {
      throw Faults.empty(source.subject(), "each of its %d rows lacks a value".formatted(lacking));
    }
    return Optional.empty();
  }

  private OptionalInt hole(List<String> cells) {
    for (int column : dialect.columns().read()) {
      if (CsvNumber.isMissing(cells.get(column))) {
        return OptionalInt.of(column);
      }
    }
    return OptionalInt.empty();
  }

  private void pass(CsvRow cells, int column) {
    String where =
        "line %d, %s: %s"
            .formatted(
                cells.line(),
                dialect.columns().called(column),
                Words.quoted(cells.cells().get(column)));
    if (dialect.missing() == DataOptions.Missing.REFUSE) {
      throw new DataException(
          "LIEGG-DATA-CELL",
          source.subject(),
          where + " is a missing value, and the samples of another file stand beside these",
          "impute it, or remove the sample from all of the files");
    }
    lacking++;
    skipped.skipped(lacking, where);
  }

  private void requireWidth(CsvRow cells) {
    int columns = dialect.columns().all();
    if (cells.cells().size() != columns) {
      throw new DataException(
          "LIEGG-DATA-RAGGED",
          source.subject(),
          "line %d has %d cells, the first row has %d"
              .formatted(cells.line(), cells.cells().size(), columns),
          "make the rows equally long, with the same delimiter throughout");
    }
  }

  private void parse(CsvRow cells, double[] to, int offset) {
    List<Integer> read = dialect.columns().read();
    for (int c = 0; c < read.size(); c++) {
      double value;
      try {
        value = numbers.parse(cells.cells().get(read.get(c)));
      } catch (NumberFormatException e) {
        throw notNumeric(cells, read.get(c));
      }
      if (!Double.isFinite(value)) {
        String where = "; line %d of the file".formatted(cells.line());
        throw Finite.fault(source.subject(), row + 1, read.get(c) + 1, where, value);
      }
      to[offset + c] = value;
    }
  }

  private DataException notNumeric(CsvRow cells, int column) {
    return new DataException(
        "LIEGG-DATA-CELL",
        source.subject(),
        "line %d, %s: %s is not a number"
            .formatted(
                cells.line(),
                dialect.columns().called(column),
                Words.quoted(cells.cells().get(column))),
        "cells must be decimal numbers, with the same decimal mark in all of them; leave columns"
            + " of text out with --exclude "
            + dialect.columns().option(column));
  }

  @Override
  public void close() {
    closed = true;
    rows.close();
  }
}
