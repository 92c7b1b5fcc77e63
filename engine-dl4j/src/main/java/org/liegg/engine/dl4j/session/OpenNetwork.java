package org.liegg.engine.dl4j.session;

import org.liegg.api.ModelLayout;
import org.liegg.api.ModelOptions;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.PreparedModel;
import org.liegg.api.spi.support.Models;

/** A network that was read or copied, and of which nothing has been chosen yet. */
public interface OpenNetwork {

  /** Where it comes from. */
  Origin origin();

  /**
   * The network with its output, input and head chosen.
   *
   * @throws org.liegg.api.ModelException if it has no such output or input, or cannot be
   *     differentiated there
   */
  ChosenNetwork chosen(ModelOptions options);

  /** What can be chosen. */
  ModelLayout layout(ModelOptions options);

  /**
   * The network, ready for sessions on it.
   *
   * @throws org.liegg.api.ModelException as {@link #chosen}
   */
  default PreparedModel prepared(ModelOptions options) {
    return new Sessions(chosen(options), origin());
  }

  /** A session with its head, verified if the options say so. */
  default ModelGradient open(ModelOptions options) {
    return Models.open(prepared(options), options);
  }
}
