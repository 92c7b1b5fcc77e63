package org.liegg.spring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.liegg.api.Bounded;
import org.liegg.api.Printable;
import org.liegg.api.report.Gate;
import org.liegg.api.report.Verdict;
import org.liegg.report.RecordJson;

/** The gauges of one gate; docs/metrics.md lists their names. */
final class GateMeters {
  private static final String PREFIX = "liegg.gate.";

  private GateMeters() {}

  static void bind(
      MeterRegistry registry, String model, String expected, Supplier<RecordedGate> answer) {
    Tags tags = tags(model, expected);
    Stream.concat(
            Arrays.stream(Verdict.values()).map(RecordJson::name), Stream.of(RecordedGate.FAILED))
        .forEach(
            outcome ->
                Gauge.builder(PREFIX + "verdict", answer, now -> is(outcome, now.get()))
                    .description("1 for the last outcome of the gate, 0 for the others")
                    .tags(tags.and("verdict", outcome))
                    .strongReference(true)
                    .register(registry));
    number(
        registry, tags, answer, "defect", "Defect of the worst direction", worst(Bounded::value));
    number(registry, tags, answer, "defect.lower", "Its lower bound", worst(Bounded::low));
    number(registry, tags, answer, "defect.upper", "Its upper bound", worst(Bounded::high));
    number(
        registry,
        tags,
        answer,
        "defect.allowed",
        "The largest defect that passes",
        gate -> Optional.of(gate.maxDefect()));
  }

  static void remove(MeterRegistry registry, String model, String expected) {
    Tags tags = tags(model, expected);
    registry.getMeters().stream()
        .filter(meter -> meter.getId().getName().startsWith(PREFIX))
        .filter(meter -> tags.stream().allMatch(meter.getId().getTags()::contains))
        .forEach(registry::remove);
  }

  private static void number(
      MeterRegistry registry,
      Tags tags,
      Supplier<RecordedGate> answer,
      String name,
      String description,
      Function<Gate, Optional<Double>> value) {
    ToDoubleFunction<Supplier<RecordedGate>> read =
        now -> now.get().gate().flatMap(value).orElse(Double.NaN);
    Gauge.builder(PREFIX + name, answer, read)
        .description(description)
        .tags(tags)
        .strongReference(true)
        .register(registry);
  }

  private static Function<Gate, Optional<Double>> worst(Function<Bounded, Double> part) {
    return gate -> gate.worst().map(part);
  }

  private static double is(String outcome, RecordedGate now) {
    return now.outcome().equals(outcome) ? 1 : 0;
  }

  private static Tags tags(String model, String expected) {
    return Tags.of("model", Printable.message(model), "expected", Printable.message(expected));
  }
}
