package org.liegg.linalg.lobpcg;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.liegg.blas.DenseKernel;
import org.liegg.blas.Scale;
import org.liegg.blas.Store;
import org.liegg.blas.SymmetricEigen;
import org.liegg.blas.Vectors;
import org.liegg.blas.View;
import org.liegg.linalg.dense.EigenSolver;
import org.liegg.linalg.dense.GramSchmidt;
import org.liegg.linalg.dense.Products;

/**
 * A subspace that grows, with a basis that is B-orthonormal, its images under A and B, and A
 * projected on it. All large arrays are where the kernel works.
 */
final class SearchSpace implements AutoCloseable {

  /** A row that projection shortens below this share of itself holds nothing new. */
  private static final double DEPENDENT = 1e-11;

  /** Directions of a block that are weaker than this beside its strongest hold nothing new. */
  private static final double WEAK = 1e-14;

  private static final int PASSES = 3;
  private static final int TILE = 1 << 13;

  private final Pencil pencil;
  private final DenseKernel kernel;
  private final Products products;
  private final EigenSolver eigen;
  private final int n;
  private final int capacity;
  private final int blockRows;
  private final Store basis;
  private final Store images;
  private final Store metric;
  private final Store block;
  private final Store blockMetric;
  private final Store spare;
  private final double[] projected;
  private int size;

  /**
   * @param capacity vectors that the basis may have
   * @param blockRows vectors that may be added, or taken out, at a time
   */
  SearchSpace(Pencil pencil, Products products, EigenSolver eigen, int capacity, int blockRows) {
    this.pencil = pencil;
    this.products = products;
    this.kernel = products.kernel();
    this.eigen = eigen;
    this.n = pencil.order();
    this.capacity = capacity;
    this.blockRows = blockRows;
    basis = kernel.store((long) capacity * n);
    images = kernel.store((long) capacity * n);
    metric = kernel.store(pencil.generalised() ? (long) capacity * n : 0);
    block = kernel.store((long) blockRows * n);
    blockMetric = kernel.store(pencil.generalised() ? (long) blockRows * n : 0);
    spare = kernel.store(Math.max((long) blockRows * n, (long) capacity * Math.min(n, TILE)));
    projected = new double[capacity * capacity];
  }

  /** Numbers that a space holds at most. */
  static double footprint(int order, int capacity, int blockRows, boolean generalised) {
    double large = (double) order * (2.0 * capacity + 2.0 * blockRows);
    double tile = (double) capacity * Math.min(order, TILE);
    return large * (generalised ? 1.5 : 1) + tile + 4.0 * capacity * capacity;
  }

  int size() {
    return size;
  }

  int capacity() {
    return capacity;
  }

  /** A projected on the basis, its eigenvalues ascending. */
  Ritz ritz() {
    double[] t = new double[size * size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        double both = projected[i * capacity + j] + projected[j * capacity + i];
        t[i * size + j] = both / 2;
      }
    }
    int exponent = Scale.exponent(Scale.largest(t, t.length));
    Scale.by(t, t.length, -exponent);
    SymmetricEigen descending = eigen.solve(t, size);
    double[] values = new double[size];
    double[] weights = new double[size * size];
    for (int i = 0; i < size; i++) {
      int from = size - 1 - i;
      values[i] = Math.scalb(descending.values()[from], exponent);
      System.arraycopy(descending.vectors(), from * size, weights, i * size, size);
    }
    return new Ritz(size, values, weights);
  }

  /**
   * Adds what is new in some vectors.
   *
   * @param vectors rows of length n, at most {@code blockRows}
   * @return how many directions were new
   */
  int extend(double[] vectors) {
    int count = Math.min(vectors.length / n, capacity - size);
    double[] rows = Arrays.copyOf(vectors, count * n);
    for (int i = 0; i < count; i++) {
      GramSchmidt.normalise(rows, i * n, n);
    }
    View fresh = block.view(0, count, n);
    fresh.put(rows);
    for (int pass = 0; pass < PASSES && fresh.rows() > 0; pass++) {
      project(fresh);
      fresh = block.view(0, orthonormalise(fresh), n);
    }
    int added = fresh.rows();
    if (added > 0) {
      append(fresh);
    }
    return added;
  }

  private void append(View fresh) {
    int added = fresh.rows();
    basis.view((long) size * n, added, n).put(fresh.toArray());
    View image = images.view((long) size * n, added, n);
    pencil.image(basis.view((long) size * n, added, n), image);
    if (pencil.generalised()) {
      pencil.metric(fresh, metric.view((long) size * n, added, n));
    }
    int total = size + added;
    double[] inner = products.inner(image, basis.view(0, total, n));
    for (int i = 0; i < added; i++) {
      for (int j = 0; j < total; j++) {
        projected[(size + i) * capacity + j] = inner[i * total + j];
        projected[j * capacity + size + i] = inner[i * total + j];
      }
    }
    size = total;
  }

  /** {@code W ← W − (W B Vᵀ) V}. */
  private void project(View fresh) {
    if (size == 0) {
      return;
    }
    Store other = pencil.generalised() ? metric : basis;
    double[] weights = products.inner(fresh, other.view(0, size, n));
    products.combine(-1, weights, basis.view(0, size, n), 1, fresh);
  }

  /**
   * {@code W ← Λ^-½ Qᵀ D^-½ W} from the eigenvectors of the block's own inner products
   * (Stathopoulos and Wu 2002), without the directions that are not new.
   *
   * @return how many are left
   */
  private int orthonormalise(View fresh) {
    int count = fresh.rows();
    View other = fresh;
    if (pencil.generalised()) {
      other = blockMetric.view(0, count, n);
      pencil.metric(fresh, other);
    }
    double[] inner = products.inner(fresh, other);
    double[] scale = new double[count];
    for (int i = 0; i < count; i++) {
      double square = inner[i * count + i];
      scale[i] = square > DEPENDENT * DEPENDENT ? 1 / Math.sqrt(square) : 0;
    }
    double[] equilibrated = new double[count * count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        double both = (inner[i * count + j] + inner[j * count + i]) / 2;
        equilibrated[i * count + j] = scale[i] * both * scale[j];
      }
    }
    SymmetricEigen mixed = eigen.solve(equilibrated, count);
    int kept = 0;
    while (kept < count && mixed.values()[kept] > WEAK * Math.max(1, mixed.values()[0])) {
      kept++;
    }
    double[] weights = new double[kept * count];
    for (int i = 0; i < kept; i++) {
      for (int j = 0; j < count; j++) {
        weights[i * count + j] =
            mixed.vectors()[i * count + j] * scale[j] / Math.sqrt(mixed.values()[i]);
      }
    }
    View target = spare.view(0, kept, n);
    products.combine(1, weights, fresh, 0, target);
    fresh.rows(0, kept).put(target.toArray());
    return kept;
  }

  /** {@code A x_i − λ_i B x_i} of some Ritz pairs from {@code first} on. */
  double[] residuals(Ritz ritz, int first, int count) {
    double[] weights = ritz.weights(first, count);
    double[] shifted = weights.clone();
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < size; j++) {
        shifted[i * size + j] *= -ritz.values()[first + i];
      }
    }
    View target = spare.view(0, count, n);
    products.combine(1, weights, images.view(0, size, n), 0, target);
    Store other = pencil.generalised() ? metric : basis;
    products.combine(1, shifted, other.view(0, size, n), 1, target);
    return target.toArray();
  }

  /** Some Ritz vectors, a row each. */
  double[] vectors(Ritz ritz, int count) {
    double[] all = new double[Math.multiplyExact(count, n)];
    for (int from = 0; from < count; from += blockRows) {
      int taken = Math.min(blockRows, count - from);
      View target = spare.view(0, taken, n);
      products.combine(1, ritz.weights(from, taken), basis.view(0, size, n), 0, target);
      target.store().get(target.from(), all, from * n, taken * n);
    }
    return all;
  }

  /**
   * Cuts the space back to the span of some combinations of its basis.
   *
   * @param weights orthonormal rows of length {@code size()}
   */
  void restart(double[] weights) {
    int kept = weights.length / size;
    compress(weights, kept, basis);
    compress(weights, kept, images);
    if (pencil.generalised()) {
      compress(weights, kept, metric);
    }
    double[] t = new double[kept * kept];
    for (int i = 0; i < kept; i++) {
      double[] row = new double[size];
      for (int j = 0; j < size; j++) {
        row[j] = Vectors.dot(weights, i * size, projected, j * capacity, size);
      }
      for (int j = 0; j < kept; j++) {
        t[i * kept + j] = Vectors.dot(row, 0, weights, j * size, size);
      }
    }
    for (int i = 0; i < kept; i++) {
      System.arraycopy(t, i * kept, projected, i * capacity, kept);
    }
    size = kept;
  }

  /** {@code V ← weights · V}, some columns at a time. */
  private void compress(double[] weights, int kept, Store store) {
    for (int from = 0; from < n; from += TILE) {
      int width = Math.min(TILE, n - from);
      View target = spare.view(0, kept, width);
      products.combine(1, weights, store.view(0, size, n).columns(from, width), 0, target);
      store.view(0, kept, n).columns(from, width).put(target.toArray());
    }
  }

  /** Writes all that makes it up. */
  void write(DataOutput out) throws IOException {
    content().write(out, size);
  }

  /** Fills an empty space with what {@link #write} wrote; see {@link SpaceContent#read}. */
  void read(DataInput in, KeptProblem kept) throws IOException {
    size = content().read(in, kept);
  }

  private SpaceContent content() {
    List<Store> stores =
        pencil.generalised() ? List.of(basis, images, metric) : List.of(basis, images);
    return new SpaceContent(n, capacity, projected, stores);
  }

  @Override
  public void close() {
    basis.close();
    images.close();
    metric.close();
    block.close();
    blockMetric.close();
    spare.close();
  }
}
