package org.liegg.engine.keras;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The weights of one layer; every one must be taken, in the shape that the layer's settings imply.
 */
final class Weights {
  private final KerasLayer layer;
  private final Map<String, Weight> left;
  private final KerasFaults faults;

  Weights(KerasLayer layer, Map<String, Weight> weights, KerasFaults faults) {
    this.layer = layer;
    this.left = new LinkedHashMap<>(weights);
    this.faults = faults;
  }

  /**
   * A weight.
   *
   * @throws org.liegg.api.ModelException if it is missing or of another shape
   */
  INDArray take(String name, long... shape) {
    Weight weight = left.remove(name);
    if (weight == null) {
      throw faults.corrupt("%s has no weight %s".formatted(layer.label(), name));
    }
    if (!Arrays.equals(Arrays.stream(weight.shape()).asLongStream().toArray(), shape)) {
      throw faults.corrupt(
          "%s is %s where its settings imply %s"
              .formatted(
                  weight.name(),
                  weight.shapeText(),
                  Arrays.stream(shape).mapToObj(String::valueOf).collect(Collectors.joining("×"))));
    }
    return weight.array();
  }

  /** Refuses weights that nobody has taken. */
  void requireAllTaken() {
    if (!left.isEmpty()) {
      throw faults.unsupported(
          "%s has the unknown weight %s"
              .formatted(layer.label(), KerasFaults.printable(left.keySet().iterator().next())));
    }
  }
}
