package org.liegg.app;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liegg.api.Head;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.isolation.WorkerSettings;

/**
 * Which model is opened, and how.
 *
 * @param source the model
 * @param engine name of the engine; the one that takes the model where empty
 * @param options how the engine opens it
 * @param isolation what the worker process may use in which the model is opened and differentiated;
 *     empty where that is this process. The report does not say it, since no result depends on it
 */
public record ModelRequest(
    ModelSource source,
    Optional<String> engine,
    ModelOptions options,
    Optional<WorkerSettings> isolation) {

  /** The model by the engine that takes it, with default options, in this process. */
  public static ModelRequest of(ModelSource source) {
    return new ModelRequest(source, Optional.empty(), ModelOptions.defaults(), Optional.empty());
  }

  /** Another model, opened in the same way. */
  ModelRequest withSource(ModelSource other) {
    return new ModelRequest(other, engine, options, isolation);
  }

  /** The same by this engine. */
  public ModelRequest withEngine(String name) {
    return new ModelRequest(source, Optional.of(name), options, isolation);
  }

  /** The same with other options. */
  public ModelRequest withOptions(ModelOptions other) {
    return new ModelRequest(source, engine, other, isolation);
  }

  /** The same in a worker process. */
  public ModelRequest withIsolation(WorkerSettings settings) {
    return new ModelRequest(source, engine, options, Optional.of(settings));
  }

  /** What the report says of how the model is opened, in the order of the command's options. */
  void describe(Map<String, String> into) {
    into.put("precision", options.precision().name().toLowerCase(Locale.ROOT));
    if (options.head() != Head.OUTPUT) {
      into.put("head", options.head().label());
    }
    options.output().ifPresent(value -> into.put("output", value));
    options.input().ifPresent(value -> into.put("input", value));
  }

  /** The same of what comes behind the other inputs. */
  Map<String, String> details() {
    Map<String, String> details = new LinkedHashMap<>();
    options.shapes().forEach((name, shape) -> details.put(shapeOption(name), text(shape)));
    if (!options.selfCheck()) {
      details.put("self-check", "no");
    }
    if (options.derivatives() != ModelOptions.Derivatives.EXACT) {
      details.put("gradient", options.derivatives().name().toLowerCase(Locale.ROOT));
    }
    if (options.limits().calls() != ModelOptions.DEFAULT_CALLS) {
      details.put("model-calls", Long.toString(options.limits().calls()));
    }
    Duration timeout = options.timeout();
    if (!timeout.equals(ModelOptions.DEFAULT_TIMEOUT)) {
      details.put("model-timeout", Double.toString(timeout.toMillis() / 1000.0));
    }
    return details;
  }

  private static String shapeOption(String input) {
    return input.equals(ModelOptions.ANY_INPUT) ? "input-shape" : "input-shape " + input;
  }

  private static String text(List<Integer> shape) {
    return shape.stream().map(String::valueOf).collect(Collectors.joining("x"));
  }
}
