package org.liegg.engine.keras.read;

import java.util.List;

/** Where in a file the weights of a model, of a layer or of a part of a layer lie. */
public interface WeightScope {

  /** Of a layer that has no weights. */
  static WeightScope none() {
    return NoWeights.SCOPE;
  }

  /**
   * A layer of a model.
   *
   * @param name the layer's own
   * @param stored how archives of Keras 3 call it: its class, counted
   */
  WeightScope layer(String name, String stored);

  /**
   * What lies in a layer, such as the cell of a recurrent layer.
   *
   * @param prefix how the name begins under which HDF5 files of Keras 2 have it; empty where they
   *     do not tell it from its owner
   * @param attributes how archives of Keras 3 call it, one of these
   */
  WeightScope part(String prefix, List<String> attributes);

  /** The weights, in the file's order; those of parts are among them where {@link #isNamed}. */
  List<StoredWeight> weights();

  /** Whether weights have names; otherwise they stand in the order in which a layer makes them. */
  boolean isNamed();
}
