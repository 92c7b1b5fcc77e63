package org.liegg.algebra;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.spi.GroupAction;
import org.liegg.metrics.NullspaceDecision;
import org.liegg.metrics.RestrictedDefects;

/**
 * An exact algebra whose every element is as good a symmetry as what was learned.
 *
 * @param columns matrices of its basis, trivial fields last
 * @param worst the largest defect of an element
 * @param bound the defect up to which it counts
 * @param defects the spectrum of all candidate fields
 */
record DefectAlgebra(DMatrixRMaj columns, double worst, double bound, DefectSpectrum defects) {
  /** Cleaning a generator may double its defect; what takes more is another space. */
  private static final double MORE = 2;

  /** Whatever the tolerance, symmetries that are broken by more than this have no name. */
  private static final double MOST = 0.05;

  /** Defects are quotients of sums over all samples: what is below is their rounding. */
  private static final double ROUNDING = 1e-14;

  /** The algebra next to the held directions; empty where none is as good as they are. */
  static Optional<DefectAlgebra> of(GroupAction action, NullspaceDecision decision) {
    int broken = decision.defects().defects().length - decision.accepted();
    if (decision.accepted() == 0) {
      return Optional.empty();
    }
    double largest = Math.max(ROUNDING, decision.defects().defects()[broken]);
    double bound = Math.min(MOST, Math.min(decision.tolerance(), MORE * largest));
    return DefectSearch.of(action, decision)
        .flatMap(columns -> judged(action, decision, columns, bound));
  }

  private static Optional<DefectAlgebra> judged(
      GroupAction action, NullspaceDecision decision, DMatrixRMaj columns, double bound) {
    DMatrixRMaj moved = Dense.columns(columns, 0, decision.accepted());
    return FieldCoordinates.of(action, normalized(moved))
        .map(rows -> RestrictedDefects.of(rows, decision.defects()).worst())
        .filter(worst -> worst <= bound)
        .map(worst -> new DefectAlgebra(columns, worst, bound, decision.defects()));
  }

  /** A readable basis of simple fractions next to it, where that is as good a symmetry. */
  Optional<DMatrixRMaj> rounded(GroupAction action, Elements elements) {
    return NearestExactAlgebra.closed(elements, columns)
        .filter(
            rounded ->
                FieldCoordinates.of(action, normalized(rounded))
                    .map(rows -> RestrictedDefects.of(rows, defects).worst() <= bound)
                    .orElse(false));
  }

  private static DMatrixRMaj normalized(DMatrixRMaj columns) {
    DMatrixRMaj unit = columns.copy();
    for (int k = 0; k < unit.numCols; k++) {
      DMatrixRMaj column = Dense.columns(unit, k, k + 1);
      CommonOps_DDRM.scale(1 / Math.max(1e-300, Spans.norm(column)), column);
      CommonOps_DDRM.insert(column, unit, 0, k);
    }
    return unit;
  }
}
