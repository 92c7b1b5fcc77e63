package org.liegg.data.spi;

import java.io.IOException;
import java.util.List;

/**
 * A pass over a table in parts, which are read stretch by stretch; what is left to write is how a
 * stretch begins, and how its rows are read.
 *
 * @param <P> a part
 * @param <C> a column that is read
 */
public abstract class PartsPass<P, C> implements TablePass {
  private final List<P> parts;
  private final List<C> columns;
  private long left;

  /**
   * A pass that has read nothing.
   *
   * @param parts in their order
   * @param columns that are read, in the order of a sample
   */
  protected PartsPass(List<P> parts, List<C> columns) {
    this.parts = List.copyOf(parts);
    this.columns = List.copyOf(columns);
  }

  /** The parts, in their order. */
  protected final List<P> parts() {
    return parts;
  }

  /** The columns that are read, in the order of a sample. */
  protected final List<C> columns() {
    return columns;
  }

  /**
   * Begins the next stretch of rows, which may be empty.
   *
   * @return how many rows it has; -1 where there is none
   * @throws IOException if the file cannot be read
   */
  protected abstract long next() throws IOException;

  /**
   * Reads rows of the stretch that has begun.
   *
   * @param to where they go, row-major
   * @param rows how many, no more than are left of it
   * @throws IOException if the file cannot be read
   */
  protected abstract void take(double[] to, int rows) throws IOException;

  @Override
  public final int read(double[] to, int most) throws IOException {
    while (left == 0) {
      long rows = next();
      if (rows < 0) {
        return 0;
      }
      left = rows;
    }
    int rows = (int) Math.min(most, left);
    take(to, rows);
    left -= rows;
    return rows;
  }
}
