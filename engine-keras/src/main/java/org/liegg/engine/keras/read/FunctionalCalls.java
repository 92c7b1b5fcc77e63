package org.liegg.engine.keras.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * The uses of the layers of one functional model, each as soon as all that it takes is defined:
 * after each the caller defines its outputs.
 */
final class FunctionalCalls implements Iterable<FunctionalCalls.Ready> {

  /**
   * A use whose inputs are defined.
   *
   * @param name of the use within the model
   * @param node which use of the layer it is
   * @param inputs names of the values that it takes
   * @param named those it takes by name
   */
  record Ready(
      LayerReader.Described layer,
      String name,
      int node,
      List<String> inputs,
      Map<String, String> named) {}

  private record Waiting(LayerReader.Described layer, int node, InboundReader.Call call) {}

  private final KerasFaults faults;
  private final Map<String, LayerReader.Described> byName = new LinkedHashMap<>();
  private final Map<String, Integer> uses = new HashMap<>();
  private final Map<InboundReader.Ref, String> defined = new HashMap<>();
  private final List<Waiting> waiting = new ArrayList<>();

  FunctionalCalls(List<LayerReader.Described> layers, InboundReader inbound, KerasFaults faults) {
    this.faults = faults;
    for (LayerReader.Described layer : layers) {
      if (byName.put(layer.name(), layer) != null) {
        throw faults.corrupt("its model_config has two layers %s".formatted(layer.label()));
      }
      List<InboundReader.Call> calls = inbound.calls(layer.calls(), layer.label());
      uses.put(layer.name(), calls.size());
      for (int node = 0; node < calls.size(); node++) {
        waiting.add(new Waiting(layer, node, calls.get(node)));
      }
      boolean isInput = layer.type().equals(GraphReader.INPUT);
      if (isInput != calls.isEmpty()) {
        throw faults.unsupported("%s is not connected".formatted(layer.label()));
      }
    }
  }

  /** The layer that stands for an input of the model. */
  LayerReader.Described input(InboundReader.Ref ref) {
    LayerReader.Described layer = byName.get(ref.layer());
    if (layer == null || !layer.type().equals(GraphReader.INPUT)) {
      throw faults.corrupt("it has no input " + KerasFaults.printable(ref.layer()));
    }
    return layer;
  }

  /** Says what an input is called. */
  void define(InboundReader.Ref ref, String name) {
    if (defined.put(new InboundReader.Ref(ref.layer(), 0, 0), name) != null) {
      throw faults.unsupported(
          "its input %s is there twice".formatted(KerasFaults.printable(ref.layer())));
    }
  }

  /** Says what the outputs of a use are called. */
  void define(Ready ready, List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      defined.put(new InboundReader.Ref(ready.layer().name(), ready.node(), i), names.get(i));
    }
  }

  /** What an output of the model is called. */
  String end(InboundReader.Ref ref) {
    if (!byName.containsKey(ref.layer())) {
      throw faults.corrupt(
          "its model_config has no layer %s".formatted(KerasFaults.printable(ref.layer())));
    }
    String name = defined.get(known(ref));
    if (name == null) {
      throw faults.unsupported(
          "an output of it is output %d of layer %s, which is not read"
              .formatted(ref.index(), KerasFaults.printable(ref.layer())));
    }
    return name;
  }

  /** Of a layer that is used once, files may call this use by a number from another model. */
  private InboundReader.Ref known(InboundReader.Ref ref) {
    return uses.getOrDefault(ref.layer(), 0) <= 1
        ? new InboundReader.Ref(ref.layer(), 0, ref.index())
        : ref;
  }

  @Override
  public Iterator<Ready> iterator() {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return !waiting.isEmpty();
      }

      @Override
      public Ready next() {
        if (waiting.isEmpty()) {
          throw new NoSuchElementException();
        }
        return nextReady();
      }
    };
  }

  private Ready nextReady() {
    for (int i = 0; i < waiting.size(); i++) {
      Waiting next = waiting.get(i);
      if (isDefined(next.call())) {
        waiting.remove(i);
        return ready(next);
      }
    }
    Waiting first = waiting.get(0);
    throw faults.corrupt(
        "%s takes its inputs from %s, which is not there or takes its own from it"
            .formatted(
                first.layer().label(),
                KerasFaults.printable(
                    String.valueOf(
                        first.call().inputs().stream().map(InboundReader.Ref::layer).toList()))));
  }

  private boolean isDefined(InboundReader.Call call) {
    return call.inputs().stream().allMatch(ref -> defined.containsKey(known(ref)))
        && call.named().values().stream().allMatch(ref -> defined.containsKey(known(ref)));
  }

  private Ready ready(Waiting use) {
    Map<String, String> named = new LinkedHashMap<>();
    use.call().named().forEach((key, ref) -> named.put(key, name(ref)));
    String name = use.layer().name();
    return new Ready(
        use.layer().with(use.call().flags()),
        use.node() == 0 ? name : "%s (use %d)".formatted(name, use.node() + 1),
        use.node(),
        use.call().inputs().stream().map(this::name).toList(),
        Collections.unmodifiableMap(named));
  }

  private String name(InboundReader.Ref ref) {
    String name = defined.get(known(ref));
    if (name == null) {
      throw new IllegalStateException("It was not looked whether %s is defined".formatted(ref));
    }
    return name;
  }
}
