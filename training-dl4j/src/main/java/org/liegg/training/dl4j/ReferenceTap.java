package org.liegg.training.dl4j;

import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.FieldBasis;
import org.liegg.api.Jacobians;
import org.liegg.api.Matrix;
import org.liegg.api.Polarization;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.GroupAction;

/**
 * An action that shows the gradients it polarizes to the fields of a reference as well, so that the
 * defect inside the reference costs no second pass over the network. For one extraction in one
 * thread.
 */
final class ReferenceTap implements GroupAction {
  private final GroupAction candidates;
  private final GroupAction reference;
  private final Decomposition accumulator;

  /**
   * @param candidates the action that this one is otherwise
   * @param reference acts on the same inputs
   * @param accumulator of as many columns as the reference has fields
   */
  ReferenceTap(GroupAction candidates, GroupAction reference, Decomposition accumulator) {
    this.candidates = candidates;
    this.reference = reference;
    this.accumulator = accumulator;
  }

  /** The defects inside the reference, on everything polarized; once. */
  DefectSpectrum defects() {
    return accumulator.finish().defects().orElseThrow();
  }

  @Override
  public Polarization polarize(Batch batch, Jacobians jacobians) {
    accumulator.accept(reference.polarize(batch, jacobians));
    return candidates.polarize(batch, jacobians);
  }

  @Override
  public String spec() {
    return candidates.spec();
  }

  @Override
  public int inputSize() {
    return candidates.inputSize();
  }

  @Override
  public FieldBasis fields() {
    return candidates.fields();
  }

  @Override
  public Batch features(Batch batch) {
    return candidates.features(batch);
  }

  @Override
  public String fieldName(int a) {
    return candidates.fieldName(a);
  }

  @Override
  public Optional<Matrix> matrix(double[] coefficients) {
    return candidates.matrix(coefficients);
  }
}
