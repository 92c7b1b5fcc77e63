package org.liegg.engine.keras.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The settings of one layer. A setting that nobody asks for may change what the layer does, so that
 * {@link #requireAllKnown} refuses what was neither read nor is known to matter in training alone.
 */
public final class Fields {
  private static final List<String> TRAINING =
      List.of(
          "name",
          "trainable",
          "dtype",
          "batch_input_shape",
          "batch_shape",
          "build_config",
          "input_dim",
          "input_shape",
          "seed",
          "autocast",
          "activity_regularizer",
          "quantization_config",
          "lora_rank",
          "lora_alpha",
          "use_cudnn",
          "implementation",
          "zero_output_for_mask",
          "cache_size",
          "batch_size",
          "ragged",
          "sparse",
          "optional");
  private static final List<String> TRAINING_SUFFIXES =
      List.of("_initializer", "_regularizer", "_constraint");

  private final KerasLayer layer;
  private final Dialect dialect;
  private final KerasFaults faults;
  private final Set<String> read = new HashSet<>();

  /**
   * @param layer whose they are
   * @param dialect which Keras wrote them
   */
  public Fields(KerasLayer layer, Dialect dialect, KerasFaults faults) {
    this.layer = layer;
    this.dialect = dialect;
    this.faults = faults;
  }

  /** Which Keras wrote them. */
  public Dialect dialect() {
    return dialect;
  }

  /** A positive number. */
  public int size(String key) {
    JsonNode value = get(key);
    if (!value.canConvertToInt() || value.asInt() < 1) {
      throw corrupt(key, value);
    }
    return value.asInt();
  }

  /** Positive numbers, one an axis; one number stands for all axes. */
  public int[] sizes(String key, int axes) {
    JsonNode value = get(key);
    int[] sizes = new int[axes];
    for (int i = 0; i < axes; i++) {
      JsonNode element = value.isArray() ? value.path(i) : value;
      if (!element.canConvertToInt() || element.asInt() < 1 || value.size() > axes) {
        throw corrupt(key, value);
      }
      sizes[i] = element.asInt();
    }
    return sizes;
  }

  /** As {@link #sizes(String, int)}, and these where there are none. */
  public int[] sizes(String key, int axes, int[] otherwise) {
    return isLeftOut(get(key)) ? otherwise.clone() : sizes(key, axes);
  }

  /** Whole numbers of any sign, in a list or alone; none where there is no setting. */
  public int[] integers(String key) {
    JsonNode value = get(key);
    if (isLeftOut(value)) {
      return new int[0];
    }
    int[] numbers = new int[value.isArray() ? value.size() : 1];
    for (int i = 0; i < numbers.length; i++) {
      JsonNode element = value.isArray() ? value.get(i) : value;
      if (!element.canConvertToInt()) {
        throw corrupt(key, value);
      }
      numbers[i] = element.asInt();
    }
    return numbers;
  }

  /** Numbers in lists nested as they like, or one alone; empty where there is no setting. */
  public double[] numbers(String key) {
    List<Double> numbers = new ArrayList<>();
    collect(key, get(key), numbers);
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private void collect(String key, JsonNode value, List<Double> numbers) {
    if (value.isArray() || value.has("value")) {
      (value.isArray() ? value : value.path("value"))
          .forEach(element -> collect(key, element, numbers));
    } else if (value.isNumber() && Double.isFinite(value.asDouble())) {
      numbers.add(value.asDouble());
    } else if (!isLeftOut(value)) {
      throw unsupported(key, value);
    }
  }

  /** Whether a setting is missing or {@code null}. */
  public boolean isLeftOut(String key) {
    return isLeftOut(get(key));
  }

  private static boolean isLeftOut(JsonNode value) {
    return value.isNull() || value.isMissingNode();
  }

  /** Yes or no. */
  public boolean flag(String key, boolean otherwise) {
    JsonNode value = get(key);
    return value.isBoolean() ? value.asBoolean() : otherwise;
  }

  /** A number. */
  public double number(String key, double otherwise) {
    JsonNode value = get(key);
    if (isLeftOut(value)) {
      return otherwise;
    }
    if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
      throw unsupported(key, value);
    }
    return value.asDouble();
  }

  /** A word. */
  public String text(String key, String otherwise) {
    JsonNode value = get(key);
    if (isLeftOut(value)) {
      return otherwise;
    }
    if (!value.isTextual()) {
      throw unsupported(key, value);
    }
    return value.asText();
  }

  /** The setting as it stands; a missing node where it does not. */
  public JsonNode get(String key) {
    read.add(key);
    return layer.config().path(key);
  }

  /** Refuses every other value than this. */
  public void require(String key, String only) {
    JsonNode value = get(key);
    if (!value.isNull() && !value.isMissingNode() && !value.asText().equals(only)) {
      throw unsupported(key, value);
    }
  }

  /** Takes these as of no importance at inference. */
  public void ignore(String... keys) {
    read.addAll(Arrays.asList(keys));
  }

  /** Refuses settings that nobody has read, other than {@code null} and {@code false}. */
  public void requireAllKnown() {
    for (var setting : layer.config().properties()) {
      String key = setting.getKey();
      JsonNode value = setting.getValue();
      boolean known =
          read.contains(key)
              || TRAINING.contains(key)
              || TRAINING_SUFFIXES.stream().anyMatch(key::endsWith);
      if (!known && !value.isNull() && !(value.isBoolean() && !value.asBoolean())) {
        throw unsupported(key, value);
      }
    }
  }

  /** The error for a setting that cannot be taken over. */
  public RuntimeException unsupported(String key, JsonNode value) {
    return faults.unsupported("%s has %s = %s".formatted(layer.label(), key, text(value)));
  }

  private RuntimeException corrupt(String key, JsonNode value) {
    return faults.corrupt("%s has %s = %s".formatted(layer.label(), key, text(value)));
  }

  private static String text(JsonNode value) {
    return value.isMissingNode() ? "nothing" : KerasFaults.printable(value.toString());
  }
}
