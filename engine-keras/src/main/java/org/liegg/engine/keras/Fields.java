package org.liegg.engine.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The settings of one layer. A setting that nobody asks for may change what the layer does, so that
 * {@link #requireAllKnown} refuses what was neither read nor is known to matter in training alone.
 */
final class Fields {
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
          "lora_alpha");
  private static final List<String> TRAINING_SUFFIXES =
      List.of("_initializer", "_regularizer", "_constraint");

  private final KerasLayer layer;
  private final KerasFaults faults;
  private final Set<String> read = new HashSet<>();

  Fields(KerasLayer layer, KerasFaults faults) {
    this.layer = layer;
    this.faults = faults;
  }

  /** A positive number. */
  int size(String key) {
    JsonNode value = get(key);
    if (!value.canConvertToInt() || value.asInt() < 1) {
      throw corrupt(key, value);
    }
    return value.asInt();
  }

  /** Positive numbers, one an axis; one number stands for all axes. */
  int[] sizes(String key, int axes) {
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
  int[] sizes(String key, int axes, int[] otherwise) {
    return get(key).isNull() || get(key).isMissingNode() ? otherwise.clone() : sizes(key, axes);
  }

  /** Yes or no. */
  boolean flag(String key, boolean otherwise) {
    JsonNode value = get(key);
    return value.isBoolean() ? value.asBoolean() : otherwise;
  }

  /** A number. */
  double number(String key, double otherwise) {
    JsonNode value = get(key);
    if (value.isNull() || value.isMissingNode()) {
      return otherwise;
    }
    if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
      throw unsupported(key, value);
    }
    return value.asDouble();
  }

  /** A word. */
  String text(String key, String otherwise) {
    JsonNode value = get(key);
    if (value.isNull() || value.isMissingNode()) {
      return otherwise;
    }
    if (!value.isTextual()) {
      throw unsupported(key, value);
    }
    return value.asText();
  }

  /** The setting as it stands; a missing node where it does not. */
  JsonNode get(String key) {
    read.add(key);
    return layer.config().path(key);
  }

  /** Refuses every other value than this. */
  void require(String key, String only) {
    JsonNode value = get(key);
    if (!value.isNull() && !value.isMissingNode() && !value.asText().equals(only)) {
      throw unsupported(key, value);
    }
  }

  /** Takes these as of no importance at inference. */
  void ignore(String... keys) {
    read.addAll(Arrays.asList(keys));
  }

  /** Refuses settings that nobody has read, other than {@code null} and {@code false}. */
  void requireAllKnown() {
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
  RuntimeException unsupported(String key, JsonNode value) {
    return faults.unsupported("%s has %s = %s".formatted(layer.label(), key, text(value)));
  }

  private RuntimeException corrupt(String key, JsonNode value) {
    return faults.corrupt("%s has %s = %s".formatted(layer.label(), key, text(value)));
  }

  private static String text(JsonNode value) {
    return value.isMissingNode() ? "nothing" : KerasFaults.printable(value.toString());
  }
}
