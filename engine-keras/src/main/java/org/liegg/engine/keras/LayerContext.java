package org.liegg.engine.keras;

import java.util.Arrays;
import java.util.List;
import org.liegg.engine.keras.read.Fields;
import org.liegg.engine.keras.read.KerasFaults;
import org.liegg.engine.keras.read.KerasLayer;

/**
 * A layer with all that its translation needs.
 *
 * @param layer as the file describes it
 * @param fields its settings
 * @param weights its weights
 * @param inputs the shapes of its inputs, one sample each
 * @param faults words what is wrong
 */
record LayerContext(
    KerasLayer layer,
    Fields fields,
    Weights weights,
    List<List<Integer>> inputs,
    KerasFaults faults) {

  /** Copies the list. */
  LayerContext {
    inputs = List.copyOf(inputs);
  }

  /** The shape of its only input. */
  List<Integer> input() {
    if (inputs.size() != 1) {
      throw faults.unsupported("%s has %d inputs".formatted(layer.label(), inputs.size()));
    }
    return inputs.get(0);
  }

  /** The shape of its only input, which must have one of these numbers of axes. */
  List<Integer> requireRank(int... ranks) {
    List<Integer> shape = input();
    if (Arrays.stream(ranks).noneMatch(rank -> rank == shape.size())) {
      throw faults.unsupported(
          "%s is applied to samples of shape %s".formatted(layer.label(), shape));
    }
    return shape;
  }
}
