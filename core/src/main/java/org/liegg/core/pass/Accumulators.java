package org.liegg.core.pass;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.api.spi.IterationWatch;
import org.liegg.api.spi.WantedDefects;

/**
 * Makes the accumulators of a pass, one a worker, and finishes what they came to.
 *
 * @param provider the decomposition, resolved
 * @param options how it is computed
 * @param watches watches a decomposition of this name within the extraction
 * @param pass reaches rows that stayed with their parts; empty where accumulators have all of them
 */
public record Accumulators(
    DecompositionProvider provider,
    DecompositionOptions options,
    Function<String, IterationWatch> watches,
    Optional<UnaryOperator<byte[]>> pass) {

  /** Accumulators that have all rows. */
  public Accumulators(
      DecompositionProvider provider,
      DecompositionOptions options,
      Function<String, IterationWatch> watches) {
    this(provider, options, watches, Optional.empty());
  }

  /** The same, with rows that stayed with their parts. */
  public Accumulators reaching(UnaryOperator<byte[]> rows) {
    return new Accumulators(provider, options, watches, Optional.of(rows));
  }

  /** An empty accumulator of so many columns. */
  public Decomposition open(int columns) {
    return provider.open(columns, options);
  }

  /**
   * The defects of the choosing half, from a copy: its accumulator goes on to the other half.
   *
   * @param wanted how many of the smallest
   */
  public Optional<DefectSpectrum> chosenOn(Decomposition accumulator, WantedDefects wanted) {
    try (Decomposition copy = provider.restore(accumulator.state())) {
      attachRows(copy);
      return copy.finishDefects(wanted, watches.apply("choosing half"));
    }
  }

  /** The spectrum of what was accumulated so far, from a copy: the accumulator goes on. */
  Spectrum soFar(Decomposition accumulator) {
    try (Decomposition copy = provider.restore(accumulator.state())) {
      return copy.finish();
    }
  }

  /** The spectrum of all samples. */
  public Spectrum ofAll(Decomposition accumulator) {
    attachRows(accumulator);
    return accumulator.finish(watches.apply("all samples"));
  }

  private void attachRows(Decomposition accumulator) {
    pass.ifPresent(rows -> provider.distributedRows().orElseThrow().attach(accumulator, rows));
  }
}
