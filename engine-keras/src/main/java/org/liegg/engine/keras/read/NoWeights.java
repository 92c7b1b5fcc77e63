package org.liegg.engine.keras.read;

import java.util.List;

/** The scope of layers that have no weights. */
enum NoWeights implements WeightScope {
  /** The only one. */
  SCOPE;

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
