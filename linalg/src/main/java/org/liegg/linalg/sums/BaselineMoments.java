package org.liegg.linalg.sums;

import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Polarization;
import org.liegg.blas.Kernels;
import org.liegg.blas.Symmetric;
import org.liegg.linalg.state.StateReader;
import org.liegg.linalg.state.StateWriter;

/**
 * The moments that baselines are made of, streamed: {@code C = Σ J_nᵀ J_n} ({@code d × d}), {@code
 * Φ = Σ φ(x_n) φ(x_n)ᵀ} ({@code p × p}) and {@code Σ φ(x_n)}. With gradients and positions drawn
 * independently of each other, a field h moves F by {@code hᵀ M h}, {@code M_ab = tr(A_aᵀ C A_b Φ)
 * / N²}. Memory is that of the two, whatever N.
 */
public final class BaselineMoments implements AutoCloseable {
  private final FieldBasis basis;
  private final GramSum gradients;
  private final GramSum features;
  private final double[] sums;
  private final int responses;
  private long samples;

  /**
   * Moments of polarizations of these fields; none is taken in yet.
   *
   * @param responses how many of the components are outputs
   * @throws org.liegg.api.NumericalException {@code LIEGG-DECOMPOSITION-MEMORY} if the moments do
   *     not fit
   */
  public BaselineMoments(FieldBasis basis, int responses, Kernels kernels, MemoryBudget budget) {
    this(
        basis,
        responses,
        new GramSum(checked(basis.components(), budget), kernels),
        new GramSum(checked(basis.features(), budget), kernels));
  }

  private BaselineMoments(FieldBasis basis, int responses, GramSum gradients, GramSum features) {
    this.basis = basis;
    this.responses = responses;
    sums = new double[basis.features()];
    this.gradients = gradients;
    this.features = features;
  }

  private static int checked(int width, MemoryBudget budget) {
    String remedy = "raise -Xmx, or use inputs of lower resolution";
    budget.requireSquare("moments of the defect", width, remedy);
    budget.require(
        "moments of the defect",
        GramSum.footprint(width),
        "second moments of %d inputs or features".formatted(width),
        remedy);
    return width;
  }

  FieldBasis basis() {
    return basis;
  }

  public void add(Polarization polarization) {
    Batch rows = polarization.baselineRows();
    gradients.add(rows.values(), rows.rows());
    double[] phi = polarization.features().values();
    features.add(phi, polarization.samples());
    for (int n = 0, at = 0; n < polarization.samples(); n++) {
      for (int p = 0; p < sums.length; p++) {
        sums[p] += phi[at++];
      }
    }
    samples += polarization.samples();
  }

  int responses() {
    return responses;
  }

  void merge(BaselineMoments other) {
    gradients.merge(other.gradients);
    features.merge(other.features);
    for (int p = 0; p < sums.length; p++) {
      sums[p] += other.sums[p];
    }
    samples += other.samples;
  }

  /** Both moments of all that was added; nothing may be added afterwards. */
  public Finished finish() {
    return new Finished(
        basis, responses, samples, gradients.finish(), features.finish(), sums.clone());
  }

  /**
   * The moments, of all samples.
   *
   * @param responses how many of the components are outputs
   * @param samples N
   * @param c Σ JᵀJ
   * @param phi Σ φφᵀ
   * @param sums Σ φ
   */
  public record Finished(
      FieldBasis basis, int responses, long samples, Symmetric c, Symmetric phi, double[] sums) {}

  void write(StateWriter out) {
    FieldBases.write(basis, out);
    out.writeInt(responses).writeLong(samples).writeDoubles(sums, sums.length);
    gradients.write(out);
    features.write(out);
  }

  static BaselineMoments read(StateReader in, Kernels kernels) {
    FieldBasis basis = FieldBases.read(in);
    int responses = in.readSize();
    long samples = in.readLong();
    double[] sums = in.readDoubles();
    in.require(responses <= basis.components() && samples >= 0 && sums.length == basis.features());
    BaselineMoments read =
        new BaselineMoments(
            basis,
            responses,
            GramSum.read(in, kernels, basis.components()),
            GramSum.read(in, kernels, basis.features()));
    read.samples = samples;
    System.arraycopy(sums, 0, read.sums, 0, sums.length);
    return read;
  }

  @Override
  public void close() {
    gradients.close();
    features.close();
  }
}
