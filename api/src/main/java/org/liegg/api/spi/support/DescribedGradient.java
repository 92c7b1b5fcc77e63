package org.liegg.api.spi.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelInfo;
import org.liegg.api.Warning;
import org.liegg.api.spi.ModelGradient;

/** A session of which something else is said; the computing is the engine's. */
final class DescribedGradient implements ModelGradient {
  private final ModelGradient session;
  private final UnaryOperator<ModelInfo> description;
  private final Optional<Warning> warning;

  /**
   * A session on the same model.
   *
   * @param session the engine's, which is closed with this one
   * @param description what is said of the model, of what the engine says
   * @param warning comes behind those of the engine
   */
  DescribedGradient(
      ModelGradient session, UnaryOperator<ModelInfo> description, Optional<Warning> warning) {
    this.session = session;
    this.description = description;
    this.warning = warning;
  }

  @Override
  public ModelInfo info() {
    return description.apply(session.info());
  }

  @Override
  public List<Warning> warnings() {
    List<Warning> all = new ArrayList<>(session.warnings());
    warning.ifPresent(all::add);
    return List.copyOf(all);
  }

  @Override
  public Jacobians jacobians(Batch batch) {
    return session.jacobians(batch);
  }

  @Override
  public Batch outputs(Batch batch) {
    return session.outputs(batch);
  }

  @Override
  public ModelGradient fork() {
    return new DescribedGradient(session.fork(), description, warning);
  }

  @Override
  public void close() {
    session.close();
  }
}
