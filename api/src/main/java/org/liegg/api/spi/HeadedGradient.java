package org.liegg.api.spi;

import java.util.Arrays;
import java.util.List;
import org.liegg.api.Batch;
import org.liegg.api.Head;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.SymmetryReport.Warning;

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
  private final Head head;

  private HeadedGradient(ModelGradient logits, Head head) {
    this.logits = logits;
    this.head = head;
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
      case SOFTMAX, NORMALIZED_LOGITS -> new HeadedGradient(logits, head);
    };
  }

  @Override
  public ModelInfo info() {
    return logits.info().withHead(head);
  }

  @Override
  public List<Warning> warnings() {
    return logits.warnings();
  }

  @Override
  public Jacobians jacobians(Batch batch) {
    Jacobians z = logits.jacobians(batch);
    int k = z.outputs();
    int d = z.inputs();
    double[] responses = z.responses().clone();
    double[] values = z.values().clone();
    double[] mean = new double[d];
    for (int n = 0; n < z.samples(); n++) {
      double norm = apply(responses, n, k);
      weightedSum(values, responses, n, k, mean);
      for (int o = 0; o < k; o++) {
        double value = responses[n * k + o];
        double outer = head == Head.SOFTMAX ? value : 1 / norm;
        double inner = head == Head.SOFTMAX ? 1 : value;
        int at = (n * k + o) * d;
        for (int i = 0; i < d; i++) {
          values[at + i] = outer * (values[at + i] - inner * mean[i]);
        }
      }
    }
    return new Jacobians(z.samples(), k, d, values, responses);
  }

  /** Σ_j value_j ∂z_j of one sample. */
  private static void weightedSum(
      double[] values, double[] responses, int n, int k, double[] mean) {
    Arrays.fill(mean, 0);
    int d = mean.length;
    for (int o = 0; o < k; o++) {
      double weight = responses[n * k + o];
      int at = (n * k + o) * d;
      for (int i = 0; i < d; i++) {
        mean[i] += weight * values[at + i];
      }
    }
  }

  @Override
  public Batch outputs(Batch batch) {
    Batch z = logits.outputs(batch);
    double[] values = z.values().clone();
    for (int n = 0; n < z.rows(); n++) {
      apply(values, n, z.columns());
    }
    return new Batch(z.rows(), z.columns(), values);
  }

  /** Replaces the logits of sample n by the head's values; returns their norm. */
  private double apply(double[] values, int n, int k) {
    int from = n * k;
    double largest = Double.NEGATIVE_INFINITY;
    double absolute = 0;
    for (int i = from; i < from + k; i++) {
      largest = Math.max(largest, values[i]);
      absolute = Math.max(absolute, Math.abs(values[i]));
    }
    double sum = 0;
    for (int i = from; i < from + k; i++) {
      if (head == Head.SOFTMAX) {
        values[i] = Math.exp(values[i] - largest);
        sum += values[i];
      } else {
        // Scaled, so that neither large nor tiny logits leave the range when squared.
        sum += absolute == 0 ? 0 : (values[i] / absolute) * (values[i] / absolute);
      }
    }
    double norm = head == Head.SOFTMAX ? sum : absolute * Math.sqrt(sum);
    if (!(norm > 0)) {
      throw new ModelException(
          "LIEGG-MODEL-ZERO-LOGITS",
          "model " + logits.info().path(),
          "sample %d of the batch: all its logits are 0, which have no direction".formatted(n),
          "take the head 'logits', or another output");
    }
    for (int i = from; i < from + k; i++) {
      values[i] /= norm;
    }
    return norm;
  }

  @Override
  public ModelGradient fork() {
    return new HeadedGradient(logits.fork(), head);
  }

  @Override
  public void close() {
    logits.close();
  }
}
