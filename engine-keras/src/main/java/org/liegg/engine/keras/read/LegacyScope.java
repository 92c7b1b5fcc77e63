package org.liegg.engine.keras.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Weights in an HDF5 file of Keras 1 and 2: below {@code model_weights} a group for each layer of
 * the model, in which the weights of all that lies in the layer have names that say where they
 * belong: {@code bidirectional/forward_lstm/kernel:0}.
 */
final class LegacyScope implements WeightScope {
  private static final String ROOT = "model_weights";

  /** The whole model. */
  private static final class Root extends NoWeights {
    private final Hdf5Reader file;
    private final Map<String, WeightScope> layers = new HashMap<>();

    Root(Hdf5Reader file) {
      this.file = file;
    }

    @Override
    public WeightScope layer(String name, String stored) {
      return layers.computeIfAbsent(name, key -> new LegacyScope(list(key)));
    }

    private List<StoredWeight> list(String name) {
      List<String> path = new ArrayList<>(List.of(ROOT));
      path.addAll(List.of(name.split("/", -1)));
      return file.below(path, name);
    }
  }

  private final List<StoredWeight> weights;

  private LegacyScope(List<StoredWeight> weights) {
    this.weights = weights;
  }

  /** The weights of the model in a file. */
  static WeightScope of(Hdf5Reader file) {
    return new Root(file);
  }

  @Override
  public WeightScope layer(String name, String stored) {
    List<String> parts = Arrays.asList(name.split("/", -1));
    return new LegacyScope(
        weights.stream()
            .filter(weight -> contains(weight.path().subList(0, weight.path().size() - 1), parts))
            .toList());
  }

  private static boolean contains(List<String> path, List<String> parts) {
    return Collections.indexOfSubList(path, parts) >= 0;
  }

  @Override
  public WeightScope part(String prefix, List<String> attributes) {
    return prefix.isEmpty()
        ? this
        : new LegacyScope(weights.stream().filter(weight -> belongs(weight, prefix)).toList());
  }

  private static boolean belongs(StoredWeight weight, String prefix) {
    return weight.path().stream().anyMatch(part -> part.startsWith(prefix));
  }

  @Override
  public List<StoredWeight> weights() {
    return weights;
  }

  @Override
  public boolean isNamed() {
    return true;
  }
}
