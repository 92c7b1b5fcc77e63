package org.liegg.data.content;

import java.io.IOException;
import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.DataException;
import org.liegg.data.spi.TableContent;
import org.liegg.data.spi.TablePass;
import org.liegg.data.support.BatchValues;
import org.liegg.data.support.Faults;
import org.liegg.data.support.Finite;
import org.liegg.data.support.TableColumns;
import org.liegg.data.text.SkippedRows;

/** A pass over the rows of a table: some rows are read at a time, and the complete ones kept. */
final class TableStream extends PassStream<TablePass> {
  /** Values that are read at a time, unless a single row has more. */
  private static final int CHUNK = 1 << 14;

  private final RowSpan span;
  private final TableColumns columns;
  private final boolean skips;
  private final SkippedRows skipped;
  private final int batchSize;
  private final long limit;
  private final double[] chunk;
  private int held;
  private int at;
  private long line;
  private long row;
  private long lacking;
  private int proven;

  /**
   * What is read.
   *
   * @param begun a pass that begins at these rows or before them
   * @param span the rows that may be samples
   */
  record Rows(TableContent.Begun begun, RowSpan span) {}

  TableStream(
      String subject,
      Rows rows,
      TableColumns columns,
      boolean skips,
      SkippedRows skipped,
      int batchSize,
      long limit) {
    super(subject, rows.begun().pass());
    this.span = rows.span();
    this.line = rows.begun().row();
    this.columns = columns;
    this.skips = skips;
    this.skipped = skipped;
    this.batchSize = batchSize;
    this.limit = limit;
    this.chunk = new double[Math.max(1, CHUNK / width()) * width()];
  }

  private int width() {
    return columns.read().size();
  }

  @Override
  Optional<Batch> read() throws IOException {
    // Cut where a reader of all rows cuts.
    long room = row == 0 ? batchSize - span.from() % batchSize : batchSize;
    int most = (int) Math.min(room, limit - row);
    int expected = (int) Math.min((long) most * width(), BatchValues.MOST);
    BatchValues values = new BatchValues(width(), expected, proven);
    int count = 0;
    while (count < most && advance()) {
      int length = BatchValues.length(subject, count + 1, width());
      System.arraycopy(chunk, at * width(), values.upTo(length), length - width(), width());
      at++;
      count++;
      row++;
    }
    proven = Math.max(proven, count * width());
    if (row == 0 && limit > 0 && span.equals(RowSpan.ALL)) {
      throw Faults.empty(
          subject,
          lacking == 0 ? "it has no rows" : "each of its %d rows lacks a value".formatted(lacking));
    }
    return count == 0 ? Optional.empty() : Optional.of(values.batch(count));
  }

  /** Goes to the next row that lacks no value; false at the end. */
  private boolean advance() throws IOException {
    while (true) {
      if (at == held) {
        at = 0;
        int room = (int) Math.min(chunk.length / width(), span.to() - line);
        held = room == 0 ? 0 : pass.read(chunk, room);
        if (held == 0) {
          return false;
        }
      }
      line++;
      if (line <= span.from()) {
        at++;
        continue;
      }
      int hole = hole();
      if (hole < 0) {
        return true;
      }
      pass(hole);
      at++;
    }
  }

  /** Which of the columns that are read lacks its value in this row; -1 where none does. */
  private int hole() {
    int infinite = -1;
    for (int c = 0; c < width(); c++) {
      double value = chunk[at * width() + c];
      if (Double.isNaN(value)) {
        return columns.read().get(c);
      }
      infinite = Double.isInfinite(value) && infinite < 0 ? c : infinite;
    }
    if (infinite >= 0) {
      throw Finite.fault(
          subject, line, columns.read().get(infinite) + 1, "", chunk[at * width() + infinite]);
    }
    return -1;
  }

  private void pass(int column) {
    String where = "row %d, %s".formatted(line, columns.called(column));
    if (!skips) {
      throw new DataException(
          "LIEGG-DATA-CELL",
          subject,
          where + " has a missing value, and the samples of another file stand beside these",
          "impute it, or remove the sample from all of the files");
    }
    lacking++;
    skipped.skipped(lacking, where);
  }
}
