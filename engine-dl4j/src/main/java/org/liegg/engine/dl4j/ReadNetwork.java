package org.liegg.engine.dl4j;

import org.liegg.api.ModelLayout;
import org.liegg.api.ModelOptions;
import org.liegg.api.spi.PreparedModel;
import org.liegg.engine.dl4j.session.OpenNetwork;

/** A network that was read from a file of another format, and of which nothing has been chosen. */
public final class ReadNetwork {
  private final OpenNetwork network;

  ReadNetwork(OpenNetwork network) {
    this.network = network;
  }

  /**
   * The network, ready for sessions on it.
   *
   * @throws org.liegg.api.ModelException if it has no such output or input, or cannot be
   *     differentiated there
   */
  public PreparedModel prepared(ModelOptions options) {
    return network.prepared(options);
  }

  /** What of it can be chosen. */
  public ModelLayout layout(ModelOptions options) {
    return network.layout(options);
  }
}
