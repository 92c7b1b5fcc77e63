package org.liegg.engine.dl4j.dense;

import java.util.Optional;

/**
 * What one layer of a configuration does at inference: an affine map, an activation, both, or
 * nothing.
 *
 * @param name how the layer is asked for
 * @param kind its class
 * @param affine its affine map, if it has one
 * @param activation what is applied after it; empty for the identity
 */
public record LayerPlan(
    String name, String kind, Optional<Shape> affine, Optional<Activation> activation) {

  /** How messages call the layer. */
  String title() {
    return "layer %s (%s)".formatted(name, kind);
  }

  /**
   * An affine map without its weights.
   *
   * @param inputs nIn
   * @param outputs nOut
   * @param hasBias whether a bias follows the weights
   */
  record Shape(int inputs, int outputs, boolean hasBias) {

    /** Parameters in weights and bias together. */
    long parameters() {
      return ((long) inputs + (hasBias ? 1 : 0)) * outputs;
    }
  }
}
