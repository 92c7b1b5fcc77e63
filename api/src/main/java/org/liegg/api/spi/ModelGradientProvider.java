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
   * <p>An output is asked for by the name that {@link #layout} gives it, or by its number in that
   * list; an input by its name, and without one all inputs vary together. The heads are the
   * functions of the logits that {@link org.liegg.api.Head} says, in values and in derivatives.
   *
   * @throws org.liegg.api.ModelException if the source is missing, broken or cannot be
   *     differentiated rightly, or has no such input, output or head; the message then names what
   *     was asked for and lists all there are
   */
  ModelGradient open(ModelSource source, ModelOptions options);

  /**
   * What of a model can be chosen: its inputs, its outputs and its hidden layers. It is always the
   * same for one model; no list is empty, no name occurs twice in one or is blank, and sizes are
   * positive. Inputs stand in the order in which a sample holds them.
   *
   * @param options shapes, where the model does not say them; nothing else is looked at
   * @throws org.liegg.api.ModelException if the source is missing or broken; the message names it
   */
  ModelLayout layout(ModelSource source, ModelOptions options);
}
