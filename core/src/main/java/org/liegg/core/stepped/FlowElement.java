package org.liegg.core.stepped;

import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.spi.Flow;
import org.liegg.api.spi.GroupElement;
import org.liegg.api.spi.GroupFlows;
import org.liegg.core.family.ElementPath;

/**
 * The element exp(tA) of a group.
 *
 * @param name what it is called
 * @param generator the place of A in the reference; empty where it is a combination
 * @param coefficients of A in the candidate fields
 * @param t length of the path
 * @param input the flow of A on the inputs
 * @param output the flow that belongs to it on the outputs, where there is one
 */
public record FlowElement(
    String name,
    Optional<Integer> generator,
    double[] coefficients,
    double t,
    Flow input,
    Optional<Flow> output)
    implements GroupElement {

  /**
   * The element of a generator.
   *
   * @param outputs k, outputs of the model
   */
  static FlowElement of(
      String name,
      Optional<Integer> generator,
      double[] coefficients,
      double t,
      GroupFlows flows,
      int outputs) {
    return new FlowElement(
        name,
        generator,
        coefficients,
        t,
        flows.onInput(coefficients),
        flows.onOutput(coefficients, outputs));
  }

  /** Where it lies, as reports have it. */
  public ElementPath path() {
    return new ElementPath(generator, coefficients, t);
  }

  @Override
  public Batch inputs(Batch inputs) {
    return input.at(inputs, t);
  }

  @Override
  public Batch outputs(Batch outputs) {
    return output.map(flow -> flow.at(outputs, t)).orElse(outputs);
  }

  @Override
  public boolean movesOutputs() {
    return output.isPresent();
  }
}
