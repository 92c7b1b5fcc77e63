package org.liegg.linalg;

import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Polarization;

/**
 * The two moments that chance is made of, streamed: {@code C = Σ J_nᵀ J_n} ({@code d × d}) and
 * {@code Φ = Σ φ(x_n) φ(x_n)ᵀ} ({@code p × p}). With gradients and positions drawn independently of
 * each other, a field h moves F by {@code hᵀ M h}, {@code M_ab = tr(A_aᵀ C A_b Φ) / N²}. Memory is
 * that of the two, whatever N.
 */
final class ChanceMoments implements AutoCloseable {
  private final FieldBasis basis;
  private final GramSum gradients;
  private final GramSum features;

  /**
   * @throws org.liegg.api.NumericalException {@code LIEGG-DECOMPOSITION-MEMORY} if the moments do
   *     not fit
   */
  ChanceMoments(FieldBasis basis, Kernels kernels, MemoryBudget budget) {
    this(
        basis,
        new GramSum(checked(basis.components(), budget), kernels),
        new GramSum(checked(basis.features(), budget), kernels));
  }

  private ChanceMoments(FieldBasis basis, GramSum gradients, GramSum features) {
    this.basis = basis;
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

  void add(Polarization polarization) {
    Batch rows = polarization.chanceRows();
    gradients.add(rows.values(), rows.rows());
    features.add(polarization.features().values(), polarization.samples());
  }

  void merge(ChanceMoments other) {
    gradients.merge(other.gradients);
    features.merge(other.features);
  }

  /** Both moments of all that was added; nothing may be added afterwards. */
  Finished finish() {
    return new Finished(basis, gradients.finish(), features.finish());
  }

  /**
   * Both moments, of all samples.
   *
   * @param c Σ JᵀJ
   * @param phi Σ φφᵀ
   */
  record Finished(FieldBasis basis, Symmetric c, Symmetric phi) {

    /** The whitening by {@code N²·M}; for all matrices, from the two moments alone. */
    Whitening whitening(Kernels kernels) {
      EigenSolver solver = new EigenSolver(kernels);
      return KroneckerBasis.of(basis)
          .<Whitening>map(all -> KroneckerWhitening.of(all, c, phi, solver))
          .orElseGet(() -> Whitening.of(ChanceMetric.assemble(basis, c, phi, kernels), solver));
    }
  }

  void write(StateWriter out) {
    FieldBases.write(basis, out);
    gradients.write(out);
    features.write(out);
  }

  static ChanceMoments read(StateReader in, Kernels kernels) {
    FieldBasis basis = FieldBases.read(in);
    return new ChanceMoments(
        basis,
        GramSum.read(in, kernels, basis.components()),
        GramSum.read(in, kernels, basis.features()));
  }

  @Override
  public void close() {
    gradients.close();
    features.close();
  }
}
