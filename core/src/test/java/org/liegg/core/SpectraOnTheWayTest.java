package org.liegg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.Spectrum;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.spi.ModelGradient;
import org.liegg.tck.fixtures.ExactModel;

/** What a listener hears of the spectrum while samples are read. */
class SpectraOnTheWayTest {

  /** Hears everything, in the extracting thread. */
  private static final class Listening implements ProgressListener {
    private final boolean wants;
    private final Thread thread = Thread.currentThread();
    private final List<Spectrum> heard = new ArrayList<>();

    Listening(boolean wants) {
      this.wants = wants;
    }

    @Override
    public void samples(long done, OptionalLong total) {}

    @Override
    public boolean wantsSpectra() {
      return wants;
    }

    @Override
    public void spectrum(Spectrum soFar) {
      assertThat(Thread.currentThread()).isSameAs(thread);
      heard.add(soFar);
    }
  }

  private static final ExactModel EXACT = ExactModel.sphere(3);

  /** Takes at least two milliseconds for every sample. */
  private static ModelGradient slow() {
    return new ExactModel(
        3,
        0,
        3,
        1,
        EXACT.precision(),
        EXACT.values(),
        x -> {
          long until = System.nanoTime() + 2_000_000;
          while (System.nanoTime() - until < 0) {
            LockSupport.parkNanos(until - System.nanoTime());
          }
          return EXACT.jacobian().apply(x);
        });
  }

  private static SymmetryReport extracted(
      ModelGradient model, String decomposition, int threads, ProgressListener listener) {
    return ExactCases.extractor(model, ExactCases.normal(2000 * threads, 3), "gl(3)", decomposition)
        .with(s -> s.withBatchSize(50).withThreads(threads))
        .progress(listener)
        .build()
        .extract();
  }

  @ParameterizedTest
  @CsvSource({"gram, 1", "gram, 2", "qr, 1"})
  void isNearTheLastOneAndLeavesTheReportAsItIs(String decomposition, int threads) {
    Listening listening = new Listening(true);
    SymmetryReport report = extracted(slow(), decomposition, threads, listening);

    Spectrum last =
        listening.heard.stream().max(Comparator.comparingLong(Spectrum::samples)).orElseThrow();
    double[] variances = report.spectrum().symmetryVariance();
    assertThat(last.symmetryVariances())
        .hasSize(9)
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    for (int i = 0; i < 6; i++) {
      assertThat(last.symmetryVariances()[i]).isCloseTo(variances[i], within(0.5 * variances[i]));
    }
    double[] known = report.spectrum().defect();
    double[] defects = last.defects().orElseThrow().withTrivial();
    for (int i = 0; i < 9; i++) {
      assertThat(defects[i]).isCloseTo(known[i], within(0.1 + 0.3 * known[i]));
    }
    assertThat(last.samples()).isBetween(50L, 1200L);

    SymmetryReport quick = extracted(EXACT, decomposition, threads, ProgressListener.silent());
    assertThat(ReportNumbers.of(report)).isEqualTo(ReportNumbers.of(quick));
  }

  @Test
  void isNotMadeWhereNobodyWantsIt() {
    Listening listening = new Listening(false);
    extracted(slow(), "gram", 1, listening);
    assertThat(listening.heard).isEmpty();
  }
}
