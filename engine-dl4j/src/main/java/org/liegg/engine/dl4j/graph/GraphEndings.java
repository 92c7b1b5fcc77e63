package org.liegg.engine.dl4j.graph;

import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;

/**
 * What the output of a graph ends in, where that is an activation that saturates: the answer then
 * depends on whether it is left off.
 */
final class GraphEndings {
  private static final String SOFTMAX = "softmax";
  private static final String SIGMOID = "sigmoid";

  /** Operations of a graph that are such activations. */
  private static final Set<String> OPERATIONS = Set.of(SOFTMAX, SIGMOID, "log_softmax");

  private GraphEndings() {}

  /** Of a graph, up to this vertex. */
  static Optional<String> of(ComputationGraphConfiguration graph, String output) {
    return GraphConfigurations.lastLayer(graph, output)
        .flatMap(InferenceLayers::lastActivation)
        .flatMap(
            activation -> {
              if (activation instanceof ActivationSoftmax) {
                return Optional.of(SOFTMAX);
              }
              return activation instanceof ActivationSigmoid
                  ? Optional.of(SIGMOID)
                  : Optional.empty();
            });
  }

  /** Of a graph of operations, at this variable. */
  static Optional<String> of(SameDiff graph, String output) {
    return ending(graph, output).map(DifferentialFunction::opName);
  }

  /** The variable that the activation at the end is of; the output where it ends in none. */
  static String logits(SameDiff graph, String output) {
    return ending(graph, output).map(op -> op.arg(0).name()).orElse(output);
  }

  private static Optional<DifferentialFunction> ending(SameDiff graph, String output) {
    return Optional.ofNullable(graph.getVariableOutputOp(output))
        .filter(op -> OPERATIONS.contains(op.opName()));
  }
}
