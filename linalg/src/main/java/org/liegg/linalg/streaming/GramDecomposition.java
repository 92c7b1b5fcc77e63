package org.liegg.linalg.streaming;

import org.jspecify.annotations.Nullable;
import org.liegg.api.Accuracy;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.FieldBasis;
import org.liegg.api.Polarization;
import org.liegg.linalg.blas.Kernels;
import org.liegg.linalg.blas.KroneckerLayout;
import org.liegg.linalg.blas.NativeBlas;
import org.liegg.linalg.blas.Symmetric;
import org.liegg.linalg.blas.SymmetricEigen;
import org.liegg.linalg.defect.DefectSolver;
import org.liegg.linalg.defect.WhitenedGram;
import org.liegg.linalg.dense.EigenSolver;
import org.liegg.linalg.sums.GramPath;
import org.liegg.linalg.sums.GramSum;
import org.liegg.linalg.sums.KroneckerSum;
import org.liegg.linalg.sums.MemoryBudget;
import org.liegg.linalg.sums.StateReader;
import org.liegg.linalg.sums.StateWriter;

/**
 * Streams {@code G = EᵀE} and solves {@code G v = σ² v}. Memory is a few {@code m × m} matrices,
 * whatever the number of rows; σ² is exact to about ε·σ_max². Polarizations are added by their rows
 * or by their factors, whichever costs less; what came in by both ways is added up at the end.
 */
public final class GramDecomposition extends Accumulator {
  public static final String KIND = "gram";

  private final NativeBlas natives;
  private final MemoryBudget budget;
  private final DecompositionOptions options;
  private final GramPath path;
  private final int threads;
  private @Nullable GramSum sum;
  private @Nullable KroneckerSum factors;
  private @Nullable KroneckerLayout layout;
  private String taken = "";

  public GramDecomposition(int columns, NativeBlas natives, MemoryBudget budget) {
    this(columns, natives, budget, DecompositionOptions.defaults(), GramPath.CHEAPEST);
  }

  public GramDecomposition(
      int columns,
      NativeBlas natives,
      MemoryBudget budget,
      DecompositionOptions options,
      GramPath path) {
    super(KIND, checked(columns, budget), new Kernels(natives, planned(columns, options)), budget);
    this.natives = natives;
    this.budget = budget;
    this.options = options;
    this.path = path;
    this.threads = options.threads();
  }

  private static int checked(int columns, MemoryBudget budget) {
    String subject = "decomposition " + KIND;
    String remedy = "raise -Xmx, or use an action of fewer fields";
    budget.requireSquare(subject, columns, remedy);
    budget.require(subject, footprint(columns), "%d candidate fields".formatted(columns), remedy);
    return columns;
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
  int threads() {
    return threads;
  }

  @Override
  Accumulator sibling() {
    return new GramDecomposition(columns(), natives, budget, options, path);
  }

  @Override
  void reserve(long rows) {
    // Nothing grows with the rows.
  }

  @Override
  void add(double[] values, int rows) {
    plain().add(values, rows);
    describe();
  }

  @Override
  boolean addFactors(Polarization piece) {
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
  void absorb(Accumulator other) {
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
  void writeRows(StateWriter out) {
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
  void readRows(StateReader in) {
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
  Factored factor() {
    KroneckerSum pairs = factors;
    Symmetric gram = pairs == null ? plain().finish() : pairs.finish();
    if (pairs != null && sum != null) {
      gram = gram.plus(sum.finish());
    }
    return new FactoredGram(gram, rowsSoFar(), kernels());
  }

  @Override
  void release() {
    if (sum != null) {
      sum.close();
    }
    if (factors != null) {
      factors.close();
    }
  }

  private record FactoredGram(Symmetric gram, long rows, Kernels kernels) implements Factored {

    @Override
    public SymmetricEigen singular() {
      int m = gram.order();
      SymmetricEigen eigen = new EigenSolver(kernels).solve(gram.values(), m);
      double[] sigma = new double[m];
      // The rank is at most the number of rows: what lies beyond is rounding.
      for (int i = 0; i < Math.min(m, rows); i++) {
        sigma[i] = Math.scalb(Math.sqrt(Math.max(0, eigen.values()[i])), gram.exponent() / 2);
      }
      return new SymmetricEigen(m, sigma, eigen.vectors());
    }

    @Override
    public DefectSolver.Whitened whitened() {
      return new WhitenedGram(gram, kernels);
    }

    @Override
    public int exponent() {
      return gram.exponent();
    }

    @Override
    public Accuracy accuracy() {
      return Accuracy.GRAM;
    }
  }
}
