package org.liegg.engine.keras.lower;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.liegg.engine.keras.program.ProgramBuilder;
import org.liegg.engine.keras.program.Values;
import org.liegg.engine.keras.read.Fields;
import org.liegg.engine.keras.read.KerasFaults;
import org.liegg.engine.keras.read.KerasLayer;
import org.liegg.engine.keras.read.LayerWeights;

/**
 * A layer with all that its lowering needs.
 *
 * @param lowering the model that it lies in, for layers that hold layers
 * @param layer as the file describes it
 * @param fields its settings
 * @param weights its weights
 * @param inputs what it takes, in order
 * @param named what it takes by name
 * @param leaveOff whether its activation is left off, because only logits are asked for
 */
record LowerContext(
    Lowering lowering,
    KerasLayer layer,
    Fields fields,
    LayerWeights weights,
    List<Signal> inputs,
    Map<String, Signal> named,
    boolean leaveOff) {

  /** Copies the collections. */
  LowerContext {
    inputs = List.copyOf(inputs);
    named = Map.copyOf(named);
  }

  /** Where steps are written. */
  ProgramBuilder program() {
    return lowering.program();
  }

  /** Words what is wrong. */
  KerasFaults faults() {
    return lowering.faults();
  }

  /** Its only input. */
  Signal input() {
    if (inputs.size() != 1) {
      throw unsupported("has %d inputs".formatted(inputs.size()));
    }
    return inputs.get(0);
  }

  /** The values of its only input. */
  Values values() {
    return input().values();
  }

  /** The values of its only input, which must have one of these numbers of axes. */
  Values requireRank(int... ranks) {
    Values values = values();
    if (Arrays.stream(ranks).noneMatch(rank -> rank == values.rank())) {
      throw unsupported("is applied to samples of shape %s".formatted(values.lengths()));
    }
    return values;
  }

  /** Refuses what has a mask that the layer would look at. */
  void requireNoMask(Signal signal) {
    if (signal.mask().isPresent()) {
      throw unsupported("is applied to masked steps");
    }
  }

  /** An axis in Keras's counting, from 1 or backwards from −1, as an axis of one sample. */
  int axis(String key, int value, int rank) {
    int axis = value < 0 ? value + rank : value - 1;
    if (axis < 0 || axis >= rank) {
      throw fields.unsupported(key, fields.get(key));
    }
    return axis;
  }

  /** The setting {@code activation} applied, unless it is to be left off. */
  Values activated(Values x) {
    Values result = Activations.named(this, "activation", x);
    return leaveOff ? x : result;
  }

  /** A model that is whole, but does what is not read. */
  RuntimeException unsupported(String found) {
    return faults().unsupported(layer.label() + " " + found);
  }

  /** A model whose parts contradict each other. */
  RuntimeException corrupt(String found) {
    return faults().corrupt(layer.label() + " " + found);
  }
}
