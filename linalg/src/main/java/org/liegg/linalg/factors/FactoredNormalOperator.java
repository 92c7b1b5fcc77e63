package org.liegg.linalg.factors;

import java.util.List;
import java.util.Optional;
import org.liegg.blas.DenseKernel;
import org.liegg.blas.View;
import org.liegg.linalg.dense.WorkerPool;

/**
 * EᵀE on matrices of coefficients, from the factors of E. A field is a {@code d × p} matrix H, its
 * value at a sample {@code H φ_n}, the entries of E h there {@code w_n = J_n H φ_n}; the way back
 * is {@code Σ_n (J_nᵀ w_n) φ_nᵀ}. For a few hundred samples and several H at a time both are large
 * matrix products, {@code Y = φ Hᵀ} and {@code Dᵀ φ}.
 *
 * <p>Pieces of samples are dealt out to threads by their number, and what the threads found is
 * added up in their order: for a number of threads the result is always the same.
 */
public final class FactoredNormalOperator implements NormalOperator, DrawableRows {
  private final FactorStore factors;
  private final List<FactorPiece> pieces;
  private final int d;
  private final int p;
  private final int exponent;
  private final WorkerPool pool;
  private final PieceProducts[] workers;

  /** An operator by these factors, which it scales where they are of extreme size. */
  public FactoredNormalOperator(FactorStore factors, DenseKernel kernel, WorkerPool pool) {
    this.factors = factors;
    this.pieces = factors.pieces();
    this.d = factors.inputs();
    this.p = factors.features();
    this.pool = pool;
    PieceScale scale = LargestFactors.of(pieces).scale();
    pieces.forEach(scale::apply);
    exponent = 2 * scale.exponent();
    workers = new PieceProducts[pool.size()];
    for (int i = 0; i < workers.length; i++) {
      workers[i] = new PieceProducts(d, p, TOGETHER, kernel);
    }
  }

  /** Numbers that an operator holds beside the factors, for this many threads. */
  public static double footprint(int inputs, int features, int outputs, int threads) {
    return threads * PieceProducts.footprint(inputs, features, outputs, TOGETHER)
        + 2.0 * TOGETHER * inputs * features;
  }

  @Override
  public int width() {
    return d * p;
  }

  @Override
  public int exponent() {
    return exponent;
  }

  @Override
  public double[] apply(View x, View y) {
    double[] squares = new double[x.rows()];
    for (int from = 0; from < x.rows(); from += TOGETHER) {
      int count = Math.min(TOGETHER, x.rows() - from);
      View some = x.rows(from, count).shaped(count * d, p);
      pool.run(number -> work(some, number));
      double[] sum = new double[count * d * p];
      for (PieceProducts worker : workers) {
        double[] one = worker.images();
        for (int i = 0; i < sum.length; i++) {
          sum[i] += one[i];
        }
        for (int i = 0; i < count; i++) {
          squares[from + i] += worker.square(i);
        }
      }
      y.rows(from, count).put(sum);
    }
    return squares;
  }

  private void work(View fields, int number) {
    workers[number].start(fields.rows() / d);
    for (int i = number; i < pieces.size(); i += workers.length) {
      workers[number].add(fields, pieces.get(i));
    }
  }

  @Override
  public Optional<DrawableRows> rows() {
    return Optional.of(this);
  }

  @Override
  public int inputs() {
    return d;
  }

  @Override
  public int features() {
    return p;
  }

  @Override
  public Drawn drawn(long about) {
    RowDraw draw = RowDraw.of(about, factors.rows());
    return new Drawn(draw.from(d, p, pieces), draw.share());
  }

  @Override
  public void close() {
    for (PieceProducts worker : workers) {
      worker.close();
    }
  }
}
