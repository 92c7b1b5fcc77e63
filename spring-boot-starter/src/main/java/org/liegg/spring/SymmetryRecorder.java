package org.liegg.spring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.liegg.api.LieggException;
import org.liegg.api.report.Gate;
import org.liegg.api.report.SymmetryReport;
import org.liegg.app.Extraction;
import org.liegg.metrics.Gates;

/**
 * The last answer of every gate that an application asks of its models. Health and the meters
 * {@code liegg.gate.…} are read off it; a model may have several gates, and none hides another.
 * Safe for use by many threads.
 *
 * <p>A gate that gave no answer is neither broken nor kept: the answer before it is forgotten.
 */
public final class SymmetryRecorder implements MeterBinder {
  private final Map<Key, RecordedGate> last = new LinkedHashMap<>();
  private final List<MeterRegistry> registries = new ArrayList<>();

  /** Nothing was asked yet. */
  public SymmetryRecorder() {}

  /**
   * Asks whether a model keeps a symmetry, and remembers the answer.
   *
   * @param model what the application calls the model
   * @param asked model and data
   * @param expected an algebra in the action grammar, or a group, e.g. {@code C(4)^2}
   * @throws LieggException as {@link Extraction#check}, which is remembered as a failure
   */
  public Extraction.Check check(String model, Extraction asked, String expected) {
    try {
      Extraction.Check found = asked.check(expected);
      put(RecordedGate.of(model, expected, found.gate()));
      return found;
    } catch (RuntimeException | Error e) {
      failed(model, expected, Objects.requireNonNullElse(e.getMessage(), e.toString()));
      throw e;
    }
  }

  /**
   * Remembers what a report says of the algebra or the group that it was asked about.
   *
   * @param model what the application calls the model
   * @throws IllegalArgumentException if the report has no reference
   */
  public Gate record(String model, SymmetryReport report) {
    Gate gate = Gates.of(report);
    put(RecordedGate.of(model, gate.expected(), gate));
    return gate;
  }

  /**
   * Remembers that a gate gave no answer.
   *
   * @param model what the application calls the model
   * @param expected the algebra or the group
   * @param why what went wrong
   */
  public void failed(String model, String expected, String why) {
    put(RecordedGate.failed(model, expected, why));
  }

  /** Forgets all gates of a model, e.g. of one that serves no more. */
  public synchronized void forget(String model) {
    for (Key key : List.copyOf(last.keySet())) {
      if (key.model().equals(model)) {
        last.remove(key);
        registries.forEach(registry -> GateMeters.remove(registry, key.model(), key.expected()));
      }
    }
  }

  /** The last answer of every gate, in the order in which they were first asked. */
  public synchronized List<RecordedGate> last() {
    return List.copyOf(last.values());
  }

  @Override
  public synchronized void bindTo(MeterRegistry registry) {
    registries.add(registry);
    last.keySet().forEach(key -> bind(key, registry));
  }

  synchronized void put(RecordedGate answer) {
    Key key = new Key(answer.model(), answer.expected());
    boolean fresh = last.put(key, answer) == null;
    if (fresh) {
      registries.forEach(registry -> bind(key, registry));
    }
  }

  private void bind(Key key, MeterRegistry registry) {
    GateMeters.bind(registry, key.model(), key.expected(), () -> of(key));
  }

  /** What a meter reads that outlives its gate by a moment. */
  private synchronized RecordedGate of(Key key) {
    RecordedGate answer = last.get(key);
    return answer == null
        ? RecordedGate.failed(key.model(), key.expected(), "it is forgotten")
        : answer;
  }

  private record Key(String model, String expected) {}
}
