package org.liegg.linalg.sums;

import java.util.Arrays;
import org.liegg.api.FieldBasis;
import org.liegg.linalg.state.StateReader;
import org.liegg.linalg.state.StateWriter;

/**
 * What decompositions need of field bases beside their entries: equality, and a place in a state.
 */
public final class FieldBases {

  private FieldBases() {}

  /** Whether two bases are the same, entry by entry (a record of arrays compares identities). */
  static boolean same(FieldBasis a, FieldBasis b) {
    return a.equals(b)
        || (a.fields() == b.fields()
            && a.components() == b.components()
            && a.features() == b.features()
            && Arrays.equals(a.offsets(), b.offsets())
            && Arrays.equals(a.component(), b.component())
            && Arrays.equals(a.feature(), b.feature())
            && Arrays.equals(a.values(), b.values()));
  }

  public static void write(FieldBasis basis, StateWriter out) {
    out.writeInt(basis.fields()).writeInt(basis.components()).writeInt(basis.features());
    out.writeInts(basis.offsets()).writeInts(basis.component()).writeInts(basis.feature());
    out.writeDoubles(basis.values(), basis.values().length);
  }

  public static FieldBasis read(StateReader in) {
    return new FieldBasis(
        in.readSize(),
        in.readSize(),
        in.readSize(),
        in.readInts(),
        in.readInts(),
        in.readInts(),
        in.readDoubles());
  }

  /** The largest sum of magnitudes of a field's entries, {@code max_a Σ |A_a[i, p]|}. */
  static double largestSum(FieldBasis basis) {
    double largest = 0;
    for (int a = 0; a < basis.fields(); a++) {
      double sum = 0;
      for (int e = basis.offsets()[a]; e < basis.offsets()[a + 1]; e++) {
        sum += Math.abs(basis.values()[e]);
      }
      largest = Math.max(largest, sum);
    }
    return largest;
  }
}
