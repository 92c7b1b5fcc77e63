package org.liegg.engine.dl4j;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/**
 * Bounds the sizes in a configuration before anyone multiplies them: Deeplearning4j does so in 64
 * bits, unchecked, and a product that wraps around to a small number passes for a small layer.
 */
final class LayerSizes {
  private static final double LARGEST_SIZE = Integer.MAX_VALUE;

  /** Weights of one layer; recurrent layers have a few times as many. */
  private static final double LARGEST_PRODUCT = 1L << 40;

  private static final List<String> SIZES = List.of("nin", "nout");
  private static final List<String> WINDOWS =
      List.of("kernelSize", "numHeads", "headSize", "nqueries", "depthMultiplier");

  private LayerSizes() {}

  /**
   * Checks every layer.
   *
   * @throws org.liegg.api.ModelException naming the first size that no layer has
   */
  static void check(JsonNode node, ModelFaults faults) {
    double product = 1;
    for (String key : SIZES) {
      double size = node.path(key).asDouble(0);
      if (Math.abs(size) > LARGEST_SIZE) {
        throw tooLarge("%s = %s".formatted(key, number(size)), node, faults);
      }
      product *= Math.max(1, size);
    }
    for (String key : WINDOWS) {
      product *= product(node.path(key));
    }
    if (product > LARGEST_PRODUCT) {
      throw tooLarge("%s weights".formatted(number(product)), node, faults);
    }
    for (JsonNode child : node) {
      check(child, faults);
    }
  }

  /** Of the absolute values, each at least 1. */
  private static double product(JsonNode sizes) {
    double product = Math.max(1, Math.abs(sizes.asDouble(1)));
    for (JsonNode size : sizes) {
      product *= Math.max(1, Math.abs(size.asDouble(1)));
    }
    return product;
  }

  private static RuntimeException tooLarge(String found, JsonNode layer, ModelFaults faults) {
    String name = layer.path("layerName").asText("");
    return faults.tooLarge("layer %s has %s".formatted(LayerReader.printable(name), found));
  }

  private static String number(double size) {
    return String.format(Locale.ROOT, "%.0f", size);
  }
}
