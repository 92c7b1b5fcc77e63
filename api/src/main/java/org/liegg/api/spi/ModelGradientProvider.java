package org.liegg.api.spi;

import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;

/** An engine: opens trained models and differentiates them. */
public interface ModelGradientProvider extends Provider {

  /**
   * Whether the source looks like a model of this engine. Reads a few bytes at most, runs nothing
   * and throws nothing.
   */
  boolean accepts(ModelSource source);

  /**
   * Opens a model. Nothing that the source contains is executed, and a live object is not changed.
   *
   * @throws org.liegg.api.ModelException if the source is missing, broken or cannot be
   *     differentiated rightly
   */
  ModelGradient open(ModelSource source, ModelOptions options);
}
