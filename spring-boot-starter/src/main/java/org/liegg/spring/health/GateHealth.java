package org.liegg.spring.health;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.liegg.api.report.Gate;
import org.liegg.api.report.Verdict;
import org.liegg.spring.RecordedGate;

/**
 * What gates say of an application's health: {@code DOWN} if one is broken, {@code UP} if all of
 * them hold, and {@code UNKNOWN} while one of them has no answer, for too few samples or a failure,
 * or nothing was asked yet. Not enough evidence is not a no.
 *
 * @param status the code that Spring Boot knows
 * @param details of every model and what it is to keep
 */
record GateHealth(String status, Map<String, Map<String, Map<String, Object>>> details) {

  static GateHealth of(List<RecordedGate> gates) {
    Map<String, Map<String, Map<String, Object>>> details = new LinkedHashMap<>();
    for (RecordedGate gate : gates) {
      details
          .computeIfAbsent(gate.model(), unseen -> new LinkedHashMap<>())
          .put(gate.expected(), details(gate));
    }
    return new GateHealth(status(gates), details);
  }

  private static String status(List<RecordedGate> gates) {
    if (gates.stream().anyMatch(gate -> is(gate, Verdict.BROKEN))) {
      return "DOWN";
    }
    boolean allHold = gates.stream().allMatch(gate -> is(gate, Verdict.INVARIANT));
    return allHold && !gates.isEmpty() ? "UP" : "UNKNOWN";
  }

  private static boolean is(RecordedGate gate, Verdict verdict) {
    return gate.gate().map(Gate::verdict).filter(verdict::equals).isPresent();
  }

  private static Map<String, Object> details(RecordedGate gate) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("verdict", gate.outcome());
    gate.gate().ifPresent(answer -> numbers(answer, details));
    gate.failure().ifPresent(why -> details.put("failure", why));
    return details;
  }

  private static void numbers(Gate gate, Map<String, Object> details) {
    gate.worst()
        .ifPresent(
            worst -> {
              details.put("defect", worst.value());
              details.put("interval", List.of(worst.low(), worst.high()));
            });
    details.put("allowed", gate.maxDefect());
  }
}
