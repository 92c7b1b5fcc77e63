package org.liegg.linalg.streaming;

import org.jspecify.annotations.Nullable;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.api.Polarization;
import org.liegg.blas.Kernels;
import org.liegg.blas.KroneckerLayout;
import org.liegg.blas.NativeBlas;
import org.liegg.blas.Symmetric;
import org.liegg.linalg.dense.EigenSolver;
import org.liegg.linalg.spi.Factor;
import org.liegg.linalg.spi.StreamingDecomposition;
import org.liegg.linalg.state.StateReader;
import org.liegg.linalg.state.StateWriter;
import org.liegg.linalg.sums.GramPath;
import org.liegg.linalg.sums.GramSum;
import org.liegg.linalg.sums.KroneckerSum;
import org.liegg.linalg.sums.MemoryBudget;
import org.liegg.linalg.sums.Resources;

/**
 * Streams {@code G = EᵀE} and solves {@code G v = σ² v}. Memory is a few {@code m × m} matrices,
 * whatever the number of rows; σ² is exact to about ε·σ_max². Polarizations are added by their rows
 * or by their factors, whichever costs less; what came in by both ways is added up at the end.
 */
public final class GramDecomposition extends StreamingDecomposition {
  public static final String KIND = "gram";

  private final NativeBlas natives;
  private final MemoryBudget budget;
  private final DecompositionOptions options;
  private final GramPath path;
  private @Nullable GramSum sum;
  private @Nullable KroneckerSum factors;
  private @Nullable KroneckerLayout layout;
  private String taken = "";

  /** With rows or factors, whichever costs less. */
  public GramDecomposition(
      int columns, NativeBlas natives, MemoryBudget budget, DecompositionOptions options) {
    this(columns, natives, budget, options, GramPath.CHEAPEST);
  }

  public GramDecomposition(
      int columns,
      NativeBlas natives,
      MemoryBudget budget,
      DecompositionOptions options,
      GramPath path) {
    super(
        KIND,
        Width.checked(KIND, columns, footprint(columns), budget),
        resources(columns, natives, budget, options));
    this.natives = natives;
    this.budget = budget;
    this.options = options;
    this.path = path;
  }

  private static Resources resources(
      int columns, NativeBlas natives, MemoryBudget budget, DecompositionOptions options) {
    Kernels kernels = new Kernels(natives, planned(columns, options));
    return Resources.of(kernels, budget, options).withThreads(options.threads());
  }

  private Kernels kernels() {
    return resources().kernels();
  }

  private static double footprint(int columns) {
    double vectorsAndCopies = 4.0 * columns * columns;
    return GramSum.footprint(columns) + vectorsAndCopies;
  }

  /** Two eigenproblems for certain, and the rows, where their number is known. */
  private static double planned(int columns, DecompositionOptions options) {
    double rows = options.rows().orElse(0);
    return 2 * EigenSolver.operations(columns) + rows * columns * columns;
  }

  /** Named by the work that was asked for, which is what chose the kernel. */
  @Override
  public String description() {
    return "EᵀE%s by %s".formatted(taken, kernels().description());
  }

  @Override
  protected StreamingDecomposition sibling() {
    return new GramDecomposition(columns(), natives, budget, options, path);
  }

  @Override
  protected void add(double[] values, int rows) {
    plain().add(values, rows);
    describe();
  }

  @Override
  protected boolean addFactors(Polarization piece) {
    if (!KroneckerLayout.possible(piece.fields())) {
      return false;
    }
    KroneckerLayout known = layout;
    if (known == null) {
      known = KroneckerLayout.of(piece.fields());
      layout = known;
    }
    if (!fits(known) || !path.byFactors(piece.fields(), known, piece.outputs())) {
      return false;
    }
    kronecker(piece.fields(), known).add(piece, rowsSoFar());
    describe();
    return true;
  }

  /** Whether the sum of this layout fits beside everything else. */
  private boolean fits(KroneckerLayout known) {
    return known.size() > 0
        && known.size() < Integer.MAX_VALUE - 8
        && budget.holds(footprint(columns()) + KroneckerSum.footprint(known));
  }

  private GramSum plain() {
    GramSum present = sum;
    if (present == null) {
      present = new GramSum(columns(), kernels());
      sum = present;
    }
    return present;
  }

  private KroneckerSum kronecker(FieldBasis basis, KroneckerLayout known) {
    KroneckerSum present = factors;
    if (present == null) {
      present = new KroneckerSum(basis, known, kernels());
      factors = present;
    }
    return present;
  }

  private void describe() {
    if (factors != null) {
      taken = sum == null ? " as Kronecker factors" : " as Kronecker factors and as rows";
    }
  }

  @Override
  protected void absorb(StreamingDecomposition other) {
    GramDecomposition theirs = (GramDecomposition) other;
    if (theirs.sum != null) {
      plain().merge(theirs.sum);
    }
    if (theirs.factors != null) {
      kronecker(theirs.factors.basis(), theirs.factors.layout()).merge(theirs.factors);
    }
    describe();
  }

  @Override
  protected void writeRows(StateWriter out) {
    GramSum rows = sum;
    out.writeInt(rows == null ? 0 : 1);
    if (rows != null) {
      rows.write(out);
    }
    KroneckerSum pairs = factors;
    out.writeInt(pairs == null ? 0 : 1);
    if (pairs != null) {
      pairs.write(out);
    }
  }

  @Override
  protected void readRows(StateReader in) {
    if (in.readInt() != 0) {
      sum = GramSum.read(in, kernels(), columns());
    }
    if (in.readInt() != 0) {
      FieldBasis basis = fieldsSoFar();
      if (basis == null) {
        throw new IllegalArgumentException("factors without their fields");
      }
      in.require(KroneckerLayout.possible(basis));
      KroneckerLayout known = KroneckerLayout.of(basis);
      in.require(known.size() * Double.BYTES <= in.remaining());
      layout = known;
      kronecker(basis, known).read(in);
    }
    describe();
  }

  @Override
  protected Factor factor() {
    KroneckerSum pairs = factors;
    Symmetric gram = pairs == null ? plain().finish() : pairs.finish();
    if (pairs != null && sum != null) {
      gram = gram.plus(sum.finish());
    }
    int m = gram.order();
    return new Factor.Gram(new Matrix(m, m, gram.values()), gram.exponent());
  }

  @Override
  protected void release() {
    if (sum != null) {
      sum.close();
    }
    if (factors != null) {
      factors.close();
    }
  }
}
