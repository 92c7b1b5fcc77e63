package org.liegg.engine.tensorflow.differentiate;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.liegg.api.ModelException;
import org.liegg.engine.tensorflow.controlflow.LimitTurns;
import org.liegg.engine.tensorflow.graph.ModelFaults;

/**
 * Creates the exceptions for runs that reach a limit, of one model.
 *
 * @param timeout how long one run may take
 */
record RunErrors(ModelFaults faults, Duration timeout) {
  /** The limit that a run has reached, if it failed for that. */
  Optional<ModelException> limit(RuntimeException e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains(LimitTurns.MARK)) {
      return Optional.of(
          faults.of(
              "LIEGG-MODEL-LOOP",
              "the samples make a loop of it take more than %d turns"
                  .formatted(LimitTurns.MAX_TURNS),
              "take an output before the loop, or samples for which it ends",
              e));
    }
    if (message.startsWith("Timed out")) {
      return Optional.of(
          faults.of(
              "LIEGG-MODEL-TIMEOUT",
              "one run of it takes longer than %s s, as the samples decide its loops and branches"
                  .formatted(seconds()),
              "give it more time with --model-timeout SECONDS, or take an output before the loop",
              e));
    }
    return Optional.empty();
  }

  private String seconds() {
    return BigDecimal.valueOf(timeout.toMillis(), 3).stripTrailingZeros().toPlainString();
  }
}
