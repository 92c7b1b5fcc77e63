package org.liegg.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.liegg.api.LieggException;
import org.liegg.app.Extraction;
import org.liegg.app.Liegg;

class SymmetryRecorderTest {
  private static final Liegg LIEGG = Liegg.create();

  private final SymmetryRecorder recorder = new SymmetryRecorder();
  private final MeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void aModelThatKeepsOneGroupAndBreaksAnotherHasBothAnswers() {
    recorder.bindTo(registry);
    Extraction asked = asked(x -> new double[] {Math.hypot(x[0], x[1])}, 300);
    recorder.check("net", asked, "so(2)");
    recorder.check("net", asked, "scale(2)");

    assertThat(recorder.last())
        .extracting(RecordedGate::expected, RecordedGate::outcome)
        .containsExactly(tuple("so(2)", "invariant"), tuple("scale(2)", "broken"));
    assertThat(verdict("so(2)", "invariant")).isEqualTo(1);
    assertThat(verdict("scale(2)", "broken")).isEqualTo(1);
    assertThat(verdict("scale(2)", "invariant")).isZero();
    assertThat(number("liegg.gate.defect.lower", "scale(2)")).isGreaterThan(0.01);
    assertThat(number("liegg.gate.defect.allowed", "scale(2)")).isEqualTo(0.01);
  }

  @Test
  void twoSamplesAreNotEnoughEvidence() {
    recorder.bindTo(registry);
    recorder.check("net", asked(x -> new double[] {Math.hypot(x[0], x[1])}, 2), "so(2)");

    assertThat(verdict("so(2)", "insufficient-evidence")).isEqualTo(1);
  }

  @Test
  void aCheckThatFailsIsRememberedAndThrownOn() {
    Extraction fine = asked(x -> new double[] {Math.hypot(x[0], x[1])}, 300);
    recorder.check("net", fine, "so(2)");
    recorder.bindTo(registry);

    assertThatThrownBy(() -> recorder.check("net", fine, "so(3)"))
        .isInstanceOf(LieggException.class);
    assertThatThrownBy(
            () -> recorder.check("net", asked(x -> new double[] {Double.NaN}, 300), "so(2)"))
        .isInstanceOf(LieggException.class);

    assertThat(recorder.last())
        .allSatisfy(gate -> assertThat(gate.outcome()).isEqualTo("failed"))
        .allSatisfy(gate -> assertThat(gate.failure()).get().asString().startsWith("LIEGG-"));
    assertThat(verdict("so(2)", "invariant")).isZero();
    assertThat(verdict("so(2)", "failed")).isEqualTo(1);
    assertThat(number("liegg.gate.defect", "so(2)")).isNaN();
  }

  @Test
  void aForgottenModelHasNoGateAndNoMeter() {
    recorder.bindTo(registry);
    recorder.failed("old", "so(2)", "its file is gone");
    recorder.failed("older", "so(2)", "its file is gone");

    recorder.forget("old");

    assertThat(recorder.last()).extracting(RecordedGate::model).containsExactly("older");
    assertThat(registry.find("liegg.gate.verdict").tag("model", "old").gauges()).isEmpty();
    assertThat(registry.find("liegg.gate.verdict").tag("model", "older").gauges()).hasSize(4);
  }

  @Test
  void aReportWithoutReferenceIsNoGate() {
    var report = asked(x -> new double[] {x[0]}, 300).extract();

    assertThatThrownBy(() -> recorder.record("net", report))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(recorder.last()).isEmpty();
  }

  private static Extraction asked(UnaryOperator<double[]> function, int samples) {
    return LIEGG.model(2, 1, function).data(GatedApplication.points(samples));
  }

  private double verdict(String expected, String verdict) {
    return registry
        .get("liegg.gate.verdict")
        .tag("model", "net")
        .tag("expected", expected)
        .tag("verdict", verdict)
        .gauge()
        .value();
  }

  private double number(String name, String expected) {
    return registry.get(name).tag("model", "net").tag("expected", expected).gauge().value();
  }
}
