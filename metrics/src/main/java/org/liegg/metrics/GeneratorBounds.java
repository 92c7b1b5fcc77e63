package org.liegg.metrics;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.liegg.api.Bounded;
import org.liegg.api.Matrix;

/**
 * Bounds of a generator from samples that it was not chosen on: of the nearest direction among
 * those that the other samples suggested as symmetries, trivial ones included.
 */
public final class GeneratorBounds {
  private final HeldOutMeasure measure;
  private final int held;
  private final DMatrixRMaj span; // columns are directions
  private final LinearSolverDense<DMatrixRMaj> solver;

  /**
   * Bounds by one measure.
   *
   * @param directions chosen on other samples, a row each
   * @param trivial directions that those samples do not feel, a row each
   * @param measure of the directions, in their order
   * @param held how many of the directions count as symmetries, the first ones
   */
  public GeneratorBounds(Matrix directions, Matrix trivial, HeldOutMeasure measure, int held) {
    this.measure = measure;
    this.held = held;
    int m = directions.columns();
    span = new DMatrixRMaj(m, held + trivial.rows());
    for (int a = 0; a < m; a++) {
      for (int i = 0; i < held; i++) {
        span.set(a, i, directions.get(i, a));
      }
      for (int i = 0; i < trivial.rows(); i++) {
        span.set(a, held + i, trivial.get(i, a));
      }
    }
    solver = LinearSolverFactory_DDRM.pseudoInverse(true);
    solver.setA(span.copy());
  }

  /**
   * Of a generator.
   *
   * @param coefficients unit norm
   * @return bounds of its defect and of its symmetry variance; both are of 0 where the nearest
   *     direction is a trivial one
   */
  public Both of(double[] coefficients) {
    DMatrixRMaj c = new DMatrixRMaj(span.numCols, 1);
    solver.solve(DMatrixRMaj.wrap(coefficients.length, 1, coefficients.clone()), c);
    double[] along = new double[measure.directions()];
    System.arraycopy(c.data, 0, along, 0, held);
    DMatrixRMaj nearest = new DMatrixRMaj(span.numRows, 1);
    CommonOps_DDRM.mult(span, c, nearest);
    double square = CommonOps_DDRM.dot(nearest, nearest);
    return new Both(measure.defect(along), measure.variance(along), square == 0 ? 1 : square);
  }

  /**
   * Both bounds.
   *
   * @param defect δ
   * @param change E‖J v‖² of the nearest direction
   * @param square its squared norm
   */
  public record Both(Bounded defect, Bounded change, double square) {

    /** {@code [low, high]} of the symmetry variance at unit norm. */
    public double[] varianceInterval() {
      return new double[] {change.low() / square, change.high() / square};
    }
  }
}
