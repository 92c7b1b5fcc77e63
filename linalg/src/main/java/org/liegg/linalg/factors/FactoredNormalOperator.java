package org.liegg.linalg.factors;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.liegg.blas.DenseKernel;
import org.liegg.blas.Store;
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
public final class FactoredNormalOperator implements NormalOperator {

  /** Vectors that go through the samples together. */
  public static final int TOGETHER = 8;

  private final FactorStore factors;
  private final List<FactorPiece> pieces;
  private final int d;
  private final int p;
  private final int exponent;
  private final DenseKernel kernel;
  private final WorkerPool pool;
  private final Worker[] workers;

  public FactoredNormalOperator(FactorStore factors, DenseKernel kernel, WorkerPool pool) {
    this.factors = factors;
    this.pieces = factors.pieces();
    this.d = factors.inputs();
    this.p = factors.features();
    this.kernel = kernel;
    this.pool = pool;
    exponent = 2 * PieceScale.normalise(pieces);
    workers = new Worker[pool.size()];
    for (int i = 0; i < workers.length; i++) {
      workers[i] = new Worker();
    }
  }

  /** Numbers that an operator holds beside the factors, for this many threads. */
  public static double footprint(int inputs, int features, int outputs, int threads) {
    double samples = FactorStore.capacity(outputs * inputs);
    double together = (double) TOGETHER * inputs;
    double each =
        samples * (features + together + 2.0 * (inputs + TOGETHER) * outputs) + together * features;
    return threads * each + 2 * together * features;
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
  public Optional<FactorStore> factors() {
    return Optional.of(factors);
  }

  @Override
  public double[] apply(View x, View y) {
    double[] squares = new double[x.rows()];
    for (int from = 0; from < x.rows(); from += TOGETHER) {
      int count = Math.min(TOGETHER, x.rows() - from);
      View some = x.rows(from, count).shaped(count * d, p);
      pool.run(number -> workers[number].apply(some, number));
      double[] sum = new double[count * d * p];
      double[] one = new double[sum.length];
      for (Worker worker : workers) {
        worker.result.view(0, count * d, p).get(one);
        for (int i = 0; i < sum.length; i++) {
          sum[i] += one[i];
        }
        for (int i = 0; i < count; i++) {
          squares[from + i] += worker.squares[i];
        }
      }
      y.rows(from, count).put(sum);
    }
    return squares;
  }

  @Override
  public void close() {
    for (Worker worker : workers) {
      worker.close();
    }
  }

  /** One thread's share, with its own memory. */
  private final class Worker {
    private final Store features;
    private final Store gradients;
    private final Store values;
    private final Store images;
    private final Store result;
    private final double[] buffer;
    private final double[] rows;
    private final double[] squares = new double[TOGETHER];

    Worker() {
      int samples = 0;
      int entries = 0;
      int most = 0;
      for (FactorPiece piece : pieces) {
        samples = Math.max(samples, piece.samples());
        entries = Math.max(entries, piece.entries());
        most = Math.max(most, piece.samples() * piece.outputs());
      }
      features = kernel.store((long) samples * p);
      gradients = kernel.store(entries);
      values = kernel.store((long) samples * TOGETHER * d);
      images = kernel.store((long) most * TOGETHER);
      result = kernel.store((long) TOGETHER * d * p);
      buffer = new double[entries];
      rows = new double[most * TOGETHER];
    }

    void apply(View fields, int number) {
      int count = fields.rows() / d;
      View sum = result.view(0, fields.rows(), p);
      sum.put(new double[fields.rows() * p]);
      Arrays.fill(squares, 0);
      for (int i = number; i < pieces.size(); i += workers.length) {
        FactorPiece piece = pieces.get(i);
        View phi = features.view(0, piece.samples(), p);
        phi.put(piece.features());
        View at = values.view(0, piece.samples(), fields.rows());
        kernel.multiply(1, false, phi, true, fields, 0, at);
        fold(piece, count);
        kernel.multiply(1, true, at, false, phi, 1, sum);
      }
    }

    /** {@code w = J y} and {@code y ← Jᵀ w}, all fields at a sample together. */
    private void fold(FactorPiece piece, int count) {
      int k = piece.outputs();
      gradients.put(0, piece.jacobians(buffer), 0, piece.entries());
      for (int n = 0; n < piece.samples(); n++) {
        View jacobian = gradients.view((long) n * k * d, k, d);
        View y = values.view((long) n * count * d, count, d);
        View w = images.view((long) n * count * k, count, k);
        kernel.multiply(1, false, y, true, jacobian, 0, w);
        kernel.multiply(1, false, w, false, jacobian, 0, y);
      }
      images.get(0, rows, 0, piece.samples() * count * k);
      for (int i = 0; i < piece.samples() * count * k; i++) {
        squares[i / k % count] += rows[i] * rows[i];
      }
    }

    void close() {
      features.close();
      gradients.close();
      values.close();
      images.close();
      result.close();
    }
  }
}
