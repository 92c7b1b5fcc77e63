package org.liegg.engine.dl4j.session;

import java.util.List;
import org.liegg.api.Batch;
import org.liegg.api.Head;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.PreparedModel;
import org.liegg.api.spi.support.KernelGradient;

/** Makes the sessions of a network, and says what is to be known of verifying them. */
public record Sessions(ChosenNetwork network, Origin origin) implements PreparedModel {
  @Override
  public ModelGradient session(Precision precision) {
    JacobianKernel kernel = network.kernel(precision);
    ModelInfo info = info(network, origin, kernel).withActivation(network.activation());
    return new KernelGradient(info, origin.warnings(), kernel);
  }

  @Override
  public List<Batch> samples(Batch random) {
    return List.of(network.fit(random));
  }

  @Override
  public ModelException wrongGradient(ModelInfo info, double error, Batch samples) {
    return new SuspectLayers(network, origin).wrongGradient(error, samples);
  }

  /** What a session on this kernel is. */
  static ModelInfo info(ChosenNetwork network, Origin origin, JacobianKernel kernel) {
    return new ModelInfo(
        new ModelInfo.Origin(
            origin.path(), origin.sha256(), origin.engine(), origin.engineVersion()),
        kernel.inputs(),
        new ModelInfo.Taken(kernel.outputs(), network.output(), Head.OUTPUT.label()),
        kernel.precision(),
        new ModelInfo.Varying(network.input(), kernel.sampleSize(), kernel.inputFrom()),
        SelfCheck.skipped());
  }
}
