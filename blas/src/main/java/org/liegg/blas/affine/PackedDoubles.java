package org.liegg.blas.affine;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.DoublePointer;
import org.jspecify.annotations.Nullable;

/**
 * Weights outside the heap, for a native library: W by step, {@code outputs × inputs}, row-major;
 * nothing where the step is no affine map. Packed when first asked for, shared by all sessions of a
 * model, and released with the last of them.
 */
public final class PackedDoubles {
  private final DoubleWeights weights;
  private @Nullable List<DoublePointer> packed;

  /** Packs nothing yet. */
  public PackedDoubles(DoubleWeights weights) {
    this.weights = weights;
  }

  /** By step. */
  synchronized List<DoublePointer> bySteps() {
    List<DoublePointer> known = packed;
    if (known == null) {
      known = new ArrayList<>();
      for (double[][] rows : weights.forward()) {
        known.add(pack(rows));
      }
      packed = known;
    }
    return known;
  }

  /** Rows as one matrix, row-major; an empty one where there are none. */
  static DoublePointer pack(double[][] rows) {
    if (rows.length == 0) {
      return new DoublePointer();
    }
    int columns = rows[0].length;
    DoublePointer all = new DoublePointer((long) rows.length * columns);
    for (int row = 0; row < rows.length; row++) {
      all.position((long) row * columns).put(rows[row], 0, columns);
    }
    all.position(0);
    return all;
  }
}
