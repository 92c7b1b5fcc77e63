package org.liegg.engine.keras;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts layers after those they take their inputs from. */
final class TopologicalOrder {
  private TopologicalOrder() {}

  /**
   * The same layers, in order.
   *
   * @throws org.liegg.api.ModelException if a layer waits for itself, or for one that is not there
   */
  static List<KerasLayer> of(List<KerasLayer> layers, KerasFaults faults) {
    List<KerasLayer> waiting = new ArrayList<>(layers);
    List<KerasLayer> ordered = new ArrayList<>();
    Set<String> ready = new HashSet<>();
    while (!waiting.isEmpty()) {
      int before = ordered.size();
      for (KerasLayer layer : List.copyOf(waiting)) {
        if (ready.containsAll(layer.inbound())) {
          ordered.add(layer);
          ready.add(layer.name());
          waiting.remove(layer);
        }
      }
      if (ordered.size() == before) {
        throw faults.corrupt(
            "%s takes its inputs from %s, which is not there or takes its own from it"
                .formatted(
                    waiting.get(0).label(),
                    KerasFaults.printable(String.valueOf(waiting.get(0).inbound()))));
      }
    }
    return ordered;
  }
}
