package org.liegg.engine.keras.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A graph while its layers are added, each after those it takes its inputs from. */
final class GraphAssembly {
  /** Of all models in the model together. */
  private static final int MAX_LAYERS = 1 << 16;

  private final List<KerasLayer> layers = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final List<String> inputs = new ArrayList<>();
  private final KerasFaults faults;
  private List<String> outputs = List.of();
  private int models;

  GraphAssembly(KerasFaults faults) {
    this.faults = faults;
  }

  /** Adds an input of the whole model; returns its name. */
  String input(KerasLayer layer) {
    add(layer);
    inputs.add(layer.name());
    return layer.name();
  }

  /** Adds a layer; returns what its outputs are called, also of those that it need not have. */
  List<String> add(KerasLayer layer) {
    if (!names.add(layer.name())) {
      throw faults.corrupt("its model_config has two layers %s".formatted(layer.label()));
    }
    if (names.size() > MAX_LAYERS) {
      throw faults.tooLarge("with all its models it has more than %d layers".formatted(MAX_LAYERS));
    }
    layers.add(layer);
    List<String> own = new ArrayList<>();
    for (int i = 0; i < KerasLayer.MAX_OUTPUTS; i++) {
      own.add(KerasLayer.output(layer.name(), i));
    }
    return own;
  }

  /** Counts a use of a model: those within others multiply. */
  void countModel() {
    if (++models > MAX_LAYERS) {
      throw faults.tooLarge("it uses the models in it more than %d times".formatted(MAX_LAYERS));
    }
  }

  /** Says which values are the outputs of the whole model. */
  void outputs(List<String> ends) {
    outputs = ends;
  }

  KerasGraph finished() {
    return new KerasGraph(layers, inputs, outputs);
  }
}
