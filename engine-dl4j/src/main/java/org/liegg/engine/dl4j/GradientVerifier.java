package org.liegg.engine.dl4j;

import java.util.List;
import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.SelfCheck;
import org.liegg.api.spi.GradientCheck;

/**
 * Verifies the gradients of a network when it is opened and, if they are wrong, finds the layer
 * that makes them so.
 */
final class GradientVerifier {
  private final ChosenNetwork network;
  private final NetworkOrigin origin;
  private final ModelFaults faults;

  GradientVerifier(ChosenNetwork network, NetworkOrigin origin) {
    this.network = network;
    this.origin = origin;
    this.faults = new ModelFaults(origin.path());
  }

  /**
   * Checks a kernel in double precision.
   *
   * @param probe samples to check at; random ones where empty
   * @return skipped where the network is too steep for differences to show its derivatives
   * @throws ModelException if the gradients are wrong, naming the first layer whose are
   */
  SelfCheck verify(JacobianKernel kernel, Optional<Batch> probe) {
    Batch samples =
        probe
            .filter(batch -> batch.rows() > 0)
            .map(batch -> batch.slice(0, Math.min(batch.rows(), GradientCheck.SAMPLES)))
            .orElseGet(() -> network.fit(GradientCheck.randomSamples(kernel.sampleSize())));
    GradientCheck.Outcome outcome = outcome(kernel, samples);
    if (outcome.passed()) {
      return SelfCheck.passed(samples.rows(), outcome.error());
    }
    if (!outcome.decided()) {
      return SelfCheck.skipped();
    }
    throw culprit(samples)
        .orElseGet(
            () -> faults.wrongGradient("its outputs' gradients", outcome.error(), samples.rows()));
  }

  private Optional<ModelException> culprit(Batch samples) {
    List<ChosenNetwork.Stage> stages = network.stages();
    for (ChosenNetwork.Stage stage : stages) {
      GradientCheck.Outcome outcome = stageOutcome(stage, samples);
      if (!outcome.passed() && outcome.decided()) {
        return Optional.of(
            faults.wrongGradient(
                "the gradients of " + stage.name(), outcome.error(), samples.rows()));
      }
    }
    return Optional.empty();
  }

  /** Nothing wrong where the layer cannot be looked at on its own. */
  private GradientCheck.Outcome stageOutcome(ChosenNetwork.Stage stage, Batch samples) {
    try {
      return outcome(stage.kernel().get(), samples);
    } catch (ModelException e) {
      return new GradientCheck.Outcome(0, true);
    }
  }

  private GradientCheck.Outcome outcome(JacobianKernel kernel, Batch samples) {
    try (Dl4jGradient session =
        new Dl4jGradient(Sessions.info(network, origin, kernel), List.of(), kernel)) {
      return GradientCheck.outcome(session, samples);
    }
  }
}
