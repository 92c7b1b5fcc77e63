package org.liegg.benchmarks;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.liegg.algebra.LearnedAlgebra;
import org.liegg.algebra.LieAlgebras;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From generators of some 36 dimensions to the name: in coordinates in which no matrix is plain, in
 * a random basis, moved by noise. {@code -wi 0 -i 1} is a first call, which loads classes and runs
 * code that is not compiled yet. The baseline stops much earlier: structure constants alone, one
 * least-squares problem a pair by plain loops, as one would write them down.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(5)
@Warmup(iterations = 10)
@Measurement(iterations = 5)
public class IdentificationBenchmark {
  private static final double NOISE = 1e-3;

  /** What was learned, among all matrices. */
  @Param({"so(9)", "so(4,5)", "sp(8)", "u(6)", "sl(6)", "gl(6)", "so(5)+so(5)", "so(8)+so(4)"})
  public String algebra = "";

  private GroupAction candidates = Actions.gl(1);
  private Matrix generators = new Matrix(0, 1, new double[0]);

  /** For JMH. */
  public IdentificationBenchmark() {}

  /** The algebra, moved. */
  @Setup(Level.Trial)
  public void prepare() {
    GroupAction known = Actions.parse(algebra);
    int n = known.inputSize();
    int g = known.dimension();
    Random random = new Random(1);
    DMatrixRMaj p = gaussian(n, n, 0.5 / Math.sqrt(n), random);
    CommonOps_DDRM.addEquals(p, CommonOps_DDRM.identity(n));
    DMatrixRMaj inverse = new DMatrixRMaj(n, n);
    CommonOps_DDRM.invert(p, inverse);
    DMatrixRMaj rows = new DMatrixRMaj(g, n * n);
    for (int k = 0; k < g; k++) {
      double[] unit = new double[g];
      unit[k] = 1;
      DMatrixRMaj a = DMatrixRMaj.wrap(n, n, known.matrix(unit).orElseThrow().values());
      DMatrixRMaj moved = CommonOps_DDRM.mult(CommonOps_DDRM.mult(p, a, null), inverse, null);
      System.arraycopy(moved.data, 0, rows.data, k * n * n, n * n);
    }
    DMatrixRMaj mixed = CommonOps_DDRM.mult(gaussian(g, g, 1 / Math.sqrt(g), random), rows, null);
    orthonormalize(mixed);
    CommonOps_DDRM.addEquals(mixed, gaussian(g, n * n, NOISE / n, random));
    candidates = Actions.gl(n);
    generators = new Matrix(g, n * n, mixed.data);
  }

  /** Closure, the exact algebra next to it, invariants, forms, name. */
  @Benchmark
  public LearnedAlgebra identification() {
    LearnedAlgebra found = LieAlgebras.of(candidates, generators, NOISE);
    if (!found.identified()) {
      throw new IllegalStateException(algebra + " is " + found.name());
    }
    return found;
  }

  /** The normal equations of {@code Σ_k c_k e_k = [e_i, e_j]}, solved for every pair. */
  @Benchmark
  public double[][] structureConstantsByPairs() {
    int g = generators.rows();
    return IntStream.range(0, g * g)
        .mapToObj(pair -> LeastSquares.solve(generators, bracket(pair / g, pair % g)))
        .toArray(double[][]::new);
  }

  private double[] bracket(int i, int j) {
    int n = candidates.inputSize();
    double[] bracket = new double[n * n];
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        for (int c = 0; c < n; c++) {
          bracket[a * n + b] +=
              generators.get(i, a * n + c) * generators.get(j, c * n + b)
                  - generators.get(j, a * n + c) * generators.get(i, c * n + b);
        }
      }
    }
    return bracket;
  }

  /** Gram–Schmidt, twice, by rows: the noise is that of unit generators. */
  private static void orthonormalize(DMatrixRMaj rows) {
    int length = rows.numCols;
    for (int i = 0; i < rows.numRows; i++) {
      DMatrixRMaj row = CommonOps_DDRM.extractRow(rows, i, null);
      for (int k = 0; k < 2 * i; k++) {
        DMatrixRMaj other = CommonOps_DDRM.extractRow(rows, k % i, null);
        CommonOps_DDRM.addEquals(row, -CommonOps_DDRM.dot(row, other), other);
      }
      CommonOps_DDRM.scale(1 / Math.sqrt(CommonOps_DDRM.dot(row, row)), row);
      System.arraycopy(row.data, 0, rows.data, i * length, length);
    }
  }

  private static DMatrixRMaj gaussian(int rows, int columns, double scale, Random random) {
    DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
    for (int s = 0; s < matrix.data.length; s++) {
      matrix.data[s] = scale * random.nextGaussian();
    }
    return matrix;
  }
}
