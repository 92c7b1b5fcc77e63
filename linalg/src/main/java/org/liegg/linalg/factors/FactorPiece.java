package org.liegg.linalg.factors;

import java.util.Arrays;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Jacobians;
import org.liegg.api.Polarization;
import org.liegg.blas.Scale;
import org.liegg.linalg.state.StateReader;
import org.liegg.linalg.state.StateWriter;

/**
 * The factors of some samples. Jacobians that are floats, every one of them, as engines of single
 * precision return them, are kept as floats: half the memory, and nothing lost.
 */
public final class FactorPiece {
  private static final String KIND = "factors of rows";

  private final int samples;
  private final int outputs;
  private final int inputs;
  private final double[] features;
  private double[] doubles;
  private float[] floats;

  private FactorPiece(
      int samples, int outputs, int inputs, double[] features, double[] doubles, float[] floats) {
    this.samples = samples;
    this.outputs = outputs;
    this.inputs = inputs;
    this.features = features;
    this.doubles = doubles;
    this.floats = floats;
  }

  /**
   * A piece of these factors.
   *
   * @param jacobians at least {@code samples × outputs × inputs} entries
   * @param positions at least {@code samples × features} entries
   */
  public static FactorPiece of(
      int samples, int outputs, int inputs, int features, double[] jacobians, double[] positions) {
    int length = samples * outputs * inputs;
    double[] phi = fitted(positions, samples * features);
    for (int i = 0; i < length; i++) {
      if (jacobians[i] != (float) jacobians[i]) {
        double[] kept = fitted(jacobians, length);
        return new FactorPiece(samples, outputs, inputs, phi, kept, new float[0]);
      }
    }
    float[] halved = new float[length];
    for (int i = 0; i < length; i++) {
      halved[i] = (float) jacobians[i];
    }
    return new FactorPiece(samples, outputs, inputs, phi, new double[0], halved);
  }

  private static double[] fitted(double[] values, int length) {
    return values.length == length ? values : Arrays.copyOf(values, length);
  }

  public int samples() {
    return samples;
  }

  public int outputs() {
    return outputs;
  }

  /** φ_n, {@code samples × p}; not to be written to. */
  public double[] features() {
    return features;
  }

  /** J_n, {@code samples × k × d}: the piece's own array, or {@code buffer} filled from floats. */
  public double[] jacobians(double[] buffer) {
    if (doubles.length > 0) {
      return doubles;
    }
    for (int i = 0; i < floats.length; i++) {
      buffer[i] = floats[i];
    }
    return buffer;
  }

  /** The room that {@link #jacobians} may need. */
  public int entries() {
    return samples * outputs * inputs;
  }

  double bytes() {
    return Double.BYTES * ((double) features.length + doubles.length)
        + Float.BYTES * (double) floats.length;
  }

  double largestJacobian() {
    return Scale.largest(jacobians(new double[floats.length]), entries());
  }

  double largestFeature() {
    return Scale.largest(features, features.length);
  }

  /**
   * A copy whose outputs are weighed.
   *
   * @param weights one for each output
   */
  FactorPiece weighed(double[] weights) {
    double[] values = jacobians(new double[floats.length]);
    double[] copy = new double[entries()];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = values[i] * weights[i / inputs % outputs];
    }
    return new FactorPiece(samples, outputs, inputs, features.clone(), copy, new float[0]);
  }

  /** Multiplies J by {@code 2^jacobian} and φ by {@code 2^feature}, in place. */
  void scale(int jacobian, int feature) {
    if (jacobian != 0) {
      doubles = jacobians(new double[floats.length]);
      floats = new float[0];
      Scale.by(doubles, doubles.length, jacobian);
    }
    Scale.by(features, features.length, feature);
  }

  void write(StateWriter out) {
    out.writeInt(samples).writeInt(outputs);
    out.writeDoubles(features, features.length);
    out.writeDoubles(jacobians(new double[floats.length]), entries());
  }

  static FactorPiece read(StateReader in, int inputs, int features) {
    int samples = in.readSize();
    int outputs = in.readSize();
    double[] phi = in.readDoubles();
    double[] jacobians = in.readDoubles();
    in.require(
        phi.length == (long) samples * features
            && jacobians.length == (double) samples * outputs * inputs);
    return of(samples, outputs, inputs, features, jacobians, phi);
  }

  /**
   * All of it as bytes.
   *
   * @param width p
   */
  byte[] toBytes(int width) {
    StateWriter out = new StateWriter(KIND).writeInt(inputs).writeInt(width);
    write(out);
    return out.toBytes();
  }

  /**
   * Reads a piece.
   *
   * @throws org.liegg.api.NumericalException {@code LIEGG-STATE-CORRUPT}
   */
  public static FactorPiece of(byte[] bytes) {
    return StateReader.read(bytes, KIND, in -> read(in, in.readSize(), in.readSize()));
  }

  /** These samples as they came, without the outputs' values. */
  public Polarization polarization(FieldBasis basis, int responses) {
    double[] values = jacobians(new double[floats.length]);
    return new Polarization(
        basis,
        new Batch(samples, basis.features(), features),
        new Jacobians(samples, outputs, inputs, values, new double[samples * outputs]),
        responses);
  }
}
