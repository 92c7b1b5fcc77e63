package org.liegg.core.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.Rows;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.IterationWatch;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;

class PartialSpectraTest {
  private static final long SECOND = 1_000_000_000;

  private final AtomicLong now = new AtomicLong(-5 * SECOND);

  private static Accumulators accumulators(String name) {
    return new Accumulators(
        ProviderRegistry.load(ProviderKind.DECOMPOSITION, PartialSpectraTest.class.getClassLoader())
            .require(name),
        DecompositionOptions.defaults(),
        decomposition -> new IterationWatch() {});
  }

  /** Each time it is asked, looking takes so long. */
  private PartialSpectra spectra(Accumulators accumulators, long cost) {
    return PartialSpectra.of(accumulators, 2, () -> now.getAndAdd(cost)).orElseThrow();
  }

  private static Rows row(double... values) {
    return new Rows(1, values.length, values);
  }

  @Test
  void saysWhatWasAccumulatedSoFarAndLeavesItAlone() {
    Accumulators accumulators = accumulators("gram");
    PartialSpectra spectra = spectra(accumulators, 0);
    try (Decomposition accumulator = accumulators.open(2)) {
      accumulator.accept(row(3, 0));
      accumulator.accept(row(0, 1));
      byte[] before = accumulator.state();
      now.addAndGet(SECOND);

      spectra.look(accumulator);

      Spectrum soFar = spectra.news().orElseThrow();
      assertThat(soFar.samples()).isEqualTo(2);
      assertThat(soFar.symmetryVariances()).containsExactly(new double[] {4.5, 0.5}, within(1e-12));
      assertThat(spectra.news()).isEmpty();
      assertThat(accumulator.state()).isEqualTo(before);
    }
  }

  @Test
  void looksAboutOnceASecond() {
    Accumulators accumulators = accumulators("gram");
    PartialSpectra spectra = spectra(accumulators, 0);
    try (Decomposition accumulator = accumulators.open(2)) {
      accumulator.accept(row(1, 2));
      int looks = 0;
      for (int tenth = 0; tenth < 55; tenth++) {
        now.addAndGet(SECOND / 10);
        spectra.look(accumulator);
        looks += spectra.news().isPresent() ? 1 : 0;
      }
      assertThat(looks).isEqualTo(5);
    }
  }

  @Test
  void restsTwentyTimesAsLongAsLookingTakes() {
    Accumulators accumulators = accumulators("gram");
    PartialSpectra spectra = spectra(accumulators, SECOND);
    try (Decomposition accumulator = accumulators.open(2)) {
      accumulator.accept(row(1, 2));
      spectra.look(accumulator);
      assertThat(spectra.news()).isPresent();
      // Of two questions that a look asks of the clock, one second each.
      for (int second = 1; second < 20; second++) {
        spectra.look(accumulator);
        assertThat(spectra.news()).as("after %d seconds", second).isEmpty();
      }
      now.addAndGet(SECOND);
      spectra.look(accumulator);
      assertThat(spectra.news()).isPresent();
    }
  }

  @ParameterizedTest
  @CsvSource({"gram, 512, true", "gram, 513, false", "qr, 20, true", "lobpcg, 20, false"})
  void looksAtWhatIsCheapToCopy(String name, int columns, boolean looks) {
    Optional<PartialSpectra> spectra = PartialSpectra.of(accumulators(name), columns);
    assertThat(spectra.isPresent()).isEqualTo(looks);
  }
}
