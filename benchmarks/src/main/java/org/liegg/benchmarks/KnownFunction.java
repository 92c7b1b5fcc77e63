package org.liegg.benchmarks;

import java.util.Random;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.Matrix;
import org.liegg.api.Polarization;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;
import org.liegg.groups.Embeddings;

/**
 * A function with its exact Jacobian, slightly broken, and the symmetries that it would have
 * unbroken.
 *
 * @param name for the table
 * @param inputs d
 * @param outputs k
 * @param action the candidate fields
 * @param reference the unbroken algebra, in the action
 * @param formula of the function
 */
record KnownFunction(
    String name, int inputs, int outputs, GroupAction action, Matrix reference, Formula formula) {

  /** Writes F(x), k values, and its Jacobian, {@code k × d}. */
  interface Formula {
    void at(double[] x, double[] value, double[] jacobian);
  }

  /** How many directions are nearly symmetries. */
  int nearly() {
    return reference.rows();
  }

  /** Standard normal samples and what the fields do there. */
  Polarization sample(int samples, Random random) {
    double[] x = new double[samples * inputs];
    for (int i = 0; i < x.length; i++) {
      x[i] = random.nextGaussian();
    }
    double[] values = new double[samples * outputs];
    double[] jacobians = new double[samples * outputs * inputs];
    double[] point = new double[inputs];
    double[] value = new double[outputs];
    double[] jacobian = new double[outputs * inputs];
    for (int n = 0; n < samples; n++) {
      System.arraycopy(x, n * inputs, point, 0, inputs);
      formula.at(point, value, jacobian);
      System.arraycopy(value, 0, values, n * outputs, outputs);
      System.arraycopy(jacobian, 0, jacobians, n * jacobian.length, jacobian.length);
    }
    return action.polarize(
        new Batch(samples, inputs, x), new Jacobians(samples, outputs, inputs, jacobians, values));
  }

  private static KnownFunction of(
      String name, int inputs, int outputs, String action, String algebra, Formula formula) {
    GroupAction parsed = Actions.parse(action).boundTo(outputs);
    Matrix reference = Embeddings.coefficients(Actions.parse(algebra), parsed);
    return new KnownFunction(name, inputs, outputs, parsed, reference, formula);
  }

  /** sin‖a‖ − ½‖b‖³ + a·b/(‖a‖‖b‖) + 0.1·a₁b₂ on R⁵ × R⁵: gradients with heavy tails. */
  static KnownFunction heavyTailed() {
    return of(
        "o5 + 0.1·a₁b₂, heavy tails",
        10,
        1,
        "gl(5)^2",
        "so(5)",
        (x, f, g) -> {
          double aa = 0;
          double bb = 0;
          double ab = 0;
          for (int i = 0; i < 5; i++) {
            aa += x[i] * x[i];
            bb += x[5 + i] * x[5 + i];
            ab += x[i] * x[5 + i];
          }
          double a = Math.sqrt(aa);
          double b = Math.sqrt(bb);
          f[0] = Math.sin(a) - 0.5 * b * b * b + ab / (a * b) + 0.1 * x[0] * x[6];
          for (int i = 0; i < 5; i++) {
            g[i] = Math.cos(a) * x[i] / a + x[5 + i] / (a * b) - ab * x[i] / (a * a * a * b);
            g[5 + i] = -1.5 * b * x[5 + i] + x[i] / (a * b) - ab * x[5 + i] / (a * b * b * b);
          }
          g[0] += 0.1 * x[6];
          g[6] += 0.1 * x[0];
        });
  }

  /** sin‖x‖ + 0.1·sin x₀ on R⁴: gradients are bounded. */
  static KnownFunction lightTailed() {
    return of(
        "sin‖x‖ + 0.1·sin x₀, light tails",
        4,
        1,
        "gl(4)",
        "so(4)",
        (x, f, g) -> {
          double r = norm(x);
          f[0] = Math.sin(r) + 0.1 * Math.sin(x[0]);
          for (int i = 0; i < 4; i++) {
            g[i] = Math.cos(r) * x[i] / r;
          }
          g[0] += 0.1 * Math.cos(x[0]);
        });
  }

  /** (½‖x‖² + 0.1·x₀x₁, cos‖x‖) on R³. */
  static KnownFunction twoOutputs() {
    return of(
        "½‖x‖² + 0.1·x₀x₁ and cos‖x‖, two outputs",
        3,
        2,
        "gl(3)",
        "so(3)",
        (x, f, g) -> {
          double r = norm(x);
          f[0] = r * r / 2 + 0.1 * x[0] * x[1];
          f[1] = Math.cos(r);
          for (int i = 0; i < 3; i++) {
            g[i] = x[i];
            g[3 + i] = -Math.sin(r) * x[i] / r;
          }
          g[0] += 0.1 * x[1];
          g[1] += 0.1 * x[0];
        });
  }

  /** x·exp(−‖x‖²/4) with 0.05·sin x₁ added to its first component, on R³. */
  static KnownFunction equivariant() {
    return of(
        "x·exp(−‖x‖²/4) + 0.05·sin(x₁)·e₀, equivariance",
        3,
        3,
        "gl(3) -> same",
        "so(3) -> same",
        (x, f, g) -> {
          double r = norm(x);
          double scale = Math.exp(-r * r / 4);
          for (int o = 0; o < 3; o++) {
            f[o] = x[o] * scale;
            for (int i = 0; i < 3; i++) {
              g[o * 3 + i] = scale * ((o == i ? 1 : 0) - x[o] * x[i] / 2);
            }
          }
          f[0] += 0.05 * Math.sin(x[1]);
          g[1] += 0.05 * Math.cos(x[1]);
        });
  }

  private static double norm(double[] x) {
    double square = 0;
    for (double value : x) {
      square += value * value;
    }
    return Math.sqrt(square);
  }
}
