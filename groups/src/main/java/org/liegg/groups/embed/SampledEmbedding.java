package org.liegg.groups.embed;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.field.ActionLimits;

/**
 * The comparison of any two families of fields: least squares on their values at random points, by
 * QR with column pivoting, so that candidates which depend on each other do no harm.
 */
public final class SampledEmbedding {
  private static final long SEED = 20221104;

  private SampledEmbedding() {}

  public static Embedding of(GroupAction reference, GroupAction candidates) {
    Batch points = points(candidates);
    requireFeasible(reference, candidates, (double) points.values().length);
    DMatrixRMaj values = values(candidates, points);
    DMatrixRMaj wanted = values(reference, points);
    DMatrixRMaj solution = new DMatrixRMaj(candidates.dimension(), reference.dimension());
    LinearSolverDense<DMatrixRMaj> solver =
        LinearSolverFactory_DDRM.leastSquaresQrPivot(true, false);
    if (!solver.setA(values.copy())) {
      double[] residuals = new double[reference.dimension()];
      Arrays.fill(residuals, Double.NaN);
      return new Embedding(transposed(solution), residuals);
    }
    solver.solve(wanted.copy(), solution);
    DMatrixRMaj rest = wanted.copy();
    CommonOps_DDRM.multAdd(-1, values, solution, rest);
    double[] residuals = columnNorms(rest);
    double[] norms = columnNorms(wanted);
    for (int r = 0; r < residuals.length; r++) {
      residuals[r] /= norms[r];
    }
    return new Embedding(transposed(solution), residuals);
  }

  private static void requireFeasible(GroupAction reference, GroupAction candidates, double rows) {
    if (rows * candidates.dimension() > ActionLimits.MAX_ENTRIES) {
      throw new ActionException(
          "LIEGG-REFERENCE-SIZE",
          "reference '%s'".formatted(reference.spec()),
          "the candidates '%s' have too many fields (%d) to be compared at random points"
              .formatted(candidates.spec(), candidates.dimension()),
          "choose a smaller action, or leave the reference out");
    }
  }

  /** Enough points that every component alone over-determines the fields that reach it twice. */
  private static Batch points(GroupAction candidates) {
    FieldBasis fields = candidates.fields();
    int[] reaching = new int[fields.components()];
    int[] last = new int[fields.components()];
    for (int a = 0; a < fields.fields(); a++) {
      for (int e = fields.offsets()[a]; e < fields.offsets()[a + 1]; e++) {
        int i = fields.component()[e];
        if (last[i] != a + 1) {
          last[i] = a + 1;
          reaching[i]++;
        }
      }
    }
    int rows = 2 * Arrays.stream(reaching).max().orElse(0) + 8;
    RandomGenerator random = new SplittableRandom(SEED);
    double[] values = new double[rows * candidates.inputSize()];
    Arrays.setAll(values, i -> random.nextGaussian());
    return new Batch(rows, candidates.inputSize(), values);
  }

  /** v_a at every point, a column a field, {@code points·components × fields}. */
  private static DMatrixRMaj values(GroupAction action, Batch points) {
    FieldBasis fields = action.fields();
    Batch phi = action.features(points);
    DMatrixRMaj values = new DMatrixRMaj(points.rows() * fields.components(), fields.fields());
    for (int n = 0; n < points.rows(); n++) {
      for (int a = 0; a < fields.fields(); a++) {
        for (int e = fields.offsets()[a]; e < fields.offsets()[a + 1]; e++) {
          values.add(
              n * fields.components() + fields.component()[e],
              a,
              fields.values()[e] * phi.get(n, fields.feature()[e]));
        }
      }
    }
    return values;
  }

  private static double[] columnNorms(DMatrixRMaj matrix) {
    double[] norms = new double[matrix.numCols];
    for (int column = 0; column < matrix.numCols; column++) {
      double sum = 0;
      for (int row = 0; row < matrix.numRows; row++) {
        sum += matrix.get(row, column) * matrix.get(row, column);
      }
      norms[column] = Math.sqrt(sum);
    }
    return norms;
  }

  private static Matrix transposed(DMatrixRMaj solution) {
    DMatrixRMaj rows = CommonOps_DDRM.transpose(solution, null);
    return new Matrix(rows.numRows, rows.numCols, rows.data);
  }
}
