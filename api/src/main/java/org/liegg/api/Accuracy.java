package org.liegg.api;

/** How accurate a decomposition's singular values are. */
public enum Accuracy {
  /** Every σ to within ε·σ_max: zeros show as about 1e-16 of the largest. */
  BACKWARD_STABLE,
  /** Every σ² to within ε·σ_max²: below about 1e-8 of σ_max a singular value is noise. */
  GRAM;

  /** The ratio σ/σ_max below which a computed singular value says nothing. */
  public double floor() {
    return this == GRAM ? 1e-8 : 1e-15;
  }
}
