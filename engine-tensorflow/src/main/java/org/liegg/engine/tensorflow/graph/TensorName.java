package org.liegg.engine.tensorflow.graph;

/**
 * A tensor of a graph: output {@code index} of a node, as {@code NodeDef.input} writes it.
 *
 * @param node name of the node
 * @param index which of its outputs
 */
public record TensorName(String node, int index) {

  /** Reads {@code node} or {@code node:1}. */
  public static TensorName of(String text) {
    int colon = text.lastIndexOf(':');
    if (colon > 0 && colon < text.length() - 1 && digits(text, colon + 1)) {
      return new TensorName(
          text.substring(0, colon), Integer.parseInt(text, colon + 1, text.length(), 10));
    }
    return new TensorName(text, 0);
  }

  /** Whether an input of a node is an order of execution and no tensor. */
  public static boolean isControl(String input) {
    return input.startsWith("^");
  }

  /** The node that an input refers to, whether for its tensor or for order. */
  public static String nodeOf(String input) {
    return isControl(input) ? input.substring(1) : of(input).node();
  }

  /** The shortest way to write it. */
  public String text() {
    return index == 0 ? node : node + ":" + index;
  }

  private static boolean digits(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    // Longer numbers are no outputs, and would not fit an int.
    return text.length() - from <= 6;
  }
}
