package org.liegg.linalg.factors;

import java.util.function.UnaryOperator;
import org.liegg.api.FieldBasis;
import org.liegg.api.spi.Decomposition;
import org.liegg.blas.NativeBlas;

/**
 * Factors that stay in parts elsewhere, and are asked there.
 *
 * @param fields the candidate fields
 * @param responses how many of their components are outputs
 * @param weights of outputs, with which defects are judged; none where all count as they are
 * @param known what is known of them
 * @param asked how they are asked
 */
public record DistributedFactors(
    FieldBasis fields, int responses, double[] weights, TakenFactors known, Asked asked) {

  /**
   * How factors are asked.
   *
   * @param pass from a question to the sum of all answers
   * @param rows how many there are
   * @param work operations of all that will be asked, by which every part chooses its kernel
   */
  public record Asked(UnaryOperator<byte[]> pass, long rows, double work) {}

  /** EᵀE of the outputs as they are. */
  public NormalOperator plain() {
    return operator(new double[0], known.plain());
  }

  /** EᵀE of the weighed outputs. */
  public NormalOperator weighed() {
    return operator(weights, known.weighed());
  }

  private NormalOperator operator(double[] by, LargestFactors largest) {
    return new DistributedNormalOperator(
        fields.components(), fields.features(), new RowScaling(by, largest.scale()), asked);
  }

  /** EᵀE as a matrix: a decomposition that has accepted all rows. */
  public Decomposition gram(NativeBlas natives) {
    GramQuestion question = new GramQuestion(fields, responses, weights);
    return question.answered(asked.pass.apply(question.toBytes()), natives);
  }
}
