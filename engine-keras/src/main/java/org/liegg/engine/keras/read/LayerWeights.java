package org.liegg.engine.keras.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The weights of one layer; every one must be taken, in the shape that the layer's settings imply,
 * and in the order in which Keras makes them.
 */
public final class LayerWeights {
  /** What layers keep for training, beside weights. */
  private static final Set<String> NO_WEIGHTS = Set.of("seed_generator_state", "vector_u", "sn_u");

  private final KerasLayer layer;
  private final WeightScope scope;
  private final KerasFaults faults;
  private final List<StoredWeight> left;

  /**
   * @param layer whose they are
   * @param scope where they lie
   */
  public LayerWeights(KerasLayer layer, WeightScope scope, KerasFaults faults) {
    this.layer = layer;
    this.scope = scope;
    this.faults = faults;
    this.left = new ArrayList<>(scope.weights());
    left.removeIf(weight -> NO_WEIGHTS.contains(weight.name()));
  }

  /**
   * A weight.
   *
   * @throws org.liegg.api.ModelException if it is missing or of another shape
   */
  public Weight take(String name, int... shape) {
    Weight weight = take(name);
    if (!Arrays.equals(weight.shape(), shape)) {
      throw faults.corrupt(
          "%s is %s where its settings imply %s"
              .formatted(weight.name(), weight.shapeText(), Weight.text(shape)));
    }
    return weight;
  }

  /** As {@link #take}, of a weight that has several names in several versions. */
  public Weight takeEither(List<String> names, int... shape) {
    String name = names.stream().filter(this::has).findFirst().orElse(names.get(0));
    return take(name, shape);
  }

  /** Whether there is such a weight; of weights without names, whether one is left. */
  public boolean has(String name) {
    return find(name).isPresent();
  }

  /**
   * A weight of any shape.
   *
   * @throws org.liegg.api.ModelException if it is missing
   */
  public Weight take(String name) {
    return find(name).map(this::read).orElseThrow(() -> missing(name));
  }

  /** Leaves a weight unread, if it is there. */
  public void ignore(String name) {
    find(name).ifPresent(this::drop);
  }

  /** The weights of a part of the layer, all of which must be taken from what is returned. */
  public LayerWeights part(String prefix, String... attributes) {
    return new LayerWeights(layer, scope.part(prefix, List.of(attributes)), faults);
  }

  /** Where they lie. */
  public WeightScope scope() {
    return scope;
  }

  /**
   * Refuses weights that nobody has taken.
   *
   * @throws org.liegg.api.ModelException naming the first of them
   */
  public void requireAllTaken() {
    if (!left.isEmpty()) {
      throw faults.unsupported(
          "%s has the unknown weight %s"
              .formatted(layer.label(), KerasFaults.printable(left.get(0).name())));
    }
  }

  private RuntimeException missing(String name) {
    String found = "%s has no weight %s".formatted(layer.label(), name);
    // Of layers of models in the model, the names in HDF5 files need not be the layers' own.
    return scope.isNamed() && layer.name().contains("/")
        ? faults.unsupported(found + " under its own name")
        : faults.corrupt(found);
  }

  private Optional<StoredWeight> find(String name) {
    if (!scope.isNamed()) {
      return left.isEmpty() ? Optional.empty() : Optional.of(left.get(0).called(name));
    }
    List<StoredWeight> named = left.stream().filter(weight -> weight.name().equals(name)).toList();
    if (named.size() > 1) {
      throw faults.unsupported(
          "%s has several weights %s".formatted(layer.label(), KerasFaults.printable(name)));
    }
    return named.stream().findFirst();
  }

  private void drop(StoredWeight weight) {
    left.remove(scope.isNamed() ? left.indexOf(weight) : 0);
  }

  private Weight read(StoredWeight weight) {
    drop(weight);
    return weight.read(
        "weight %s of layer %s"
            .formatted(KerasFaults.printable(weight.name()), KerasFaults.printable(layer.name())));
  }
}
