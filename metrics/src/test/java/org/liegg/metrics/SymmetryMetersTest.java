package org.liegg.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;

class SymmetryMetersTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final SymmetryMeters meters = new SymmetryMeters();
  private final SymmetryReport report =
      SmallReports.withReference(Verdict.INVARIANT, 0.001, 0.002, 0.004);

  @Test
  void everyStageHasATimerAndTheWholeOneToo() {
    meters.bindTo(registry);

    meters.extracted(report);
    meters.extracted(report);

    assertThat(
            registry
                .get("liegg.extraction.stage")
                .tags("stage", "gradient", "model", "net", "action", "scale(3)")
                .timer()
                .totalTime(TimeUnit.SECONDS))
        .isEqualTo(0.5);
    assertThat(registry.get("liegg.extraction").timer().totalTime(TimeUnit.SECONDS)).isEqualTo(1);
    assertThat(registry.get("liegg.extraction").timer().count()).isEqualTo(2);
  }

  @Test
  void rowsAreSamplesTimesOutputs() {
    meters.bindTo(registry);

    meters.extracted(report);

    assertThat(registry.get("liegg.extraction.rows").counter().count()).isEqualTo(100);
    assertThat(registry.get("liegg.extraction.rate").summary().max()).isEqualTo(200);
  }

  @Test
  void whatWasMeasuredShowsAlsoInARegistryThatComesLater() {
    meters.extracted(report);
    meters.bindTo(registry);

    assertThat(registry.get("liegg.symmetry.dimension").gauge().value()).isEqualTo(2);
    assertThat(registry.get("liegg.symmetry.reference.defect.max").gauge().value())
        .isEqualTo(0.002);
  }

  @Test
  void aFailureIsCountedAndShowsNoNumberThatIsNoLongerTrue() {
    meters.bindTo(registry);
    meters.extracted(report);

    meters.failed("net", "scale(3)");

    assertThat(registry.get("liegg.symmetry.dimension").gauge().value()).isNaN();
    assertThat(
            registry
                .get("liegg.symmetry.measurements")
                .tag("outcome", "failure")
                .functionCounter()
                .count())
        .isOne();
  }
}
