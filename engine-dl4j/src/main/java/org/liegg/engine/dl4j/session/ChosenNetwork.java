package org.liegg.engine.dl4j.session;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.liegg.api.Batch;
import org.liegg.api.Precision;

/** A network whose output and input are settled, and which can be computed with. */
public interface ChosenNetwork {

  /** What the session calls the output. */
  String output();

  /** What the session calls the input. */
  String input();

  /** What the output ends in, where that is an activation that saturates. */
  Optional<String> activation();

  /** A kernel in this arithmetic. */
  JacobianKernel kernel(Precision precision);

  /**
   * The layers from input to output, first to last, each as the output of a network of its own: by
   * these, the layer whose gradients are wrong is found.
   */
  List<Stage> stages();

  /**
   * Random samples made fit for the network: inputs that take no real numbers, such as the indices
   * of an embedding, become 0.
   */
  default Batch fit(Batch random) {
    return random;
  }

  /**
   * One layer.
   *
   * @param name how messages call it, e.g. {@code layer conv1 (ConvolutionLayer)}
   * @param kernel the network up to it, in double precision
   */
  record Stage(String name, Supplier<JacobianKernel> kernel) {}
}
