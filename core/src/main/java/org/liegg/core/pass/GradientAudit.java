package org.liegg.core.pass;

import java.util.Optional;
import org.liegg.api.Jacobians;
import org.liegg.api.Matrix;
import org.liegg.api.Polarization;
import org.liegg.api.spi.support.StateInput;
import org.liegg.api.spi.support.StateOutput;

/**
 * What is noticed about gradients and features while they stream: which inputs the model is
 * sensitive to at all, how often each output is constant, and the second moments of both where they
 * are small enough to hold. Confined to one thread.
 */
public final class GradientAudit {
  /** Moments of more inputs or features are not kept. */
  private static final int LARGEST = 128;

  private static final int EXPONENTS = Double.MAX_EXPONENT - Double.MIN_EXPONENT + 2;

  /** Outputs of which a histogram is kept. */
  private static final int MAX_OUTPUTS = 1024;

  private double[] sensitive = {};
  private int[][] steepness = {};
  private double[] c = {};
  private double[] phi = {};
  private int components;
  private int features;

  /** Looks at the gradients of a batch and the rows made of them. */
  public void accept(Jacobians jacobians, Polarization rows) {
    prepare(jacobians, rows);
    for (int n = 0; n < jacobians.samples(); n++) {
      for (int o = 0; o < jacobians.outputs(); o++) {
        gradient(jacobians, (n * jacobians.outputs() + o) * jacobians.inputs(), o);
      }
    }
    if (phi.length > 0) {
      for (int n = 0; n < rows.samples(); n++) {
        square(phi, rows.features().values(), n * features, features);
      }
    }
  }

  private void prepare(Jacobians jacobians, Polarization rows) {
    if (sensitive.length > 0) {
      return;
    }
    components = jacobians.inputs();
    features = rows.fields().features();
    sensitive = new double[components];
    steepness = new int[Math.min(MAX_OUTPUTS, jacobians.outputs())][EXPONENTS];
    if (rows.responses() == 0 && components <= LARGEST && features <= LARGEST) {
      c = new double[components * components];
      phi = new double[features * features];
    }
  }

  private void gradient(Jacobians jacobians, int at, int output) {
    double[] values = jacobians.values();
    double norm = 0;
    for (int i = 0; i < components; i++) {
      double size = Math.abs(values[at + i]);
      sensitive[i] = Math.max(sensitive[i], size);
      norm = Math.max(norm, size);
    }
    if (output < steepness.length) {
      steepness[output][bucket(norm)]++;
    }
    if (c.length > 0) {
      square(c, values, at, components);
    }
  }

  private static int bucket(double norm) {
    return Math.max(0, Math.getExponent(norm) - Double.MIN_EXPONENT + 1);
  }

  private static void square(double[] sum, double[] values, int at, int width) {
    for (int i = 0; i < width; i++) {
      double factor = values[at + i];
      if (factor != 0) {
        for (int j = 0; j < width; j++) {
          sum[i * width + j] += factor * values[at + j];
        }
      }
    }
  }

  /**
   * Adds what another worker has noticed.
   *
   * @throws IllegalArgumentException if it saw gradients of other sizes
   */
  public void merge(GradientAudit other) {
    if (sensitive.length == 0) {
      sensitive = other.sensitive;
      steepness = other.steepness;
      c = other.c;
      phi = other.phi;
      components = other.components;
      features = other.features;
      return;
    }
    if (other.sensitive.length == 0) {
      return;
    }
    if (other.sensitive.length != sensitive.length
        || other.steepness.length != steepness.length
        || other.c.length != c.length
        || other.phi.length != phi.length) {
      throw new IllegalArgumentException("gradients of other inputs, outputs or features");
    }
    for (int i = 0; i < sensitive.length; i++) {
      sensitive[i] = Math.max(sensitive[i], other.sensitive[i]);
    }
    for (int o = 0; o < steepness.length; o++) {
      for (int e = 0; e < EXPONENTS; e++) {
        steepness[o][e] += other.steepness[o][e];
      }
    }
    add(c, other.c);
    add(phi, other.phi);
  }

  private static void add(double[] sum, double[] more) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += more[i];
    }
  }

  /** Writes all of it. */
  public void writeTo(StateOutput out) {
    out.writeInt(components).writeInt(features).writeDoubles(sensitive);
    out.writeInt(steepness.length);
    for (int[] counts : steepness) {
      out.writeInts(counts);
    }
    out.writeDoubles(c).writeDoubles(phi);
  }

  /**
   * Reads what was written.
   *
   * @throws IllegalArgumentException if it contradicts itself
   */
  public static GradientAudit readFrom(StateInput in) {
    GradientAudit audit = new GradientAudit();
    audit.components = in.readSize();
    audit.features = in.readSize();
    audit.sensitive = in.readDoubles();
    int outputs = in.readSize();
    in.require(outputs <= MAX_OUTPUTS);
    audit.steepness = new int[outputs][];
    for (int o = 0; o < outputs; o++) {
      audit.steepness[o] = in.readInts();
      in.require(audit.steepness[o].length == EXPONENTS);
    }
    audit.c = in.readDoubles();
    audit.phi = in.readDoubles();
    in.require(audit.sensitive.length == audit.components);
    in.require(audit.c.length == 0 || audit.c.length == audit.components * audit.components);
    in.require(audit.phi.length == 0 || audit.phi.length == audit.features * audit.features);
    return audit;
  }

  /** Whether any derivative was not 0. */
  public boolean gradientSeen() {
    for (double size : sensitive) {
      if (size > 0) {
        return true;
      }
    }
    return false;
  }

  /** The largest |∂F/∂x_i| at any sample, for every input. */
  double[] sensitive() {
    return sensitive.clone();
  }

  /**
   * The share of samples at which an output's gradient is less than about {@code 2^−bits} of its
   * largest; empty where its gradient is 0 everywhere, or it is not among the first outputs.
   */
  public Optional<Double> stillShare(int output, int bits) {
    if (output >= steepness.length) {
      return Optional.empty();
    }
    long all = 0;
    int steepest = 0;
    for (int e = 0; e < EXPONENTS; e++) {
      all += steepness[output][e];
      steepest = steepness[output][e] > 0 ? e : steepest;
    }
    if (steepest == 0) {
      return Optional.empty();
    }
    long still = 0;
    for (int e = 0; e < steepest - bits; e++) {
      still += steepness[output][e];
    }
    return Optional.of((double) still / all);
  }

  /** How many outputs {@link #stillShare} knows. */
  public int outputs() {
    return steepness.length;
  }

  /** {@code Σ JᵀJ} over the inputs, where it was kept. */
  public Optional<Matrix> gradientMoment() {
    return c.length == 0 ? Optional.empty() : Optional.of(new Matrix(components, components, c));
  }

  /** {@code Σ φφᵀ}, where it was kept. */
  public Optional<Matrix> featureMoment() {
    return phi.length == 0 ? Optional.empty() : Optional.of(new Matrix(features, features, phi));
  }
}
