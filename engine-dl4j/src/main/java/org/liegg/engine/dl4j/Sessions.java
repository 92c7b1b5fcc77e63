package org.liegg.engine.dl4j;

import java.util.ArrayList;
import java.util.List;
import org.liegg.api.Head;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;
import org.liegg.api.SymmetryReport.Warning;
import org.liegg.api.WarningCode;
import org.liegg.api.spi.HeadedGradient;
import org.liegg.api.spi.ModelGradient;

/** Puts sessions together. */
final class Sessions {

  private Sessions() {}

  /** A session in the arithmetic asked for, with its head, verified if the options say so. */
  static ModelGradient open(ChosenNetwork network, NetworkOrigin origin, ModelOptions options) {
    JacobianKernel kernel = network.kernel(options.precision());
    ModelInfo info =
        info(network, origin, kernel).withHead(options.head()).withActivation(network.activation());
    List<Warning> warnings = new ArrayList<>(origin.warnings());
    if (options.selfCheck()) {
      info = info.withSelfCheck(check(network, origin, kernel, options, warnings));
    }
    return HeadedGradient.of(new Dl4jGradient(info, warnings, kernel), options.head());
  }

  private static SelfCheck check(
      ChosenNetwork network,
      NetworkOrigin origin,
      JacobianKernel kernel,
      ModelOptions options,
      List<Warning> warnings) {
    JacobianKernel exact =
        kernel.precision() == Precision.DOUBLE ? kernel : network.kernel(Precision.DOUBLE);
    try {
      SelfCheck check = new GradientVerifier(network, origin).verify(exact, options.probe());
      if (check.status() == SelfCheck.Status.SKIPPED) {
        warnings.add(
            new Warning(
                WarningCode.NOT_VERIFIED,
                "the gradients were not verified: the network is too steep for differences to show"
                    + " its derivatives"));
      }
      return check;
    } catch (ModelException e) {
      if (options.probe().isEmpty() && e.code().equals(ModelFaults.NONFINITE)) {
        // Random samples need not be such as the network can be evaluated at.
        warnings.add(
            new Warning(
                WarningCode.NOT_VERIFIED,
                "the gradients were not verified, for want of samples: " + e.getMessage()));
        return SelfCheck.skipped();
      }
      throw e;
    }
  }

  /** What a session on this kernel is. */
  static ModelInfo info(ChosenNetwork network, NetworkOrigin origin, JacobianKernel kernel) {
    return new ModelInfo(
        origin.path(),
        origin.sha256(),
        origin.engine(),
        origin.engineVersion(),
        kernel.inputs(),
        kernel.outputs(),
        network.output(),
        Head.OUTPUT.label(),
        kernel.precision(),
        network.input(),
        kernel.sampleSize(),
        kernel.inputFrom(),
        SelfCheck.skipped());
  }
}
