package org.liegg.engine.dl4j.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.liegg.engine.dl4j.session.ModelFaults;
import org.liegg.engine.dl4j.session.Text;

/**
 * Bounds the sizes in a configuration before anyone multiplies them or divides by them.
 * Deeplearning4j multiplies in 64 bits, unchecked, and a product that wraps around to a small
 * number passes for a small layer; native code divides by strides as they are, and a stride of 0
 * ends the whole process.
 */
final class LayerSizes {
  private static final double LARGEST_SIZE = Integer.MAX_VALUE;

  /** Weights of one layer; recurrent layers have a few times as many. */
  private static final double LARGEST_PRODUCT = 1L << 40;

  private static final List<String> SIZES = List.of("nin", "nout");
  private static final List<String> WINDOWS =
      List.of("kernelSize", "numHeads", "headSize", "nqueries", "depthMultiplier");

  /** What steps or windows are made of: at least 1. */
  private static final Set<String> STEPS =
      Set.of(
          "kernelSize",
          "stride",
          "dilation",
          "size",
          "blocks",
          "blockSize",
          "repetitionFactor",
          "depthMultiplier");

  /** What is added or taken away at borders, and exponents: at least 0. */
  private static final Set<String> MARGINS = Set.of("padding", "cropping", "pnorm");

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
    for (String key : STEPS) {
      requireAtLeast(1, key, node, faults);
    }
    for (String key : MARGINS) {
      requireAtLeast(0, key, node, faults);
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

  private static void requireAtLeast(int least, String key, JsonNode layer, ModelFaults faults) {
    JsonNode given = layer.path(key);
    if (!given.isNull() && !given.isMissingNode()) {
      requireAtLeast(least, given, key, layer, faults);
    }
  }

  /** Jackson would take null, false, a half or a text without digits for 0. */
  private static void requireAtLeast(
      int least, JsonNode size, String key, JsonNode layer, ModelFaults faults) {
    if (size.isArray()) {
      for (JsonNode one : size) {
        requireAtLeast(least, one, key, layer, faults);
      }
    } else if (!size.isIntegralNumber()
        || size.longValue() < least
        || size.longValue() > Integer.MAX_VALUE) {
      throw faults.corrupt(
          "layer %s has %s = %s, which is a whole number from %d to 2³¹ − 1 in any layer"
              .formatted(name(layer), key, Text.printable(size.toString()), least));
    }
  }

  private static String name(JsonNode layer) {
    return Text.printable(layer.path("layerName").asText(""));
  }

  private static RuntimeException tooLarge(String found, JsonNode layer, ModelFaults faults) {
    return faults.tooLarge("layer %s has %s".formatted(name(layer), found));
  }

  private static String number(double size) {
    return String.format(Locale.ROOT, "%.0f", size);
  }
}
