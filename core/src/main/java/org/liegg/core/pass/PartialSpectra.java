package org.liegg.core.pass;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.liegg.api.NumericalException;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.Decomposition;

/**
 * The spectrum of what the first worker of a pass has accumulated so far, now and then, by a copy
 * of its accumulator. It is made in that worker's thread, between two batches, and taken from here
 * by whoever wants to know. After the first look, looking takes no more than a twentieth of the
 * time.
 */
public final class PartialSpectra {
  /** More candidate fields take too long to be looked at in passing. */
  private static final int MOST_FIELDS = 512;

  private static final long SECOND = 1_000_000_000;

  /** Nothing is looked at for so many times as long as looking took. */
  private static final int REST = 20;

  private final Accumulators accumulators;
  private final LongSupplier clock;
  private final AtomicReference<@Nullable Spectrum> latest = new AtomicReference<>();

  /** When to look again: of the thread of the pass under way, which the next one is begun after. */
  private long next;

  private PartialSpectra(Accumulators accumulators, LongSupplier clock) {
    this.accumulators = accumulators;
    this.clock = clock;
    next = clock.getAsLong() + SECOND;
  }

  /**
   * Spectra of accumulators; empty where these are not cheap to copy: they keep rows, have more
   * than 512 columns or do not give all singular values.
   *
   * @param columns number of candidate fields
   */
  public static Optional<PartialSpectra> of(Accumulators accumulators, int columns) {
    return of(accumulators, columns, System::nanoTime);
  }

  /**
   * The same by another clock.
   *
   * @param clock in nanoseconds
   */
  static Optional<PartialSpectra> of(Accumulators accumulators, int columns, LongSupplier clock) {
    var able = accumulators.provider().capabilities();
    return able.streaming() && able.fullSpectrum() && columns <= MOST_FIELDS
        ? Optional.of(new PartialSpectra(accumulators, clock))
        : Optional.empty();
  }

  /** The latest spectrum, once. */
  public Optional<Spectrum> news() {
    return Optional.ofNullable(latest.getAndSet(null));
  }

  /**
   * Looks, where it is time to: in the accumulator's thread, between two batches.
   *
   * @param accumulator not changed
   */
  void look(Decomposition accumulator) {
    long from = clock.getAsLong();
    if (from - next < 0) {
      return;
    }
    try {
      latest.set(accumulators.soFar(accumulator));
    } catch (NumericalException e) {
      // Of so few samples there may be no spectrum; what comes of all of them is not known by it.
    }
    long to = clock.getAsLong();
    next = to + Math.max(SECOND, REST * (to - from));
  }
}
