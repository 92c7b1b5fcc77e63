package org.liegg.api.spi;

import java.util.Optional;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.orbit.SymmetricModelWriter;

/** An engine: opens trained models and differentiates them. */
public interface ModelGradientProvider extends Provider {

  /**
   * Whether the source looks like a model of this engine. Reads a few bytes at most, runs nothing
   * and throws nothing.
   */
  boolean accepts(ModelSource source);

  /**
   * Opens a model: F, the output that is asked for, and its derivatives by the input that is asked
   * for. Nothing that the source contains is executed, and a live object is not changed.
   *
   * <p>The head and the verification that the options speak of are not the engine's business:
   * {@link org.liegg.api.spi.support.Models#open} adds both to what is opened here. Where the
   * options say {@link ModelOptions#fromLogits}, an engine leaves off the activation that the
   * output ends in, if it knows one; else it says that ending by {@link
   * org.liegg.api.ModelInfo#withActivation}.
   *
   * <p>An output is asked for by the name that {@link #layout} gives it, or by its number in that
   * list; an input by its name, and without one all inputs vary together.
   *
   * @throws org.liegg.api.ModelException if the source is missing, broken or cannot be
   *     differentiated rightly, or has no such input or output; the message then names what was
   *     asked for and lists all there are
   */
  ModelGradient open(ModelSource source, ModelOptions options);

  /**
   * Reads a model from which sessions in either precision are made, as its gradients are verified
   * in double precision whatever is asked for. By default every session is one that {@link #open}
   * opens, so that the source is read twice where single precision is verified; an engine for which
   * that is slow, or that knows more of how its models are verified, writes this method.
   *
   * @return with a {@code session(options.precision())} that is what {@link #open} gives
   * @throws org.liegg.api.ModelException as {@link #open}, here or when a session is made
   */
  default PreparedModel prepare(ModelSource source, ModelOptions options) {
    return precision -> open(source, options.withPrecision(precision));
  }

  /**
   * Reads a model of which only values are asked for, as its derivatives are taken by differences
   * of them. By default it is what {@link #prepare} reads; an engine that computes values of more
   * models than it can differentiate writes this method.
   *
   * @return with sessions whose {@link ModelGradient#jacobians} nobody calls
   * @throws org.liegg.api.ModelException as {@link #prepare}
   */
  default PreparedModel prepareValues(ModelSource source, ModelOptions options) {
    return prepare(source, options);
  }

  /**
   * What of a model can be chosen: its inputs, its outputs and its hidden layers. It is always the
   * same for one model; no list is empty, no name occurs twice in one or is blank, and sizes are
   * positive. Inputs stand in the order in which a sample holds them.
   *
   * @param options shapes, where the model does not say them; nothing else is looked at
   * @throws org.liegg.api.ModelException if the source is missing or broken; the message names it
   */
  ModelLayout layout(ModelSource source, ModelOptions options);

  /**
   * Writes models of this engine made symmetric. By default it does not: a format that cannot say
   * more than the model says has no such thing.
   */
  default Optional<SymmetricModelWriter> symmetricModels() {
    return Optional.empty();
  }
}
