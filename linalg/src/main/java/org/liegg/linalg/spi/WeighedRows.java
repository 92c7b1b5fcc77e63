package org.liegg.linalg.spi;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.liegg.api.Polarization;
import org.liegg.linalg.defect.Factored;
import org.liegg.linalg.state.StateReader;
import org.liegg.linalg.state.StateWriter;
import org.liegg.linalg.sums.AccumulatedInput;

/**
 * The rows as they are judged, where outputs have weights: a second decomposition of the kind that
 * takes them in, made when the first such row comes.
 */
final class WeighedRows {
  private final Supplier<StreamingDecomposition> empty;
  private @Nullable StreamingDecomposition rows;

  /**
   * @param empty makes a decomposition of the kind that holds nothing yet
   */
  WeighedRows(Supplier<StreamingDecomposition> empty) {
    this.empty = empty;
  }

  /**
   * Adds a piece by its weights, if it has any.
   *
   * @param rowsBefore how many rows have been accepted, with weights or without
   * @throws IllegalStateException if rows without weights have come before
   */
  void add(Polarization piece, long rowsBefore) {
    if (piece.weights().length == 0) {
      return;
    }
    if (rows == null && rowsBefore > 0) {
      throw new IllegalStateException("weights of outputs after rows without any");
    }
    present().addPiece(piece.weighed());
  }

  private StreamingDecomposition present() {
    StreamingDecomposition present = rows;
    if (present == null) {
      present = empty.get();
      rows = present;
    }
    return present;
  }

  /**
   * Takes over what the other holds.
   *
   * @param both whether there are rows on both sides, which then have weights on both or on none
   * @throws IllegalArgumentException if they have not
   */
  void merge(WeighedRows other, boolean both) {
    StreamingDecomposition more = other.rows;
    if (both && (more == null) != (rows == null)) {
      throw new IllegalArgumentException("merge: outputs have weights in one and not in the other");
    }
    if (more != null) {
      present().absorb(more);
    }
  }

  void write(StateWriter out) {
    StreamingDecomposition present = rows;
    out.writeInt(present == null ? 0 : 1);
    if (present != null) {
      present.writeRows(out);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param counted how many rows there are
   */
  void read(StateReader in, AccumulatedInput counted) {
    if (in.readInt() != 0) {
      StreamingDecomposition read = present();
      read.count(counted);
      read.readRows(in);
    }
  }

  /**
   * What they come to; empty where outputs have no weights.
   *
   * @param counted how many rows there are
   */
  Optional<Factored> factored(AccumulatedInput counted) {
    StreamingDecomposition present = rows;
    if (present == null) {
      return Optional.empty();
    }
    present.count(counted);
    return Optional.of(present.factored());
  }

  void close() {
    if (rows != null) {
      rows.letGo();
      rows = null;
    }
  }
}
