package org.liegg.tck;

import java.util.function.Supplier;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.Precision;

/** A right engine whose derivatives are then spoilt. */
final class AlteredModel extends ExactModel {

  /** Spoils right derivatives in place. */
  @FunctionalInterface
  interface Mistake {
    void make(Jacobians right, double[] values);
  }

  private final Mistake mistake;

  /**
   * @param mistakes one for every session, which may remember what it did
   */
  AlteredModel(Precision precision, Supplier<Mistake> mistakes) {
    super(precision, again -> new AlteredModel(again, mistakes));
    this.mistake = mistakes.get();
  }

  @Override
  public Jacobians jacobians(Batch batch) {
    Jacobians right = super.jacobians(batch);
    double[] values = right.values().clone();
    mistake.make(right, values);
    return new Jacobians(right.samples(), OUTPUTS, INPUTS, values, right.responses());
  }

  @Override
  public Batch outputs(Batch batch) {
    return super.jacobians(batch).responseBatch();
  }
}
