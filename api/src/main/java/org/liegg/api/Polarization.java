package org.liegg.api;

/**
 * The polarization of one batch: what a {@link org.liegg.api.spi.Decomposition} accepts. It keeps
 * the factors of the rows, Jacobians and features, so that a decomposition may use their structure
 * and need not see E at all.
 *
 * <p>Invariance rows are {@code E[(n, o), a] = J_n[o, ·] · A_a φ(x_n)} (Moskalev et al., NeurIPS
 * 2022, section 3).
 *
 * @param fields the candidate fields on the input, A
 * @param features φ(x_n), {@code samples × fields.features()}
 * @param jacobians J_n and F(x_n)
 */
public record Polarization(FieldBasis fields, Batch features, Jacobians jacobians) {

  /**
   * @throws IllegalArgumentException if the three do not fit together
   */
  public Polarization {
    if (features.rows() != jacobians.samples()) {
      throw new IllegalArgumentException(
          "Polarization: features of %d samples, Jacobians of %d"
              .formatted(features.rows(), jacobians.samples()));
    }
    if (features.columns() != fields.features() || jacobians.inputs() != fields.components()) {
      throw new IllegalArgumentException(
          "Polarization: %d features and %d inputs, the fields take %d and %d"
              .formatted(
                  features.columns(), jacobians.inputs(), fields.features(), fields.components()));
    }
  }

  /** Number of samples. */
  public int samples() {
    return features.rows();
  }

  /** Number of outputs k: rows a sample. */
  public int outputs() {
    return jacobians.outputs();
  }

  /** Number of candidate fields m: columns of E. */
  public int columns() {
    return fields.fields();
  }

  /**
   * The samples {@code from} (inclusive) to {@code to} (exclusive).
   *
   * @throws IndexOutOfBoundsException if the range is not within the batch
   */
  public Polarization slice(int from, int to) {
    if (from == 0 && to == samples()) {
      return this;
    }
    return new Polarization(fields, features.slice(from, to), jacobians.slice(from, to));
  }

  /** The dense rows of E, {@code samples·outputs × columns}. */
  public Rows rows() {
    return PolarizationKernel.rows(this);
  }
}
