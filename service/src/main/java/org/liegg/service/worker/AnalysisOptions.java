package org.liegg.service.worker;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liegg.api.Accuracy;
import org.liegg.api.Head;
import org.liegg.api.ModelOptions.Derivatives;
import org.liegg.api.Precision;
import org.liegg.app.Extraction;
import org.liegg.client.AnalysisRequest;
import org.liegg.core.settings.ExtractionSettings;
import org.liegg.core.settings.Gradients;
import org.liegg.service.base.ServiceException;

/** The options of a request: those of the command, by their names without dashes. */
public final class AnalysisOptions {
  private static final String CODE = "LIEGG-SERVICE-OPTION";

  /** What an option does to an extraction, with its value. */
  private interface Use extends BiFunction<Extraction, Value, Extraction> {}

  private static final Map<String, Use> OPTIONS = new LinkedHashMap<>();

  static {
    OPTIONS.put("engine", (asked, value) -> asked.engine(value.text()));
    OPTIONS.put("head", (asked, value) -> asked.head(value.head()));
    OPTIONS.put("output", (asked, value) -> asked.output(value.text()));
    OPTIONS.put("input", (asked, value) -> asked.input(value.text()));
    OPTIONS.put(
        "precision",
        (asked, value) -> asked.options(now -> now.withPrecision(value.constant(Precision.class))));
    OPTIONS.put(
        "gradient",
        (asked, value) ->
            asked.options(now -> now.withDerivatives(value.constant(Derivatives.class))));
    OPTIONS.put(
        "self-check", (asked, value) -> asked.options(now -> now.withSelfCheck(value.yes())));
    OPTIONS.put("decomposition", (asked, value) -> asked.decomposition(value.text()));
    setting("tolerance", value -> now -> now.withTolerance(value.number()));
    setting("limit", value -> now -> now.withLimit(value.whole()));
    setting("batch-size", value -> now -> now.withBatchSize(value.count()));
    setting("seed", value -> now -> now.withSeed(value.whole()));
    setting("smallest", value -> now -> now.withSmallest(value.count()));
    setting("accuracy", value -> now -> now.withAccuracy(value.constant(Accuracy.class)));
    setting("held-out", value -> now -> now.withHeldOut(value.yes()));
    setting("finite-samples", value -> now -> now.withFiniteSamples(value.count()));
    setting("stability", value -> now -> now.withStability(value.yes()));
    setting("discrete", value -> now -> now.withDiscrete(value.yes()));
    setting("gradients", value -> now -> now.withGradients(value.constant(Gradients.class)));
    OPTIONS.put("where", (asked, value) -> value.yes() ? asked.where() : asked);
    OPTIONS.put("beyond", (asked, value) -> value.yes() ? asked.beyond() : asked);
    OPTIONS.put("by-layer", (asked, value) -> value.yes() ? asked.byLayer() : asked);
    OPTIONS.put("slice", (asked, value) -> asked.slices(value.slices().toArray(String[]::new)));
  }

  /** Options that say how the samples are read. */
  static final List<String> READING = List.of("array", "columns", "exclude");

  private AnalysisOptions() {}

  private static void setting(
      String name, Function<Value, UnaryOperator<ExtractionSettings>> setting) {
    OPTIONS.put(name, (asked, value) -> asked.settings(setting.apply(value)));
  }

  /** All names. */
  public static List<String> names() {
    return Stream.concat(READING.stream(), OPTIONS.keySet().stream()).sorted().toList();
  }

  /**
   * An extraction with the options of a request.
   *
   * @throws ServiceException {@code LIEGG-SERVICE-OPTION} if there is no such option, or its value
   *     is none
   */
  public static Extraction apply(AnalysisRequest request, Extraction asked) {
    Extraction now = asked;
    for (Map.Entry<String, Object> option : request.options().entrySet()) {
      String name = option.getKey();
      if (READING.contains(name)) {
        new Value(name, option.getValue()).text();
        continue;
      }
      Use use = OPTIONS.get(name);
      if (use == null) {
        throw refused(name, "there is no such option", "use one of " + String.join(", ", names()));
      }
      try {
        now = use.apply(now, new Value(name, option.getValue()));
      } catch (IllegalArgumentException e) {
        throw refused(name, String.valueOf(e.getMessage()), "see liegg help extract");
      }
    }
    return now;
  }

  /** The text of an option that says how samples are read. */
  static Optional<String> reading(AnalysisRequest request, String name) {
    return Optional.ofNullable(request.options().get(name))
        .map(value -> new Value(name, value).text());
  }

  private static ServiceException refused(String name, String found, String remedy) {
    return new ServiceException(422, CODE, "option " + name, found, remedy);
  }

  /**
   * The value of an option, as JSON says it.
   *
   * @param name of the option
   * @param said the value
   */
  private record Value(String name, Object said) {

    String text() {
      if (said instanceof String text && !text.isBlank() && text.length() <= 1000) {
        return text;
      }
      if (said instanceof Integer number) {
        return number.toString();
      }
      throw refused(name, "its value is no text", "give one, e.g. \"name\"");
    }

    double number() {
      if (said instanceof Number number && Double.isFinite(number.doubleValue())) {
        return number.doubleValue();
      }
      throw refused(name, "its value is no number", "give one");
    }

    long whole() {
      if (said instanceof Integer || said instanceof Long) {
        return ((Number) said).longValue();
      }
      throw refused(name, "its value is no whole number", "give one");
    }

    int count() {
      long count = whole();
      if (count != (int) count) {
        throw refused(name, "%d is too large".formatted(count), "give a smaller one");
      }
      return (int) count;
    }

    boolean yes() {
      if (said instanceof Boolean yes) {
        return yes;
      }
      throw refused(name, "its value is neither true nor false", "give one of them");
    }

    Head head() {
      return Head.named(text())
          .orElseThrow(
              () ->
                  refused(
                      name,
                      "there is none called " + text(),
                      "use one of " + String.join(", ", Head.labels())));
    }

    <E extends Enum<E>> E constant(Class<E> type) {
      String label = text();
      E[] all = Objects.requireNonNull(type.getEnumConstants());
      return Arrays.stream(all)
          .filter(each -> label(each).equals(label))
          .findFirst()
          .orElseThrow(
              () ->
                  refused(
                      name,
                      "there is none called " + label,
                      Arrays.stream(all)
                          .map(Value::label)
                          .collect(Collectors.joining(", ", "use one of ", ""))));
    }

    private static String label(Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One text or several; none that reads a file. */
    List<String> slices() {
      List<?> several = said instanceof List<?> list ? list : List.of(said);
      List<String> texts = several.stream().map(each -> new Value(name, each).text()).toList();
      for (String text : texts) {
        if (text.contains("=")) {
          throw refused(name, "it names a file", "slice by columns, by class or by clusters");
        }
      }
      return texts;
    }
  }
}
