package org.liegg.linalg.lobpcg;

import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.liegg.api.Accuracy;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.FieldBasis;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.IterationWatch;
import org.liegg.blas.DenseKernel;
import org.liegg.blas.Kernels;
import org.liegg.linalg.dense.EigenSolver;
import org.liegg.linalg.dense.Products;
import org.liegg.linalg.dense.WorkerPool;
import org.liegg.linalg.factors.AcceptedFactors;
import org.liegg.linalg.factors.DistributedFactors;
import org.liegg.linalg.factors.FactorStore;
import org.liegg.linalg.factors.FactoredNormalOperator;
import org.liegg.linalg.factors.GramFromRows;
import org.liegg.linalg.factors.NormalOperator;
import org.liegg.linalg.sums.AccumulatedInput;
import org.liegg.linalg.sums.BaselineMoments;
import org.liegg.linalg.sums.RowCollector;

/** The smallest singular values and defects of what a decomposition has accepted, by iteration. */
final class IteratedSpectrum {
  private static final double APPLICATIONS = 24;

  private final int columns;
  private final LobpcgSettings settings;
  private final AccumulatedInput input;
  private final RowCollector rows;
  private final AcceptedFactors factors;
  private final Kernels kernels;
  private final UnaryOperator<byte[]> pass;
  private String description = "";
  private boolean rescaled;

  IteratedSpectrum(
      int columns,
      LobpcgSettings settings,
      AccumulatedInput input,
      RowCollector rows,
      AcceptedFactors factors,
      Kernels kernels,
      UnaryOperator<byte[]> pass) {
    this.columns = columns;
    this.settings = settings;
    this.input = input;
    this.rows = rows;
    this.factors = factors;
    this.kernels = kernels;
    this.pass = pass;
  }

  /** What did the work, once it is done. */
  String description() {
    return description;
  }

  /** Whether the factors are no longer what was accepted, since they had to be scaled. */
  boolean rescaled() {
    return rescaled;
  }

  /**
   * Iterates.
   *
   * @param singularToo whether singular values are wanted where there are defects
   */
  Spectrum of(IterationWatch watch, boolean singularToo) {
    BaselineMoments.Finished finished = input.finishMoments();
    DenseKernel kernel = kernels.forWork(work());
    try (WorkerPool pool = new WorkerPool(LobpcgDecomposition.OWNER, settings.threads());
        NormalOperator operator = plain(kernel, pool);
        NormalOperator judged = judged(operator, kernel, pool)) {
      rescaled = factors.store() != null && operator.exponent() != 0;
      EigenSolver eigen = new EigenSolver(kernels);
      SolverRequest request = request();
      int largest = kernel == kernels.java() ? Sharpener.MOST_IN_JAVA : Sharpener.MOST;
      ProblemSolver solver =
          new ProblemSolver(new Products(kernel, pool), pool, largest, eigen, request, watch);
      SmallestTriplets triplets = new SmallestTriplets(operator, kernel, eigen, solver, request);
      Optional<DefectSpectrum> defects =
          Optional.ofNullable(finished)
              .map(known -> triplets.defects(judged, known, input.settings(), kernels));
      SmallestTriplets.Singular singular = SmallestTriplets.Singular.none();
      if (finished == null || defects.isEmpty()) {
        singular = triplets.ofRows();
      } else if (singularToo) {
        singular = triplets.ofFactors(finished, input.settings(), defects.get());
      }
      description = description(solver, kernel);
      return spectrum(singular, defects);
    }
  }

  /** EᵀE of the rows as they are. */
  private NormalOperator plain(DenseKernel kernel, WorkerPool pool) {
    FactorStore store = factors.store();
    if (factors.areTaken()) {
      return distributed().plain();
    }
    return store == null
        ? new GramFromRows(rows, kernel)
        : new FactoredNormalOperator(store, kernel, pool);
  }

  /** EᵀE of the rows as they are weighed where defects are judged. */
  private NormalOperator judged(NormalOperator plain, DenseKernel kernel, WorkerPool pool) {
    if (!factors.areWeighed()) {
      return plain;
    }
    return factors.areTaken()
        ? distributed().weighed()
        : new FactoredNormalOperator(factors.weighed(), kernel, pool);
  }

  private DistributedFactors distributed() {
    return factors.distributed(new DistributedFactors.Asked(pass, input.rows(), work()));
  }

  private static String description(ProblemSolver solver, DenseKernel kernel) {
    return String.format(
        Locale.ROOT,
        "LOBPCG, %d iterations, residual %.1e, %s",
        solver.iterations(),
        solver.residual(),
        kernel.description());
  }

  private Spectrum spectrum(SmallestTriplets.Singular singular, Optional<DefectSpectrum> defects) {
    return new Spectrum(
        input.samples(),
        input.rows(),
        columns,
        singular.values(),
        singular.vectors(),
        defects,
        Accuracy.GRAM);
  }

  private SolverRequest request() {
    return new SolverRequest(
        LobpcgDecomposition.OWNER,
        settings.wanted(),
        settings.most(),
        input.samples(),
        input.rows(),
        new LobpcgMemory(columns, settings).room(factors, rows.rows()),
        settings.iterations(),
        settings.residual());
  }

  /** Operations of a few dozen applications of EᵀE a value, which is the least that it takes. */
  private double work() {
    FieldBasis fields = factors.basis();
    double width = fields == null ? columns : (double) fields.components() * fields.features();
    return 4.0 * APPLICATIONS * input.samples() * width * settings.wanted();
  }
}
