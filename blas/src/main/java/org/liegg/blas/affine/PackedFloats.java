package org.liegg.blas.affine;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;

/**
 * Weights outside the heap, for a native library: W by step, {@code outputs × inputs}, row-major;
 * nothing where the step is no affine map. Packed when first asked for, shared by all sessions of a
 * model, and released with the last of them.
 */
public final class PackedFloats {
  private final FloatWeights weights;
  private @Nullable List<FloatPointer> packed;

  /** Packs nothing yet. */
  public PackedFloats(FloatWeights weights) {
    this.weights = weights;
  }

  /** By step. */
  synchronized List<FloatPointer> bySteps() {
    List<FloatPointer> known = packed;
    if (known == null) {
      known = new ArrayList<>();
      for (float[][] rows : weights.forward()) {
        known.add(pack(rows));
      }
      packed = known;
    }
    return known;
  }

  /** Rows as one matrix, row-major; an empty one where there are none. */
  static FloatPointer pack(float[][] rows) {
    if (rows.length == 0) {
      return new FloatPointer();
    }
    int columns = rows[0].length;
    FloatPointer all = new FloatPointer((long) rows.length * columns);
    for (int row = 0; row < rows.length; row++) {
      all.position((long) row * columns).put(rows[row], 0, columns);
    }
    all.position(0);
    return all;
  }
}
