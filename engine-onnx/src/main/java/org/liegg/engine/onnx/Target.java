package org.liegg.engine.onnx;

import java.util.Optional;
import org.liegg.api.Head;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;

/**
 * What is differentiated.
 *
 * @param tensor its name in the file
 * @param label how reports call it
 * @param activation that it ends in; empty where the head leaves it off
 */
record Target(String tensor, String label, Optional<String> activation) {

  /**
   * What is known of a model that computes it.
   *
   * @param outputs k
   */
  ModelInfo info(ModelInfo.Origin origin, SamplePlan plan, int outputs, Precision precision) {
    return new ModelInfo(
        origin,
        plan.inputSize(),
        new ModelInfo.Taken(outputs, label, Head.OUTPUT.label()),
        ModelInfo.Arithmetic.exact(precision),
        new ModelInfo.Varying(plan.varying(), plan.sampleSize(), plan.inputFrom()),
        SelfCheck.skipped(),
        activation);
  }
}
