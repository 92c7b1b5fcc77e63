package org.liegg.training.dl4j;

import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.FieldBasis;
import org.liegg.api.Jacobians;
import org.liegg.api.Matrix;
import org.liegg.api.Monomials;
import org.liegg.api.Polarization;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.GroupAction;

/**
 * An action that shows what it polarizes to the fields of a reference as well, so that the defect
 * inside the reference costs no second pass over the network. The reference's fields are
 * combinations of the action's own, so that they act on outputs, blocks and pictures as those do.
 * For one extraction in one thread.
 */
final class ReferenceTap implements GroupAction {
  private final GroupAction candidates;
  private final Matrix reference;
  private final FieldBasis within;
  private final Decomposition accumulator;
  private final double[] weights;

  /**
   * @param candidates the action that this one is otherwise, bound to the network's outputs
   * @param reference a row a field, in the coordinates of the candidate fields
   * @param accumulator of as many columns as the reference has fields
   * @param weights of the network's outputs, none where they count as they are
   */
  ReferenceTap(
      GroupAction candidates, Matrix reference, Decomposition accumulator, double[] weights) {
    this.candidates = candidates;
    this.reference = reference;
    this.within = combined(candidates.fields(), reference);
    this.accumulator = accumulator;
    this.weights = weights;
  }

  /** The fields Σ_a c_ra v_a. */
  private static FieldBasis combined(FieldBasis fields, Matrix rows) {
    FieldBasis.Builder basis = FieldBasis.builder(fields.components(), fields.features());
    for (int r = 0; r < rows.rows(); r++) {
      for (int a = 0; a < fields.fields(); a++) {
        double c = rows.get(r, a);
        for (int e = fields.offsets()[a]; c != 0 && e < fields.offsets()[a + 1]; e++) {
          basis.entry(fields.component()[e], fields.feature()[e], c * fields.values()[e]);
        }
      }
      basis.endField();
    }
    return basis.build();
  }

  /** The defects inside the reference, on everything polarized; once. */
  DefectSpectrum defects() {
    return accumulator.finish().defects().orElseThrow();
  }

  @Override
  public GroupAction boundTo(int outputs) {
    return new ReferenceTap(candidates.boundTo(outputs), reference, accumulator, weights);
  }

  @Override
  public Polarization polarize(Batch batch, Jacobians jacobians) {
    Polarization all = candidates.polarize(batch, jacobians);
    accumulator.accept(
        new Polarization(within, all.features(), all.jacobians(), all.responses(), weights));
    return all;
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
  public int outputSize() {
    return candidates.outputSize();
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
  public Optional<Monomials> monomials() {
    return candidates.monomials();
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
