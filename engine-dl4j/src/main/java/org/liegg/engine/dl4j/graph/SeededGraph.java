package org.liegg.engine.dl4j.graph;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A SameDiff graph with the loss L = Σ seed · output, whose gradient is that of any weighting of
 * the output. The loss is added when it is first needed: only then is the rank of the output known.
 */
final class SeededGraph {
  private static final String SEED = "liegg_seed";
  private static final String LOSS = "liegg_loss";

  private final SameDiff graph;
  private final String output;
  private final List<String> inputs;
  private boolean differentiable;

  /**
   * @param graph nobody else's; changed
   * @param output the variable to differentiate
   * @param inputs the placeholders to differentiate by
   */
  SeededGraph(SameDiff graph, String output, List<String> inputs) {
    this.graph = graph;
    this.output = output;
    this.inputs = inputs;
  }

  /** The output's value. */
  INDArray output(Map<String, INDArray> placeholders) {
    return graph.outputSingle(placeholders, output).dup('c');
  }

  /**
   * The gradients of Σ seed · output by the inputs.
   *
   * @param seed of the output's shape
   */
  Map<String, INDArray> gradients(Map<String, INDArray> placeholders, INDArray seed) {
    if (!differentiable) {
      long[] shape = new long[seed.rank()];
      Arrays.fill(shape, -1);
      SDVariable weights = graph.placeHolder(SEED, seed.dataType(), shape);
      graph.getVariable(output).mul(weights).sum(LOSS);
      graph.setLossVariables(LOSS);
      quietly(() -> graph.createGradFunction(inputs.toArray(String[]::new)));
      differentiable = true;
    }
    Map<String, INDArray> all = new HashMap<>(placeholders);
    all.put(SEED, seed);
    return graph.calculateGradients(all, inputs);
  }

  /** SameDiff prints the name of every operation that it differentiates where results go. */
  private static void quietly(Runnable work) {
    synchronized (SeededGraph.class) {
      PrintStream before = System.out;
      System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
      try {
        work.run();
      } finally {
        System.setOut(before);
      }
    }
  }
}
