package org.liegg.study.run;

import java.util.Optional;
import org.liegg.study.network.DenseNetwork;
import org.liegg.study.result.Trained;

/**
 * A network that was trained, or left as it was.
 *
 * @param network with the weights of the last epoch
 * @param trained when training ended, where that was not known before
 */
record Fit(DenseNetwork network, Optional<Trained> trained) {

  /** A network whose epochs were known before. */
  static Fit of(DenseNetwork network) {
    return new Fit(network, Optional.empty());
  }
}
