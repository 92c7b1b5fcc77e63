package org.liegg.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SymmetryGaugesTest {
  private static final SymmetrySummary SUMMARY =
      new SymmetrySummary(
          3,
          1,
          new double[] {0.001, 0.002, 0.5},
          OptionalDouble.of(0.25),
          OptionalDouble.of(4),
          OptionalDouble.of(0.125),
          Optional.of(new ReferenceDefect(0.75, 0.0625)));

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final SymmetryGauges gauges = new SymmetryGauges("net", "gl(2)");

  @Test
  void showNothingBeforeTheFirstMeasurement() {
    gauges.bindTo(registry);

    assertThat(value("liegg.symmetry.dimension")).isNaN();
    assertThat(value("liegg.symmetry.defect")).isNaN();
    assertThat(attempts("success")).isZero();
  }

  @Test
  void showWhatWasMeasuredLast() {
    gauges.bindTo(registry);
    gauges.measured(SymmetrySummary.none());
    gauges.measured(SUMMARY);

    assertThat(value("liegg.symmetry.dimension")).isEqualTo(3);
    assertThat(value("liegg.symmetry.trivial")).isEqualTo(1);
    assertThat(value("liegg.symmetry.defect")).isEqualTo(0.001);
    assertThat(value("liegg.symmetry.variance")).isEqualTo(0.25);
    assertThat(value("liegg.symmetry.angle")).isEqualTo(4);
    assertThat(value("liegg.symmetry.bias")).isEqualTo(0.125);
    assertThat(value("liegg.symmetry.reference.defect.max")).isEqualTo(0.75);
    assertThat(value("liegg.symmetry.reference.defect.mean")).isEqualTo(0.0625);
    assertThat(attempts("success")).isEqualTo(2);
    assertThat(attempts("failure")).isZero();
  }

  @Test
  void noSymmetryIsZeroAndNoReferenceIsNothing() {
    gauges.bindTo(registry);
    gauges.measured(SymmetrySummary.none());

    assertThat(value("liegg.symmetry.dimension")).isZero();
    assertThat(value("liegg.symmetry.angle")).isNaN();
    assertThat(value("liegg.symmetry.reference.defect.max")).isNaN();
  }

  @Test
  void aFailureHidesWhatIsNoLongerTrue() {
    gauges.bindTo(registry);
    gauges.measured(SUMMARY);
    gauges.failed();

    assertThat(value("liegg.symmetry.dimension")).isNaN();
    assertThat(value("liegg.symmetry.defect")).isNaN();
    assertThat(attempts("failure")).isEqualTo(1);
  }

  @Test
  void everyMeterIsDocumentedUnderItsName() throws IOException {
    gauges.bindTo(registry);
    String documentation = Files.readString(Path.of("../docs/metrics.md"));
    List<Meter> meters = registry.getMeters();

    assertThat(meters).hasSize(10);
    assertThat(meters)
        .allSatisfy(
            meter -> {
              assertThat(meter.getId().getName()).matches("liegg(\\.[a-z]+)+");
              assertThat(documentation).contains("`" + meter.getId().getName() + "`");
              assertThat(meter.getId().getDescription()).isNotBlank();
            });
  }

  private double value(String name) {
    return registry.get(name).tags("model", "net", "action", "gl(2)").gauge().value();
  }

  private double attempts(String outcome) {
    return registry
        .get("liegg.symmetry.measurements")
        .tags("model", "net", "action", "gl(2)", "outcome", outcome)
        .functionCounter()
        .count();
  }
}
