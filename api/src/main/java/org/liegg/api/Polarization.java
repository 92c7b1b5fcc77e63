package org.liegg.api;

/**
 * The polarization of one batch: what a {@link org.liegg.api.spi.Decomposition} accepts. It keeps
 * the factors of the rows, Jacobians and features, so that a decomposition may use their structure
 * and need not see E at all.
 *
 * <p>Invariance rows are {@code E[(n, o), a] = J_n[o, ·] · A_a φ(x_n)} (Moskalev et al., NeurIPS
 * 2022, section 3).
 *
 * <p>Equivariance rows {@code J_n v_a(x_n) − w_a(F(x_n))} are of the same form with outputs as more
 * components: J_n is {@code [J_n | −1]}, and fields and features are those of input and output
 * together.
 *
 * @param fields the candidate fields on the input, A
 * @param features φ(x_n), {@code samples × fields.features()}
 * @param jacobians J_n and F(x_n)
 * @param responses how many of the last components of the fields are outputs of the model: 0 for
 *     invariance
 * @param weights by which the rows of each output are multiplied where defects are judged, so that
 *     no output decides alone because its numbers are large; empty where all count as they are
 */
public record Polarization(
    FieldBasis fields, Batch features, Jacobians jacobians, int responses, double[] weights) {

  /** Outputs that count as they are. */
  public Polarization(FieldBasis fields, Batch features, Jacobians jacobians, int responses) {
    this(fields, features, jacobians, responses, new double[0]);
  }

  /** Invariance: all components of the fields are inputs. */
  public Polarization(FieldBasis fields, Batch features, Jacobians jacobians) {
    this(fields, features, jacobians, 0);
  }

  /**
   * @throws IllegalArgumentException if the five do not fit together
   */
  public Polarization {
    if (weights.length > 0 && weights.length != jacobians.outputs()) {
      throw new IllegalArgumentException(
          "Polarization: %d weights for %d outputs".formatted(weights.length, jacobians.outputs()));
    }
    if (responses != 0 && (responses != jacobians.outputs() || responses > jacobians.inputs())) {
      throw new IllegalArgumentException(
          "Polarization: %d outputs among the components, the Jacobians have %d rows"
              .formatted(responses, jacobians.outputs()));
    }
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
    return new Polarization(
        fields, features.slice(from, to), jacobians.slice(from, to), responses, weights);
  }

  /**
   * The same, to be judged with weights.
   *
   * @param perOutput one for each output, or none
   */
  public Polarization withWeights(double[] perOutput) {
    return new Polarization(fields, features, jacobians, responses, perOutput);
  }

  /** The polarization of the weighed outputs: this one where there are no weights. */
  public Polarization weighed() {
    if (weights.length == 0) {
      return this;
    }
    int width = jacobians.inputs();
    double[] values = jacobians.values().clone();
    for (int row = 0; row < samples() * outputs(); row++) {
      double weight = weights[row % outputs()];
      for (int i = row * width; i < (row + 1) * width; i++) {
        values[i] *= weight;
      }
    }
    return new Polarization(
        fields,
        features,
        new Jacobians(samples(), outputs(), width, values, jacobians.responses()),
        responses);
  }

  /**
   * Rows c with {@code Σ c cᵀ = Σ_n C_n}, the gradients' part of the independence baseline that a
   * defect is measured by: the rows of the Jacobians. For equivariance, the baseline is {@code
   * E‖J(x′)v(x)‖² + E‖w(F(x))‖²}: inputs and outputs apart, or a model whose Jacobian is the same
   * everywhere would be told nothing from one.
   *
   * @return as many columns as the fields have components
   */
  public Batch baselineRows() {
    int width = jacobians.inputs();
    int rows = samples() * outputs();
    if (responses == 0 || samples() == 0) {
      return new Batch(rows, width, jacobians.values());
    }
    double[] values = new double[(rows + responses) * width];
    for (int r = 0; r < rows; r++) {
      System.arraycopy(jacobians.values(), r * width, values, r * width, width - responses);
    }
    double weight = Math.sqrt(samples());
    for (int o = 0; o < responses; o++) {
      values[(rows + o) * width + width - responses + o] = weight;
    }
    return new Batch(rows + responses, width, values);
  }

  /** The dense rows of E, {@code samples·outputs × columns}. */
  public Rows rows() {
    return PolarizationKernel.rows(this);
  }
}
