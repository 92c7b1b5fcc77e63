package org.liegg.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.liegg.api.report.SamplePart;
import org.liegg.api.report.Verdict;
import org.liegg.api.report.Where;
import org.liegg.core.settings.Locating;
import org.liegg.core.settings.Slicing;

/** How often parts of the samples are said to break what is kept, or to keep what is broken. */
@Tag("slow")
class BreakingRegionRatesTest {
  private static final int SEEDS = 200;

  /** Of 200, at a chance of 2.5 %. */
  private static final int PROMISED = 5;

  private static final Locating ASKED =
      new Locating(
          List.of(
              new Slicing.Clusters(3),
              Slicing.parse("x2", file -> ExactCases.normal(1, 1)),
              Slicing.parse("x1 in 8", file -> ExactCases.normal(1, 1))),
          true,
          false,
          false);

  /**
   * Its defect is D everywhere: with s the sign, the change is 4a² at every sample and the baseline
   * 64 + 4a² P(s(x − 2x′) ≠ s(x)) = 64 + 1.41 a².
   */
  private static double[] uniform(double[] x, double defect) {
    double amplitude = Math.sqrt(64 * defect / (4 - 1.41 * defect));
    return new double[] {x[1] * x[1] + amplitude * Math.signum(x[1]) + x[0]};
  }

  private static Where found(double defect, long seed) {
    return WhereCases.of(3, x -> uniform(x, defect), ExactCases.normal(1000, 3, seed), ASKED);
  }

  private static boolean anySlice(Where found, Verdict verdict) {
    return found.slices().stream()
        .flatMap(sliced -> sliced.parts().stream())
        .map(SamplePart::verdict)
        .anyMatch(verdict::equals);
  }

  @Test
  void whatIsKeptBreaksNowhere() {
    int regions = 0;
    int slices = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Where found = found(0.01, seed);
      regions += found.region().orElseThrow().breaks().isPresent() ? 1 : 0;
      slices += anySlice(found, Verdict.BROKEN) ? 1 : 0;
    }
    assertThat(regions).as("false regions").isLessThanOrEqualTo(PROMISED);
    assertThat(slices).as("runs with a false slice").isLessThanOrEqualTo(PROMISED);
  }

  @Test
  void whatIsBrokenIsKeptNowhere() {
    int slices = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      slices += anySlice(found(0.0101, seed), Verdict.INVARIANT) ? 1 : 0;
    }
    assertThat(slices).as("runs with a false slice").isLessThanOrEqualTo(PROMISED);
  }
}
