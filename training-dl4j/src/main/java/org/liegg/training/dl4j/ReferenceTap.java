package org.liegg.training.dl4j;

import java.util.function.Consumer;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.Polarization;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.support.FilterGroupAction;

/**
 * An action that shows each of its polarizations to a listener, so that what else is asked of them
 * costs no second pass over the network. It keeps nothing itself, and may be used by as many
 * threads as the listener.
 */
final class ReferenceTap extends FilterGroupAction {
  private final Consumer<Polarization> listener;

  /**
   * @param candidates the action that this one is otherwise
   * @param listener is given every polarization, once
   */
  ReferenceTap(GroupAction candidates, Consumer<Polarization> listener) {
    super(candidates);
    this.listener = listener;
  }

  @Override
  public GroupAction boundTo(int outputs) {
    return new ReferenceTap(action().boundTo(outputs), listener);
  }

  @Override
  public Polarization polarize(Batch batch, Jacobians jacobians) {
    Polarization all = super.polarize(batch, jacobians);
    listener.accept(all);
    return all;
  }
}
