package org.liegg.linalg.defect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.liegg.api.Matrix;
import org.liegg.blas.Symmetric;
import org.liegg.blas.SymmetricEigen;
import org.liegg.blas.Vectors;
import org.liegg.linalg.dense.EigenSolver;
import org.liegg.linalg.dense.Orthonormal;

/**
 * Functions of the features on which {@code Φ} is 1. Where a feature is constant, they are the
 * functions of mean 0 and variance 1, and after them stands the constant 1.
 *
 * @param rows y, {@code count × p}, and the constant behind them where there is one
 * @param count functions without the constant
 * @param spread orthonormal, the features that are not constant, and of the others what is 0
 * @param empty orthonormal combinations that vanish on the data
 * @param constant a feature that is constant, −1 where there is none
 */
record FeatureSide(double[] rows, int count, Matrix spread, Matrix empty, int constant) {

  static FeatureSide of(MomentAverages averages, EigenSolver solver) {
    int p = averages.features();
    boolean[] varying = new boolean[p];
    int constant = -1;
    for (int q = p - 1; q >= 0; q--) {
      varying[q] = !averages.constant()[q];
      // The last one: behind the inputs stands the constant that is meant as such.
      constant = !varying[q] && constant < 0 ? q : constant;
    }
    double[] moment = constant < 0 ? averages.phi() : averages.centredPhi();
    WhitenedSide side = WhitenedSide.of(Symmetric.ofUpper(moment.clone(), p, 0), solver);
    int rank = 0;
    while (rank < p
        && side.values()[rank] > 0
        && side.values()[rank] > Whitening.CUT * side.values()[0]) {
      rank++;
    }
    double[] rows = scaledBack(side.whitened(rank), moment);
    return constant < 0
        ? plain(rows, rank, side)
        : aboutMeans(averages, rows, rank, side, varying, constant);
  }

  /** The moment was normalised by a power of two; Φ is 1 on what comes back. */
  private static double[] scaledBack(Matrix whitened, double[] moment) {
    int p = whitened.columns();
    double[] rows = whitened.values().clone();
    for (int k = 0; k < whitened.rows(); k++) {
      double square = 0;
      for (int i = 0; i < p; i++) {
        double image = 0;
        for (int j = 0; j < p; j++) {
          image += moment[i * p + j] * rows[k * p + j];
        }
        square += image * rows[k * p + i];
      }
      double length = 1 / Math.sqrt(square);
      for (int i = 0; i < p; i++) {
        rows[k * p + i] *= length;
      }
    }
    return rows;
  }

  private static FeatureSide plain(double[] rows, int rank, WhitenedSide side) {
    int p = side.order();
    double[] units = SymmetricEigen.ofZero(p).vectors();
    return new FeatureSide(rows, rank, new Matrix(p, p, units), empty(side, rank, p), -1);
  }

  private static FeatureSide aboutMeans(
      MomentAverages averages,
      double[] rows,
      int rank,
      WhitenedSide side,
      boolean[] varying,
      int constant) {
    int p = averages.features();
    double one = 1 / averages.mean()[constant];
    double[] all = Arrays.copyOf(rows, (rank + 1) * p);
    for (int k = 0; k < rank; k++) {
      for (int q = 0; q < p; q++) {
        all[k * p + q] = varying[q] ? all[k * p + q] : 0;
      }
      double mean = Vectors.dot(all, k * p, averages.mean(), 0, p);
      all[k * p + constant] -= mean * one;
    }
    all[rank * p + constant] = one;
    List<double[]> empty = new ArrayList<>();
    Matrix vanishing = empty(side, rank, p);
    for (int k = 0; k < vanishing.rows(); k++) {
      double[] row = new double[p];
      System.arraycopy(vanishing.values(), k * p, row, 0, p);
      // Constant features have no variance either; what they are is subtracted below.
      if (row[constant] == 0) {
        empty.add(atZero(row, averages, constant, one));
      }
    }
    return new FeatureSide(
        all, rank, spread(averages, constant, one), orthonormal(empty, p), constant);
  }

  /** The features that vary, and of the constants what is 0. */
  private static Matrix spread(MomentAverages averages, int constant, double one) {
    int p = averages.features();
    List<double[]> rows = new ArrayList<>();
    for (int q = 0; q < p; q++) {
      if (q != constant) {
        double[] unit = new double[p];
        unit[q] = 1;
        rows.add(averages.constant()[q] ? atZero(unit, averages, constant, one) : unit);
      }
    }
    return orthonormal(rows, p);
  }

  /** Less its value, which is the same everywhere. */
  private static double[] atZero(double[] row, MomentAverages averages, int constant, double one) {
    double[] shifted = row.clone();
    shifted[constant] -= Vectors.dot(row, 0, averages.mean(), 0, row.length) * one;
    return shifted;
  }

  private static Matrix empty(WhitenedSide side, int rank, int p) {
    List<double[]> rows = new ArrayList<>();
    for (int k = rank; k < p; k++) {
      double[] row = new double[p];
      System.arraycopy(side.vectors().values(), k * p, row, 0, p);
      rows.add(row);
    }
    return orthonormal(rows, p);
  }

  private static Matrix orthonormal(List<double[]> rows, int p) {
    double[] values = new double[rows.size() * p];
    for (int k = 0; k < rows.size(); k++) {
      System.arraycopy(rows.get(k), 0, values, k * p, p);
    }
    return Orthonormal.rows(new Matrix(rows.size(), p, values));
  }
}
