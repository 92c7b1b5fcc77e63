package org.liegg.engine.dl4j.session;

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
  private final Origin origin;
  private final ModelFaults faults;

  GradientVerifier(ChosenNetwork network, Origin origin) {
    this.network = network;
    this.origin = origin;
    this.faults = new ModelFaults(origin.path());
  }

  /**
   * Checks a kernel in double precision.
   *
   * @param probe samples to check at; random ones where empty
   * @throws ModelException if the gradients are wrong, naming the first layer whose are
   */
  SelfCheck verify(JacobianKernel kernel, Optional<Batch> probe) {
    Batch samples =
        probe
            .filter(batch -> batch.rows() > 0)
            .map(batch -> batch.slice(0, Math.min(batch.rows(), GradientCheck.SAMPLES)))
            .orElseGet(() -> network.fit(GradientCheck.randomSamples(kernel.sampleSize())));
    double error = error(kernel, samples);
    if (error <= GradientCheck.TOLERANCE) {
      return SelfCheck.passed(samples.rows(), error);
    }
    throw culprit(samples)
        .orElseGet(() -> faults.wrongGradient("its outputs' gradients", error, samples.rows()));
  }

  private Optional<ModelException> culprit(Batch samples) {
    List<ChosenNetwork.Stage> stages = network.stages();
    for (ChosenNetwork.Stage stage : stages) {
      double error = stageError(stage, samples);
      if (!(error <= GradientCheck.TOLERANCE)) {
        return Optional.of(
            faults.wrongGradient("the gradients of " + stage.name(), error, samples.rows()));
      }
    }
    return Optional.empty();
  }

  /** 0 where the layer cannot be looked at on its own. */
  private double stageError(ChosenNetwork.Stage stage, Batch samples) {
    try {
      return error(stage.kernel().get(), samples);
    } catch (ModelException e) {
      return 0;
    }
  }

  private double error(JacobianKernel kernel, Batch samples) {
    try (Dl4jGradient session =
        new Dl4jGradient(Sessions.info(network, origin, kernel), List.of(), kernel)) {
      return GradientCheck.error(session, samples);
    }
  }
}
