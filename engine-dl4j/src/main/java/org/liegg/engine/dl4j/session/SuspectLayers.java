package org.liegg.engine.dl4j.session;

import java.util.List;
import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.spi.GradientCheck;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.KernelGradient;

/** Finds the layer that makes the gradients of a network wrong. */
record SuspectLayers(ChosenNetwork network, Origin origin) {
  /** The error of wrong gradients, naming the first layer whose are; the outputs' where none is. */
  ModelException wrongGradient(double error, Batch samples) {
    return culprit(samples)
        .orElseGet(() -> faults().wrongGradient("its outputs' gradients", error, samples.rows()));
  }

  private Optional<ModelException> culprit(Batch samples) {
    List<ChosenNetwork.Stage> stages = network.stages();
    for (ChosenNetwork.Stage stage : stages) {
      GradientCheck.Outcome outcome = stageOutcome(stage, samples);
      if (!outcome.passed() && outcome.decided()) {
        return Optional.of(
            faults()
                .wrongGradient(
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
    try (ModelGradient session =
        new KernelGradient(Sessions.info(network, origin, kernel), List.of(), kernel)) {
      return GradientCheck.outcome(session, samples);
    }
  }

  private ModelFaults faults() {
    return new ModelFaults(origin.path());
  }
}
