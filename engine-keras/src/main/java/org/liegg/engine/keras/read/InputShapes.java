package org.liegg.engine.keras.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.liegg.api.ModelOptions;

/**
 * The shapes of a model's inputs: what the file says, and where it leaves a length open, the user.
 */
public final class InputShapes {
  private static final int OPEN = -1;

  /** Values of one sample: beyond, no array holds a few of them with their gradients. */
  private static final int LARGEST = 1 << 28;

  private final ModelOptions options;
  private final KerasFaults faults;

  public InputShapes(ModelOptions options, KerasFaults faults) {
    this.options = options;
    this.faults = faults;
  }

  /**
   * The shape of one sample of each input, in the model's order.
   *
   * @throws org.liegg.api.ModelException if a length stays open, or user and file disagree
   */
  public Map<String, List<Integer>> of(KerasGraph graph) {
    Map<String, List<Integer>> shapes = new LinkedHashMap<>();
    for (String name : graph.inputs()) {
      KerasLayer layer =
          graph.layers().stream()
              .filter(candidate -> candidate.name().equals(name))
              .findFirst()
              .orElseThrow(() -> faults.corrupt("it has no input " + KerasFaults.printable(name)));
      List<Integer> shape = shape(layer, graph.inputs().size() == 1);
      requireIndexable(layer, shape);
      shapes.put(name, shape);
    }
    return shapes;
  }

  private List<Integer> shape(KerasLayer layer, boolean only) {
    List<Integer> own = own(layer);
    Optional<List<Integer>> said = find(options.shapes(), layer.name(), only);
    if (said.isPresent()) {
      if (!fits(own, said.get())) {
        throw faults.inputShape(
            "its input %s is %s, and %s was given"
                .formatted(KerasFaults.printable(layer.name()), text(own), text(said.get())));
      }
      return said.get();
    }
    if (own.isEmpty() || own.contains(OPEN)) {
      return find(options.dataShapes(), layer.name(), only)
          .filter(shape -> fits(own, shape))
          .orElseThrow(
              () ->
                  faults.inputShape(
                      "its input %s is %s, which leaves a length open"
                          .formatted(KerasFaults.printable(layer.name()), text(own))));
    }
    return own;
  }

  private void requireIndexable(KerasLayer layer, List<Integer> shape) {
    double size = 1;
    for (int length : shape) {
      size *= length;
    }
    if (size > LARGEST) {
      throw faults.tooLarge(
          String.format(
              Locale.ROOT,
              "a sample of its input %s has %.0f values",
              KerasFaults.printable(layer.name()),
              size));
    }
  }

  private static Optional<List<Integer>> find(
      Map<String, List<Integer>> shapes, String name, boolean only) {
    List<Integer> named = shapes.get(name);
    return named == null && only
        ? Optional.ofNullable(shapes.get(ModelOptions.ANY_INPUT))
        : Optional.ofNullable(named);
  }

  private List<Integer> own(KerasLayer layer) {
    JsonNode batch = layer.config().path("batch_input_shape");
    JsonNode shape = batch.isArray() ? batch : layer.config().path("batch_shape");
    if (shape.isObject()) {
      throw faults.corrupt("its %s has a shape that is no list".formatted(layer.label()));
    }
    List<Integer> lengths = new ArrayList<>();
    for (int i = 1; i < shape.size(); i++) {
      JsonNode length = shape.get(i);
      if (!length.isNull() && (!length.canConvertToInt() || length.asInt() < 1)) {
        throw faults.corrupt("its %s has the shape %s".formatted(layer.label(), shape));
      }
      lengths.add(length.isNull() ? OPEN : length.asInt());
    }
    return lengths;
  }

  private static boolean fits(List<Integer> own, List<Integer> given) {
    if (own.isEmpty()) {
      return !given.isEmpty() && given.stream().allMatch(length -> length > 0);
    }
    boolean fits = own.size() == given.size();
    for (int i = 0; fits && i < own.size(); i++) {
      fits = given.get(i) > 0 && (own.get(i) == OPEN || own.get(i).equals(given.get(i)));
    }
    return fits;
  }

  private static String text(List<Integer> shape) {
    return shape.isEmpty()
        ? "of no stated shape"
        : String.join("×", shape.stream().map(n -> n == OPEN ? "?" : String.valueOf(n)).toList());
  }
}
