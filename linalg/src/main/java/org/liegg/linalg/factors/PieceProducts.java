package org.liegg.linalg.factors;

import java.util.Arrays;
import org.liegg.blas.DenseKernel;
import org.liegg.blas.Store;
import org.liegg.blas.View;

/**
 * Sums EᵀE h of a few fields over the pieces of samples that it is given, one after the other, in
 * memory of its own. Confined to one thread.
 */
final class PieceProducts implements AutoCloseable {
  private final int d;
  private final int p;
  private final int most;
  private final DenseKernel kernel;
  private final Store result;
  private final double[] squares;
  private Room room;
  private int count;

  /**
   * @param inputs d
   * @param features p
   * @param most fields at a time
   */
  PieceProducts(int inputs, int features, int most, DenseKernel kernel) {
    d = inputs;
    p = features;
    this.most = most;
    this.kernel = kernel;
    result = kernel.store((long) most * d * p);
    squares = new double[most];
    room = new Room(0, 0, 0);
  }

  /** Numbers that it holds at most beside the pieces, which have so many outputs. */
  static double footprint(int inputs, int features, int outputs, int most) {
    double samples = FactorStore.capacity(outputs * inputs);
    double together = (double) most * inputs;
    return samples * (features + together + 2.0 * (inputs + most) * outputs) + together * features;
  }

  /** Starts again, with so many fields. */
  void start(int fields) {
    count = fields;
    result.view(0, fields * d, p).put(new double[fields * d * p]);
    Arrays.fill(squares, 0);
  }

  /**
   * Adds what a piece gives.
   *
   * @param fields H of each, {@code count · d × p}
   */
  void add(View fields, FactorPiece piece) {
    room = room.holding(piece);
    View phi = room.features.view(0, piece.samples(), p);
    phi.put(piece.features());
    View at = room.values.view(0, piece.samples(), fields.rows());
    kernel.multiply(1, false, phi, true, fields, 0, at);
    fold(piece);
    kernel.multiply(1, true, at, false, phi, 1, result.view(0, fields.rows(), p));
  }

  /** {@code w = J y} and {@code y ← Jᵀ w}, all fields at a sample together. */
  private void fold(FactorPiece piece) {
    int k = piece.outputs();
    room.gradients.put(0, piece.jacobians(room.buffer), 0, piece.entries());
    for (int n = 0; n < piece.samples(); n++) {
      View jacobian = room.gradients.view((long) n * k * d, k, d);
      View y = room.values.view((long) n * count * d, count, d);
      View w = room.images.view((long) n * count * k, count, k);
      kernel.multiply(1, false, y, true, jacobian, 0, w);
      kernel.multiply(1, false, w, false, jacobian, 0, y);
    }
    room.images.get(0, room.rows, 0, piece.samples() * count * k);
    for (int i = 0; i < piece.samples() * count * k; i++) {
      squares[i / k % count] += room.rows[i] * room.rows[i];
    }
  }

  /** The sum, {@code Σ_n (J_nᵀ w_n) φ_nᵀ} of each field. */
  double[] images() {
    double[] sum = new double[count * d * p];
    result.view(0, count * d, p).get(sum);
    return sum;
  }

  /** {@code ‖E h‖²} of a field. */
  double square(int field) {
    return squares[field];
  }

  @Override
  public void close() {
    room.close();
    result.close();
  }

  /** Memory for a piece of some size. */
  private final class Room {
    private final int samples;
    private final int entries;
    private final int outputs;
    private final Store features;
    private final Store gradients;
    private final Store values;
    private final Store images;
    private final double[] buffer;
    private final double[] rows;

    /**
     * @param samples of a piece
     * @param entries of its Jacobians
     * @param outputs of all samples together
     */
    Room(int samples, int entries, int outputs) {
      this.samples = samples;
      this.entries = entries;
      this.outputs = outputs;
      features = kernel.store((long) samples * p);
      gradients = kernel.store(entries);
      values = kernel.store((long) samples * most * d);
      images = kernel.store((long) outputs * most);
      buffer = new double[entries];
      rows = new double[outputs * most];
    }

    /** This one, or a larger one in its place. */
    Room holding(FactorPiece piece) {
      int all = piece.samples() * piece.outputs();
      if (piece.samples() <= samples && piece.entries() <= entries && all <= outputs) {
        return this;
      }
      close();
      return new Room(
          Math.max(samples, piece.samples()),
          Math.max(entries, piece.entries()),
          Math.max(outputs, all));
    }

    void close() {
      features.close();
      gradients.close();
      values.close();
      images.close();
    }
  }
}
