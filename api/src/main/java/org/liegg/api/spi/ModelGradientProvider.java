package org.liegg.api.spi;

import org.liegg.api.ModelLayout;
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
   * Unless the options say otherwise, the gradients are verified once, in double precision, against
   * central differences (see {@link GradientCheck}).
   *
   * @throws org.liegg.api.ModelException if the source is missing, broken or cannot be
   *     differentiated rightly, or has no such input, output or head
   */
  ModelGradient open(ModelSource source, ModelOptions options);

  /**
   * What of a model can be chosen: its inputs, its outputs and its hidden layers.
   *
   * @param options shapes, where the model does not say them; nothing else is looked at
   * @throws org.liegg.api.ModelException if the source is missing or broken
   */
  ModelLayout layout(ModelSource source, ModelOptions options);
}
