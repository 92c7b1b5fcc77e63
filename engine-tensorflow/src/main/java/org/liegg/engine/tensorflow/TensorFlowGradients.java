package org.liegg.engine.tensorflow;

import java.util.function.Supplier;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.Models;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.read.LiveModels;
import org.liegg.engine.tensorflow.read.SourceModel;
import org.tensorflow.Graph;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;

/** Differentiates models that the caller holds, without a file and without a registry. */
public final class TensorFlowGradients {

  private TensorFlowGradients() {}

  /** As {@link #of(SavedModelBundle, ModelOptions)}, in single precision. */
  public static ModelGradient of(SavedModelBundle bundle) {
    return of(bundle, ModelOptions.defaults());
  }

  /**
   * Opens a session on a loaded model. Graph and variables are copied: the bundle is not changed,
   * and may be closed or trained further without the session noticing.
   *
   * @throws org.liegg.api.ModelException if the model has no such signature, output or input, or
   *     cannot be differentiated rightly
   */
  public static ModelGradient of(SavedModelBundle bundle, ModelOptions options) {
    String description = ModelSource.live(bundle).description();
    ModelFaults faults = new ModelFaults(description);
    return open(() -> LiveModels.of(bundle, description, faults), options, faults);
  }

  /**
   * Opens a session on a graph whose variables live in a session. Both are read, never changed.
   *
   * @param options with {@link ModelOptions#input} and {@link ModelOptions#output}, which name
   *     tensors of the graph
   * @throws org.liegg.api.ModelException if there are no such tensors, a variable is not
   *     initialised, or the graph cannot be differentiated rightly
   */
  public static ModelGradient of(Graph graph, Session session, ModelOptions options) {
    String description = ModelSource.live(graph).description();
    ModelFaults faults = new ModelFaults(description);
    return open(() -> LiveModels.of(graph, session, description, faults), options, faults);
  }

  private static ModelGradient open(
      Supplier<SourceModel> copy, ModelOptions options, ModelFaults faults) {
    return Models.open(
        faults.guarded(() -> new ModelOpening(copy.get(), options, faults).prepared()), options);
  }
}
