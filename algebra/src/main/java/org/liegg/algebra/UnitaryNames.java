package org.liegg.algebra;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.liegg.algebra.InvariantForm.Kind;

/** Names an algebra that acts on complex or quaternionic coordinates, R^2m = C^m or R^4m = H^m. */
final class UnitaryNames {

  private UnitaryNames() {}

  static Optional<Identity> of(Representation space, int k, double tolerance) {
    int w = space.order();
    if (w % 2 != 0) {
      return Optional.empty();
    }
    int m = w / 2;
    boolean unitary = k == m * m || (m > 1 && k == m * m - 1);
    boolean linear = k == 2 * m * m || (m > 1 && k == 2 * (m * m - 1));
    boolean quaternionic = m % 2 == 0 && m > 2 && k == m / 2 * (m + 1);
    if (!unitary && !linear && !quaternionic) {
      return Optional.empty();
    }
    DMatrixRMaj commutant = space.commutant(tolerance);
    if (ClassicalNames.complexUnit(commutant, w, tolerance).isEmpty()) {
      return Optional.empty();
    }
    if (linear && commutant.numCols == 2) {
      String name = (k == 2 * m * m ? "gl(%d,C)" : "sl(%d,C)").formatted(m);
      return ClassicalNames.found(
          name, "all of its kind that commutes with a complex unit on R^%d".formatted(w));
    }
    Optional<InvariantForm> form = ClassicalNames.only(space, Kind.SYMMETRIC, tolerance);
    if (form.isEmpty()) {
      return Optional.empty();
    }
    int p = Math.min(form.get().signature()[0], form.get().signature()[1]) / 2;
    if (unitary && (commutant.numCols == 2 || (m == 2 && k == 3 && p == 0))) {
      String letters = k == m * m ? "u" : "su";
      String name =
          p == 0 ? "%s(%d)".formatted(letters, m) : "%s(%d,%d)".formatted(letters, p, m - p);
      return ClassicalNames.found(
          name,
          "keeps a Hermitian form of signature (%d,%d) on R^%d = C^%d, dimension %d"
              .formatted(p == 0 ? m : p, p == 0 ? 0 : m - p, w, m, k));
    }
    if (quaternionic && commutant.numCols == 4 && p == 0) {
      return ClassicalNames.found(
          "usp(%d)".formatted(m),
          "keeps a scalar product and commutes with the quaternions on R^%d".formatted(w));
    }
    return Optional.empty();
  }
}
