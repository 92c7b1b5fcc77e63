package org.liegg.engine.dl4j.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.jspecify.annotations.Nullable;
import org.liegg.api.ModelException;
import org.liegg.engine.dl4j.dense.ActivationReader;
import org.liegg.engine.dl4j.dense.NetworkReader;
import org.liegg.engine.dl4j.dense.Scalar;
import org.liegg.engine.dl4j.flow.Operation;
import org.liegg.engine.dl4j.session.ModelFaults;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;

/** Activation functions as operations. */
final class Functions {
  private static final String WHERE = "a layer";

  private Functions() {}

  /** The result of a layer's activation. */
  static Signal applied(@Nullable IActivation function, Signal signal, FlowWriter flow) {
    if (function instanceof ActivationIdentity) {
      return signal;
    }
    if (function instanceof ActivationSoftmax) {
      UnknownLayer.unless(signal.isVector(), "a softmax of images or series");
      return flow.add(new Operation.Softmax(), signal);
    }
    return flow.add(new Operation.Apply(scalar(function)), signal);
  }

  /** A function of every value. */
  static Scalar scalar(@Nullable IActivation function) {
    UnknownLayer.unless(function != null, "no activation");
    if (function instanceof KnownFunction known) {
      return known.function();
    }
    ModelFaults faults = new ModelFaults(WHERE);
    try {
      byte[] json =
          NeuralNetConfiguration.mapper()
              .writeValueAsString(function)
              .getBytes(StandardCharsets.UTF_8);
      Optional<Scalar> scalar =
          new ActivationReader(faults).scalar(new NetworkReader(faults).parse(json), WHERE);
      return scalar.orElseThrow(() -> new UnknownLayer("another activation"));
    } catch (IOException | ModelException e) {
      throw new UnknownLayer("an activation that cannot be read");
    }
  }
}
