package org.liegg.training.dl4j;

import org.liegg.api.DefectSpectrum;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.api.Polarization;
import org.liegg.api.spi.Decomposition;

/**
 * Collects the defects inside a reference from polarizations of the candidate fields. The
 * reference's fields are combinations of the candidates, so that they act on outputs, blocks and
 * pictures as those do. Confined to one thread.
 */
final class ReferenceDefects {
  private final FieldBasis within;
  private final Decomposition accumulator;
  private final double[] weights;

  /**
   * @param candidates the fields that are polarized
   * @param reference a row a field, in the coordinates of the candidate fields
   * @param accumulator of as many columns as the reference has fields
   * @param weights of the network's outputs, none where they count as they are
   */
  ReferenceDefects(
      FieldBasis candidates, Matrix reference, Decomposition accumulator, double[] weights) {
    this.within = combined(candidates, reference);
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

  /** Takes what the candidates made of a batch. */
  void accept(Polarization all) {
    accumulator.accept(
        new Polarization(within, all.features(), all.jacobians(), all.responses(), weights));
  }

  /** The defects inside the reference, on everything accepted; once. */
  DefectSpectrum defects() {
    return accumulator.finish().defects().orElseThrow();
  }
}
