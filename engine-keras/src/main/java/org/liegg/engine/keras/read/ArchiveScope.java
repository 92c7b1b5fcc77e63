package org.liegg.engine.keras.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Weights in an archive of Keras 3: groups {@code layers/dense_1/vars} with arrays {@code 0},
 * {@code 1}, … in the order in which a layer makes its weights. Layers go by their class, counted;
 * what lies in a layer goes by the attribute that holds it, as {@code layers/lstm/cell/vars}.
 */
final class ArchiveScope implements WeightScope {
  /** How Keras 2.12 to 2.15 call the layers in such archives, if not the first. */
  private static final List<String> CONTAINERS =
      List.of("layers", "_layer_checkpoint_dependencies");

  private final Hdf5Reader file;
  private final List<String> path;

  private ArchiveScope(Hdf5Reader file, List<String> path) {
    this.file = file;
    this.path = path;
  }

  /** The weights of the model in a file. */
  static WeightScope of(Hdf5Reader file) {
    return new ArchiveScope(file, List.of());
  }

  @Override
  public WeightScope layer(String name, String stored) {
    return first(CONTAINERS.stream().map(container -> List.of(container, stored)).toList());
  }

  @Override
  public WeightScope part(String prefix, List<String> attributes) {
    return first(attributes.stream().map(List::of).toList());
  }

  /** The first of these that is there; the first of all where none is. */
  private WeightScope first(List<List<String>> choices) {
    List<String> chosen =
        choices.stream()
            .filter(choice -> file.hasGroup(below(choice)))
            .findFirst()
            .orElse(choices.get(0));
    return new ArchiveScope(file, below(chosen));
  }

  private List<String> below(List<String> more) {
    List<String> all = new ArrayList<>(path);
    all.addAll(more);
    return all;
  }

  @Override
  public List<StoredWeight> weights() {
    return file.below(below(List.of("vars")), String.join("/", path)).stream()
        .filter(weight -> weight.path().size() == 1 && weight.name().matches("\\d{1,6}"))
        .sorted(Comparator.comparingInt(weight -> Integer.parseInt(weight.name())))
        .toList();
  }

  @Override
  public boolean isNamed() {
    return false;
  }
}
