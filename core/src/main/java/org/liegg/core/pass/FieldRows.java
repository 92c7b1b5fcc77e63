package org.liegg.core.pass;

import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.Polarization;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.ModelGradient;

/** Makes rows of E of samples: a model's gradients, polarized by an action's fields. */
public final class FieldRows implements AutoCloseable {
  private final ModelGradient model;
  private final GroupAction action;
  private final double[] weights;
  private final boolean owned;
  private final int from;
  private final int to;

  /**
   * Rows of a session, which stays the caller's.
   *
   * @param action bound to the model's outputs; its fields are polarized
   * @param weights of outputs, none where they count as they are
   */
  public FieldRows(ModelGradient model, GroupAction action, double[] weights) {
    this(model, action, weights, false);
  }

  private FieldRows(ModelGradient model, GroupAction action, double[] weights, boolean owned) {
    this.model = model;
    this.action = action;
    this.weights = weights;
    this.owned = owned;
    from = model.info().inputFrom();
    to = from + model.info().inputSize();
  }

  /** The same rows by a session of their own, for another thread. */
  FieldRows fork() {
    return new FieldRows(model.fork(), action, weights, true);
  }

  /** Candidate fields, m. */
  int columns() {
    return action.dimension();
  }

  Jacobians jacobians(Batch samples) {
    return model.jacobians(samples);
  }

  /** The rows; the action acts on the input of every sample that varies. */
  Polarization polarized(Batch samples, Jacobians jacobians) {
    return action.polarize(samples.features(from, to), jacobians).withWeights(weights);
  }

  /** Closes the session, where it is a fork's. */
  @Override
  public void close() {
    if (owned) {
      model.close();
    }
  }
}
