package org.liegg.api.report;

import java.util.List;
import java.util.Optional;
import org.liegg.api.Shapes;

/**
 * What stands beside the defects of a report: each single output, the input directions that the
 * model does not depend on, and what a typical sample says.
 *
 * @param outputs each single output, where there are several and memory allowed it: the worst of
 *     the reference algebra where one was named, otherwise of the symmetries that were found
 * @param insensitive input directions that the model does not depend on, where there are some
 * @param typicalDefect of the symmetries that were found, the largest median over samples of what F
 *     changes along one, as a share of what gradient and field of their size there would give were
 *     they not related: a few samples of large gradient do not move it
 * @param referenceTypicalDefect the same of the reference's generators
 */
public record DefectMeasure(
    List<OutputDefect> outputs,
    Optional<InsensitiveInputs> insensitive,
    Optional<Double> typicalDefect,
    Optional<Double> referenceTypicalDefect) {

  /** Keeps a copy of the list. */
  public DefectMeasure {
    outputs = List.copyOf(outputs);
  }

  /** The output of largest defect. */
  public Optional<OutputDefect> worstOutput() {
    return outputs.stream().max((a, b) -> Double.compare(a.defect(), b.defect()));
  }

  /**
   * One output.
   *
   * @param output counted from 0
   * @param weight by which it was multiplied before outputs were put together; the most sensitive
   *     output has 1
   * @param defect δ of its worst direction
   * @param defectInterval {@code [low, high]} of it
   */
  public record OutputDefect(int output, double weight, double defect, double[] defectInterval) {

    /**
     * @throws IllegalArgumentException if the interval is not of two numbers in order
     */
    public OutputDefect {
      Shapes.requireInterval("defectInterval", defectInterval);
    }
  }

  /**
   * Directions in the space of inputs along which the model hardly changes.
   *
   * @param count how many there are
   * @param directions of unit norm, a row each; those of the largest shares where they are many
   * @param shares what F changes along each, as a share of what the gradients of its inputs would
   *     give had they nothing to do with each other
   * @param worstInterval {@code [low, high]} of the largest share of any direction among them, from
   *     samples that they were not chosen on
   */
  public record InsensitiveInputs(
      int count, double[][] directions, double[] shares, Optional<double[]> worstInterval) {

    /**
     * @throws IllegalArgumentException if the interval is not of two numbers in order
     */
    public InsensitiveInputs {
      worstInterval.ifPresent(bounds -> Shapes.requireInterval("worstInterval", bounds));
    }
  }
}
