package org.liegg.linalg.lobpcg;

import org.liegg.api.FieldBasis;
import org.liegg.linalg.factors.AcceptedFactors;
import org.liegg.linalg.factors.FactorStore;
import org.liegg.linalg.factors.FactoredNormalOperator;
import org.liegg.linalg.factors.GramFromRows;
import org.liegg.linalg.factors.NormalOperator;
import org.liegg.linalg.sums.GramSum;
import org.liegg.linalg.sums.MemoryBudget;

/** What an iterative decomposition will need, before it needs it. */
record LobpcgMemory(int columns, LobpcgSettings settings) {
  /** Numbers that gram holds for each entry of EᵀE: sum, copies, vectors. */
  static final double GRAM = 6;

  /** Refuses a width for which even the least search space is too large. */
  void requireColumns() {
    if (columns > settings.denseUpTo()) {
      require(
          solver(least(), false), "the smallest %d of %d".formatted(settings.wanted(), columns));
    }
  }

  /**
   * Refuses rows that would not fit.
   *
   * @param rows how many there will be
   */
  void requireRows(long rows) {
    double numbers = (double) rows * columns + GramFromRows.footprint(columns) + later();
    require(numbers, "%d rows × %d columns".formatted(rows, columns));
  }

  /**
   * Refuses factors that would not fit.
   *
   * @param held bytes of the factors so far
   * @param samples how many more are to come
   * @param outputs k
   */
  void requireFactors(double held, long samples, int outputs, FieldBasis basis) {
    double bytes = held + FactorStore.bytes(samples, outputs, basis.components(), basis.features());
    double numbers = bytes / Double.BYTES + beside(basis, outputs) + later();
    require(
        numbers,
        "gradients and features of the samples so far, %d of %d outputs more, and a search space"
            .formatted(samples, outputs));
  }

  /** The room for a search beside the rows, or their factors. */
  SolverRequest.Room room(AcceptedFactors factors, long rows) {
    FieldBasis basis = factors.basis();
    double held =
        basis == null
            ? (double) rows * columns + GramFromRows.footprint(columns)
            : factors.bytes() / Double.BYTES + beside(basis, factors.outputs());
    return new SearchRoom(held, basis != null && !new FieldMap(basis).complete());
  }

  /** Beside so many numbers that are held. */
  private final class SearchRoom implements SolverRequest.Room {
    private final double held;
    private final boolean generalised;

    SearchRoom(double held, boolean generalised) {
      this.held = held;
      this.generalised = generalised;
    }

    @Override
    public int capacity(int count) {
      return new LobpcgMemory(columns, settings.withWanted(count)).capacity(held, generalised);
    }

    @Override
    public boolean holds(double numbers) {
      double search = solver(capacity(settings.wanted()), generalised);
      return settings.budget().holds(held + search + numbers);
    }
  }

  /** How many vectors the search space may hold; 0 where not even the least fits. */
  private int capacity(double held, boolean generalised) {
    int capacity = Math.min(columns, SolverPlan.largeCapacity(settings.wanted()));
    while (capacity > least() && !settings.budget().holds(held + solver(capacity, generalised))) {
      capacity = Math.max(least(), capacity * 7 / 8);
    }
    return settings.budget().holds(held + solver(capacity, generalised)) ? capacity : 0;
  }

  /** Numbers held while EᵀE is applied, beside the factors. */
  private double beside(FieldBasis basis, int outputs) {
    int d = basis.components();
    int p = basis.features();
    return FactoredNormalOperator.footprint(d, p, outputs, settings.threads())
        + WhitenedPencil.footprint(d, p, NormalOperator.TOGETHER)
        + GramSum.footprint(d)
        + GramSum.footprint(p);
  }

  private double later() {
    return columns <= settings.denseUpTo() ? GRAM * columns * columns : solver(least(), false);
  }

  private int least() {
    return Math.min(columns, SolverPlan.smallCapacity(settings.wanted()));
  }

  /** A search space, the block on its way, starts and results. */
  private double solver(int capacity, boolean generalised) {
    double results = 5.0 * settings.wanted() + SolverPlan.guardOf(settings.wanted());
    double blocks = 6.0 * SolverPlan.BLOCK;
    return SearchSpace.footprint(columns, capacity, SolverPlan.BLOCK, generalised)
        + (results + blocks) * columns;
  }

  private void require(double numbers, String what) {
    MemoryBudget budget = settings.budget();
    double gram = GRAM * columns * columns;
    String other =
        budget.holds(gram)
            ? "use the decomposition gram, which needs %s whatever the samples"
            : "use fewer samples, or raise -Xmx; the decomposition gram would need %s";
    budget.require(
        LobpcgDecomposition.OWNER,
        numbers,
        what,
        other.formatted(MemoryBudget.text(Double.BYTES * gram)));
  }
}
