package org.liegg.linalg.sums;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.liegg.api.Rows;
import org.liegg.blas.Scale;
import org.liegg.linalg.state.StateReader;
import org.liegg.linalg.state.StateWriter;

/** Keeps every row, in pieces of fixed size, so that growing never copies. */
public final class RowCollector {
  private static final int PIECE_ENTRIES = 1 << 17;

  private final int columns;
  private final int pieceRows;
  private final List<double[]> pieces = new ArrayList<>();
  private long rows;

  public RowCollector(int columns) {
    this.columns = columns;
    this.pieceRows = Math.max(1, PIECE_ENTRIES / Math.max(1, columns));
  }

  public int columns() {
    return columns;
  }

  public long rows() {
    return rows;
  }

  public void add(double[] values, int count) {
    for (int row = 0; row < count; ) {
      int filled = (int) (rows % pieceRows);
      if (filled == 0) {
        pieces.add(new double[pieceRows * columns]);
      }
      int taken = Math.min(count - row, pieceRows - filled);
      double[] last = pieces.get(pieces.size() - 1);
      System.arraycopy(values, row * columns, last, filled * columns, taken * columns);
      rows += taken;
      row += taken;
    }
  }

  public void addAll(RowCollector other) {
    for (int i = 0; i < other.pieces.size(); i++) {
      add(other.pieces.get(i), other.rowsOf(i));
    }
  }

  /** Copies rows to {@code target}. */
  public void copy(long from, int count, double[] target, int targetRow) {
    for (int done = 0; done < count; ) {
      long row = from + done;
      int within = (int) (row % pieceRows);
      int taken = Math.min(count - done, pieceRows - within);
      System.arraycopy(
          pieces.get((int) (row / pieceRows)),
          within * columns,
          target,
          (targetRow + done) * columns,
          taken * columns);
      done += taken;
    }
  }

  /** The largest magnitude of all entries. */
  public double largest() {
    double largest = 0;
    for (int i = 0; i < pieces.size(); i++) {
      largest = Math.max(largest, Scale.largest(pieces.get(i), rowsOf(i) * columns));
    }
    return largest;
  }

  public void clear() {
    pieces.clear();
    rows = 0;
  }

  public void write(StateWriter out) {
    out.writeLong(rows);
    for (int i = 0; i < pieces.size(); i++) {
      out.writeDoubles(pieces.get(i), rowsOf(i) * columns);
    }
  }

  /** Reads what {@link #write} wrote. */
  public void read(StateReader in) {
    long count = in.readLong();
    in.require(count >= 0 && (columns > 0 || count <= Integer.MAX_VALUE));
    while (rows < count) {
      double[] piece = in.readDoubles();
      int expected = (int) Math.min(pieceRows, count - rows);
      in.require(piece.length == expected * columns);
      add(piece, expected);
    }
  }

  private int rowsOf(int piece) {
    return piece < pieces.size() - 1 || rows % pieceRows == 0
        ? pieceRows
        : (int) (rows % pieceRows);
  }

  /** Hands out all rows, a piece at a time. */
  public void forEach(Consumer<Rows> consumer) {
    for (int i = 0; i < pieces.size(); i++) {
      int count = rowsOf(i);
      consumer.accept(new Rows(count, columns, Arrays.copyOf(pieces.get(i), count * columns)));
    }
  }
}
