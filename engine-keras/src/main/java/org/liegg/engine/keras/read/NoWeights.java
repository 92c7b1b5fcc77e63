package org.liegg.engine.keras.read;

import java.util.List;

/** The scope of what has no weights of its own, such as a layer without any. */
class NoWeights implements WeightScope {
  /** That of a layer without weights, and of all that lies in it. */
  static final WeightScope SCOPE = new NoWeights();

  @Override
  public WeightScope layer(String name, String stored) {
    return this;
  }

  @Override
  public WeightScope part(String prefix, List<String> attributes) {
    return this;
  }

  @Override
  public List<StoredWeight> weights() {
    return List.of();
  }

  @Override
  public boolean isNamed() {
    return true;
  }
}
