package org.liegg.groups.element;

import java.util.function.UnaryOperator;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;

/** Rows as consecutive blocks of one size. */
final class Blocks {

  private Blocks() {}

  /**
   * Applies a map of {@code size} components to each block of every row.
   *
   * @throws ActionException with code {@code LIEGG-ACTION-OUTPUTS} if the rows are not made of such
   *     blocks
   */
  static Batch each(Batch batch, int size, String who, UnaryOperator<Batch> map) {
    int columns = batch.columns();
    if (columns == size) {
      return map.apply(batch);
    }
    if (columns == 0 || columns % size != 0) {
      throw misfit(who, columns, "blocks of " + size);
    }
    Batch moved = map.apply(new Batch(batch.rows() * (columns / size), size, batch.values()));
    return new Batch(batch.rows(), columns, moved.values());
  }

  /** An element does not act on so many components. */
  static ActionException misfit(String who, int columns, String wanted) {
    return new ActionException(
        "LIEGG-ACTION-OUTPUTS",
        who,
        "it acts on %s, found %d components".formatted(wanted, columns),
        "name another representation behind '->', with its size in brackets where it acts on some"
            + " of the outputs: trivial(1)+vector(12)");
  }
}
