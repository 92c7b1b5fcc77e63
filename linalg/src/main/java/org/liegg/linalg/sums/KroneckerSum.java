package org.liegg.linalg.sums;

import java.util.Arrays;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Jacobians;
import org.liegg.api.Polarization;
import org.liegg.blas.DenseKernel;
import org.liegg.blas.Kernels;
import org.liegg.blas.KroneckerLayout;
import org.liegg.blas.PairWorkspace;
import org.liegg.blas.Scale;
import org.liegg.blas.Symmetric;
import org.liegg.linalg.state.StateReader;
import org.liegg.linalg.state.StateWriter;

/**
 * {@code T = Σ_n (J_nᵀ J_n) ⊗ (φ_n φ_nᵀ)} over streamed samples, of each symmetric factor one half,
 * by one matrix product a block of samples. E is never formed, and how many outputs there are
 * hardly matters. Like {@link GramSum}, it gathers samples in blocks of fixed size, and keeps
 * powers of two apart from both factors where their sizes are out of the ordinary.
 */
public final class KroneckerSum implements AutoCloseable {
  private static final int BLOCK_ENTRIES = 1 << 18;
  private static final int MIN_SAMPLES = 128;
  private static final int MAX_SAMPLES = 4096;

  /** Four numbers between 2^-this and 2^this have products whose sums are safe as they are. */
  private static final int SAFE = 100;

  private final FieldBasis basis;
  private final KroneckerLayout layout;
  private final Kernels kernels;
  private final KroneckerFactors gradients;
  private final KroneckerFactors features;
  private final FactorScale gradientScale = new FactorScale(SAFE);
  private final FactorScale featureScale = new FactorScale(SAFE);
  private final double fieldSize;
  private double[] left = new double[0];
  private double[] right = new double[0];
  private int filled;
  private DenseKernel kernel;
  private PairWorkspace workspace;

  public KroneckerSum(FieldBasis basis, KroneckerLayout layout, Kernels kernels) {
    this.basis = basis;
    this.layout = layout;
    this.kernels = kernels;
    gradients = KroneckerFactors.ofGradients(layout);
    features = KroneckerFactors.ofFeatures(layout);
    fieldSize = FieldBases.largestSum(basis);
    kernel = kernels.java();
    workspace = kernel.pairs(new double[(int) layout.size()], layout);
  }

  /** Numbers that a sum of this layout holds at most at once, its tables of indices included. */
  public static double footprint(KroneckerLayout layout) {
    double tables = Math.pow(layout.components().length, 2) + Math.pow(layout.features().length, 2);
    return 2 * layout.size() + 2.0 * blockSamples(layout) * rowWidth(layout) + tables / 2;
  }

  private static int blockSamples(KroneckerLayout layout) {
    int wanted = BLOCK_ENTRIES / Math.max(1, rowWidth(layout));
    return Math.min(MAX_SAMPLES, Math.max(MIN_SAMPLES, wanted));
  }

  private static int rowWidth(KroneckerLayout layout) {
    return layout.leftWidth() + layout.rightWidth();
  }

  public FieldBasis basis() {
    return basis;
  }

  public KroneckerLayout layout() {
    return layout;
  }

  /**
   * Takes the factors of rows.
   *
   * @param polarization of the fields of this sum, all finite
   * @param firstRow number of its first row of E, for messages
   * @throws org.liegg.api.NumericalException {@code LIEGG-ROWS-NONFINITE} if rows of E overflow
   */
  public void add(Polarization polarization, long firstRow) {
    Jacobians jacobians = polarization.jacobians();
    Batch phi = polarization.features();
    double largestGradient = Scale.largest(jacobians.values(), jacobians.values().length);
    double largestFeature = Scale.largest(phi.values(), phi.values().length);
    if (!Double.isFinite(largestGradient * largestFeature * fieldSize * jacobians.inputs())) {
      Finite.require("rows of E", polarization.rows().values(), basis.fields(), firstRow);
    }
    follow(gradientScale.raisedBy(largestGradient), featureScale.raisedBy(largestFeature));
    int width = jacobians.outputs() * jacobians.inputs();
    for (int n = 0; n < polarization.samples(); n++) {
      addSample(jacobians, n * width, phi, n * phi.columns());
    }
  }

  private void addSample(Jacobians jacobians, int gradientsFrom, Batch phi, int featuresFrom) {
    if (left.length == 0) {
      left = new double[blockSamples(layout) * gradients.width()];
      right = new double[blockSamples(layout) * features.width()];
    }
    gradients.add(
        jacobians.values(),
        gradientsFrom,
        jacobians.outputs(),
        jacobians.inputs(),
        gradientScale.exponent(),
        left,
        filled * gradients.width());
    features.add(
        phi.values(),
        featuresFrom,
        1,
        phi.columns(),
        featureScale.exponent(),
        right,
        filled * features.width());
    filled++;
    if (filled == blockSamples(layout)) {
      flush();
    }
  }

  /** Takes over the sum of the other, which holds nothing afterwards. */
  public void merge(KroneckerSum other) {
    flush();
    other.flush();
    follow(gradientScale.raisedTo(other.gradientScale), featureScale.raisedTo(other.featureScale));
    double[] theirs = other.workspace.sum();
    int behind =
        other.gradientScale.exponent()
            - gradientScale.exponent()
            + other.featureScale.exponent()
            - featureScale.exponent();
    Scale.by(theirs, theirs.length, 2 * behind);
    double[] ours = workspace.sum();
    for (int i = 0; i < ours.length; i++) {
      ours[i] += theirs[i];
    }
    replace(kernel, ours);
    other.close();
  }

  /** EᵀE of all that was added; nothing may be added afterwards. */
  public Symmetric finish() {
    flush();
    double[] sum = workspace.sum();
    close();
    int exponent = 2 * (gradientScale.exponent() + featureScale.exponent());
    return Symmetric.ofUpper(KroneckerAssembly.upper(basis, layout, sum), basis.fields(), exponent);
  }

  public void write(StateWriter out) {
    gradientScale.write(out);
    featureScale.write(out);
    out.writeInt(filled);
    out.writeDoubles(left, filled * gradients.width());
    out.writeDoubles(right, filled * features.width());
    double[] sum = workspace.sum();
    out.writeDoubles(sum, sum.length);
  }

  /** Reads what {@link #write} wrote into this, to which nothing was added yet. */
  public void read(StateReader in) {
    gradientScale.read(in);
    featureScale.read(in);
    filled = in.readSize();
    in.require(filled < blockSamples(layout));
    left = grown(in, in.readDoubles(), gradients.width());
    right = grown(in, in.readDoubles(), features.width());
    double[] sum = in.readDoubles();
    in.require(sum.length == (int) layout.size());
    replace(kernel, sum);
  }

  private double[] grown(StateReader in, double[] rows, int width) {
    in.require(rows.length == filled * width);
    return Arrays.copyOf(rows, blockSamples(layout) * width);
  }

  private void flush() {
    if (filled == 0) {
      return;
    }
    DenseKernel best = kernels.forWork(2 * layout.size() * filled);
    if (best != kernel) {
      replace(best, workspace.sum());
    }
    workspace.add(left, right, filled);
    // The next products are added to what is there.
    Arrays.fill(left, 0, filled * gradients.width(), 0);
    Arrays.fill(right, 0, filled * features.width(), 0);
    filled = 0;
  }

  /** Brings what there is to scales that have risen by these exponents. */
  private void follow(int gradientsRaised, int featuresRaised) {
    int raised = gradientsRaised + featuresRaised;
    if (raised == 0) {
      return;
    }
    Scale.by(left, filled * gradients.width(), -2 * gradientsRaised);
    Scale.by(right, filled * features.width(), -2 * featuresRaised);
    double[] sum = workspace.sum();
    Scale.by(sum, sum.length, -2 * raised);
    replace(kernel, sum);
  }

  private void replace(DenseKernel by, double[] sum) {
    workspace.close();
    kernel = by;
    workspace = by.pairs(sum, layout);
  }

  @Override
  public void close() {
    workspace.close();
    left = new double[0];
    right = new double[0];
    filled = 0;
  }
}
