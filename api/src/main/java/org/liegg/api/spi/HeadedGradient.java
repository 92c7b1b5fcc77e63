package org.liegg.api.spi;

import java.util.List;
import org.liegg.api.Batch;
import org.liegg.api.Head;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.Warning;

/**
 * A head on top of a model's logits z(x), by the chain rule:
 *
 * <pre>
 *   softmax            s = exp(z)/Σ exp(z)     ∂s_o = s_o (∂z_o − Σ_j s_j ∂z_j)
 *   normalized-logits  u = z/‖z‖₂              ∂u_o = (∂z_o − u_o Σ_j u_j ∂z_j)/‖z‖₂
 * </pre>
 *
 * Either is the logits' Jacobian less a multiple of one weighted sum of its rows, so that a head
 * costs as much as reading the Jacobian.
 */
public final class HeadedGradient implements ModelGradient {
  private final ModelGradient logits;
  private final LogitsMap map;

  private HeadedGradient(ModelGradient logits, LogitsMap map) {
    this.logits = logits;
    this.map = map;
  }

  /**
   * The model with a head. It owns the session that it is given and closes it.
   *
   * @param logits a session whose outputs are the logits; returned as it is where the head adds
   *     nothing to them
   */
  public static ModelGradient of(ModelGradient logits, Head head) {
    return switch (head) {
      case OUTPUT, LOGITS -> logits;
      case SOFTMAX -> new HeadedGradient(logits, new Softmax());
      case NORMALIZED_LOGITS -> new HeadedGradient(logits, new NormalizedLogits());
    };
  }

  @Override
  public ModelInfo info() {
    return logits.info().withHead(map.head());
  }

  @Override
  public List<Warning> warnings() {
    return logits.warnings();
  }

  /**
   * {@inheritDoc}
   *
   * @throws ModelException also {@code LIEGG-MODEL-ZERO-LOGITS}, if the head is normalized-logits
   *     and all logits of a sample are 0
   */
  @Override
  public Jacobians jacobians(Batch batch) {
    Jacobians z = logits.jacobians(batch);
    int k = z.outputs();
    int d = z.inputs();
    double[] responses = z.responses().clone();
    double[] values = z.values().clone();
    double[] sum = new double[d];
    for (int n = 0; n < z.samples(); n++) {
      double size = apply(responses, n, k);
      map.rows(responses, n * k, k, size, values, sum);
      requireFinite(values, n, k * d);
    }
    return new Jacobians(z.samples(), k, d, values, responses);
  }

  /**
   * {@inheritDoc}
   *
   * @throws ModelException as {@link #jacobians}
   */
  @Override
  public Batch outputs(Batch batch) {
    Batch z = logits.outputs(batch);
    double[] values = z.values().clone();
    for (int n = 0; n < z.rows(); n++) {
      apply(values, n, z.columns());
    }
    return new Batch(z.rows(), z.columns(), values);
  }

  private double apply(double[] values, int n, int k) {
    double size = map.outputs(values, n * k, k);
    if (size == 0) {
      throw new ModelException(
          "LIEGG-MODEL-ZERO-LOGITS",
          "model " + logits.info().path(),
          "sample %d of the batch: all its logits are 0, which have no direction".formatted(n),
          "take the head 'logits', or another output");
    }
    return size;
  }

  /** Tiny logits have directions that turn beyond all bounds. */
  private void requireFinite(double[] values, int n, int count) {
    for (int i = n * count; i < (n + 1) * count; i++) {
      if (!Double.isFinite(values[i])) {
        throw new ModelException(
            "LIEGG-MODEL-NONFINITE",
            "model " + logits.info().path(),
            "sample %d of the batch: a derivative of its %s is %s"
                .formatted(n, map.head().label(), values[i]),
            "take the head 'logits', or scale the inputs as in training");
      }
    }
  }

  @Override
  public ModelGradient fork() {
    return new HeadedGradient(logits.fork(), map);
  }

  @Override
  public void close() {
    logits.close();
  }
}
