package org.liegg.linalg.lobpcg;

import org.liegg.blas.DenseKernel;
import org.liegg.blas.Store;
import org.liegg.blas.View;
import org.liegg.linalg.dense.WorkerPool;
import org.liegg.linalg.factors.DrawableRows;
import org.liegg.linalg.factors.FactorPiece;
import org.liegg.linalg.factors.NormalOperator;

/**
 * A of a pencil as a matrix, of some of the rows of E alone where they are many: not the operator,
 * but as good as it for turning residuals into directions. The rows are drawn evenly, of a seed.
 */
final class SampledGram {
  /** Rows for each unknown: with fewer the spectrum of the matrix would be much wider than A's. */
  private static final int ROWS = 2;

  /** Rows that are added at a time. */
  private static final int CHUNK = 256;

  private static final int TOGETHER = NormalOperator.TOGETHER;

  private final int order;
  private final Pencil.Coordinates coordinates;
  private final DrawableRows rows;
  private final int inputs;
  private final int features;
  private final DenseKernel kernel;
  private final WorkerPool pool;

  /**
   * @param order of the pencil
   */
  SampledGram(Pencil.FactoredRows rows, int order, DenseKernel kernel, WorkerPool pool) {
    this.order = order;
    this.coordinates = rows.coordinates();
    this.rows = rows.rows();
    this.inputs = rows.rows().inputs();
    this.features = rows.rows().features();
    this.kernel = kernel;
    this.pool = pool;
  }

  /** Numbers that are held beside the matrix. */
  static double footprint(int order, int inputs, int features) {
    double drawn = (double) ROWS * order * (inputs + features);
    return drawn + (double) CHUNK * order + 2.0 * TOGETHER * inputs * features;
  }

  /**
   * Adds {@code Σ rᵀr} of the rows that are drawn, over their share of all, to the upper triangle
   * of a matrix of zeros.
   *
   * @param matrix {@code order × order}
   */
  void addTo(View matrix) {
    DrawableRows.Drawn drawn = rows.drawn((long) ROWS * order);
    try (Store fields = kernel.store((long) TOGETHER * inputs * features);
        Store chunk = kernel.store((long) CHUNK * order)) {
      Filling filling = new Filling(fields, chunk, matrix, 1 / drawn.share());
      for (FactorPiece piece : drawn.rows().pieces()) {
        double[] jacobians = piece.jacobians(new double[piece.entries()]);
        for (int row = 0; row < piece.samples(); row++) {
          filling.add(jacobians, piece.features(), row);
        }
      }
      filling.end();
    }
  }

  /** Rows on their way: as {@code J φᵀ} first, then in the coordinates of the pencil. */
  private final class Filling {
    private final Store fields;
    private final Store chunk;
    private final View matrix;
    private final double weight;
    private final double[] outer = new double[inputs * features];
    private int waiting;
    private int filled;

    Filling(Store fields, Store chunk, View matrix, double weight) {
      this.fields = fields;
      this.chunk = chunk;
      this.matrix = matrix;
      this.weight = weight;
    }

    void add(double[] jacobians, double[] positions, int row) {
      for (int i = 0; i < inputs; i++) {
        for (int j = 0; j < features; j++) {
          outer[i * features + j] = jacobians[row * inputs + i] * positions[row * features + j];
        }
      }
      fields.put((long) waiting * outer.length, outer, 0, outer.length);
      waiting++;
      if (waiting == TOGETHER) {
        transform();
      }
    }

    void end() {
      transform();
      multiply();
    }

    private void transform() {
      if (waiting > 0) {
        coordinates.of(
            fields.view(0, waiting, outer.length),
            chunk.view((long) filled * order, waiting, order));
        filled += waiting;
        waiting = 0;
        if (filled + TOGETHER > CHUNK) {
          multiply();
        }
      }
    }

    private void multiply() {
      View rows = chunk.view(0, filled, order);
      UpperTiles.forEach(
          pool,
          0,
          order,
          (from, width) ->
              kernel.multiply(
                  weight,
                  true,
                  rows.columns(from, width),
                  false,
                  rows.columns(from, order - from),
                  1,
                  matrix.rows(from, width).columns(from, order - from)));
      filled = 0;
    }
  }
}
