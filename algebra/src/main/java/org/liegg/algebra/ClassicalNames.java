package org.liegg.algebra;

import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.liegg.algebra.InvariantForm.Kind;

/**
 * Names an algebra by the space it acts on: what keeps a form lies in the algebra of all that keep
 * it, and where the dimensions are equal it is that algebra.
 */
final class ClassicalNames {
  private static final int MAX_COORDINATES = 24;

  private ClassicalNames() {}

  /**
   * The classical algebra that these matrices are all of.
   *
   * @param space on which nothing stays fixed
   */
  static Optional<Identity> of(Representation space, double tolerance) {
    int w = space.order();
    int k = space.rank(Math.max(tolerance, 1e-9));
    if (w == 0 || k == 0 || w > MAX_COORDINATES) {
      return Optional.empty();
    }
    if (k == w * w) {
      String name = w == 1 ? "scale(1)" : "gl(%d)".formatted(w);
      return found(name, "all %d × %d matrices, dimension %d".formatted(w, w, k));
    }
    if (k == w * w - 1 && isTraceless(space, tolerance)) {
      return found("sl(%d)".formatted(w), "all %d × %d matrices of trace 0".formatted(w, w));
    }
    return orthogonal(space, k, tolerance)
        .or(() -> symplectic(space, k, tolerance))
        .or(() -> UnitaryNames.of(space, k, tolerance));
  }

  private static Optional<Identity> orthogonal(Representation space, int k, double tolerance) {
    int w = space.order();
    if (k != w * (w - 1) / 2) {
      return Optional.empty();
    }
    return only(space, Kind.SYMMETRIC, tolerance)
        .flatMap(
            form -> {
              int p = Math.min(form.signature()[0], form.signature()[1]);
              String name = p == 0 ? "so(%d)".formatted(w) : "so(%d,%d)".formatted(p, w - p);
              return found(
                  name,
                  "all that keeps a symmetric form of signature (%d,%d) on R^%d, dimension %d"
                      .formatted(p == 0 ? w : p, p == 0 ? 0 : w - p, w, k));
            });
  }

  private static Optional<Identity> symplectic(Representation space, int k, double tolerance) {
    int w = space.order();
    if (k != w * (w + 1) / 2) {
      return Optional.empty();
    }
    return only(space, Kind.ANTISYMMETRIC, tolerance)
        .flatMap(
            form ->
                found(
                    "sp(%d)".formatted(w),
                    "all that keeps an antisymmetric form on R^%d, dimension %d".formatted(w, k)));
  }

  /** The form of a kind, where there is one up to its scale, and it is not degenerate. */
  static Optional<InvariantForm> only(Representation space, Kind kind, double tolerance) {
    List<InvariantForm> forms = InvariantForms.of(space, kind, tolerance);
    return forms.size() == 1 && forms.get(0).isNondegenerate()
        ? Optional.of(forms.get(0))
        : Optional.empty();
  }

  private static boolean isTraceless(Representation space, double tolerance) {
    return space.matrices().stream()
        .allMatch(
            a -> Math.abs(CommonOps_DDRM.trace(a)) <= Math.max(tolerance, 1e-9) * space.order());
  }

  static Optional<Identity> found(String name, String evidence) {
    return Optional.of(new Identity(name, List.of(), List.of(name + ": " + evidence)));
  }

  /** A matrix J of the commutant with J² = −1, where it has one. */
  static Optional<DMatrixRMaj> complexUnit(DMatrixRMaj commutant, int w, double tolerance) {
    for (int k = 0; k < commutant.numCols; k++) {
      DMatrixRMaj j = DMatrixRMaj.wrap(w, w, StructureConstants.column(commutant, k));
      double mean = CommonOps_DDRM.trace(j) / w;
      for (int i = 0; i < w; i++) {
        j.add(i, i, -mean);
      }
      DMatrixRMaj square = Dense.multiply(j, j);
      double b = -CommonOps_DDRM.trace(square) / w;
      if (b > 1e-3 / w) {
        for (int i = 0; i < w; i++) {
          square.add(i, i, b);
        }
        if (NormOps_DDRM.normF(square) <= Math.max(1e-6, 4 * tolerance) * b * w) {
          CommonOps_DDRM.scale(1 / Math.sqrt(b), j);
          return Optional.of(j);
        }
      }
    }
    return Optional.empty();
  }
}
