package org.liegg.engine.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads what servers answer. */
final class Json {
  private static final int MAX_DEPTH = 64;

  /** Servers that are written in Python send NaN, which JSON does not know. */
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
              .build());

  private Json() {}

  /**
   * Reads a document.
   *
   * @throws org.liegg.api.ModelException if it is none
   */
  static JsonNode read(byte[] bytes, HttpErrors errors) {
    try {
      JsonNode node = MAPPER.readTree(bytes);
      if (node == null || node.isMissingNode()) {
        throw errors.answer("it answers nothing");
      }
      return node;
    } catch (IOException e) {
      throw errors.answer("it answers no JSON");
    }
  }

  /** The numbers in an array of any depth, in order. */
  static double[] numbers(JsonNode node, HttpErrors errors) {
    List<Double> found = new ArrayList<>();
    collect(node, found, errors);
    return found.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void collect(JsonNode node, List<Double> into, HttpErrors errors) {
    if (node.isArray()) {
      node.forEach(inner -> collect(inner, into, errors));
    } else if (node.isNumber()) {
      into.add(node.doubleValue());
    } else {
      throw errors.answer("its values are no numbers");
    }
  }
}
