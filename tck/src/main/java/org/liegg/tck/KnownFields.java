package org.liegg.tck;

import java.util.function.BiConsumer;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Jacobians;
import org.liegg.api.Polarization;
import org.liegg.api.Rows;

/** Polarizations of functions on R^d under gl(d), with symmetries known by hand. */
final class KnownFields {

  private KnownFields() {}

  /** The fields {@code v_ij(x) = x_j e_i}, i slow. */
  static FieldBasis gl(int d) {
    FieldBasis.Builder builder = FieldBasis.builder(d, d);
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        builder.entry(i, j, 1).endField();
      }
    }
    return builder.build();
  }

  /** Polarization of F = Σ w_i x_i² under gl(d). */
  static Polarization quadratic(double[] weights, int samples, long seed) {
    return of(
        weights.length,
        samples,
        seed,
        (x, gradient) -> {
          for (int i = 0; i < x.length; i++) {
            gradient[i] = 2 * weights[i] * x[i];
          }
        });
  }

  /** Polarization of any scalar function under gl(d), at normal samples. */
  static Polarization of(int d, int samples, long seed, BiConsumer<double[], double[]> gradientAt) {
    double[] features = KnownRows.normal(samples * d, seed);
    double[] gradients = new double[samples * d];
    double[] x = new double[d];
    double[] gradient = new double[d];
    for (int n = 0; n < samples; n++) {
      System.arraycopy(features, n * d, x, 0, d);
      gradientAt.accept(x, gradient);
      System.arraycopy(gradient, 0, gradients, n * d, d);
    }
    return new Polarization(
        gl(d),
        new Batch(samples, d, features),
        new Jacobians(samples, 1, d, gradients, new double[samples]));
  }

  /** The polarization of {@code factor · F}. */
  static Polarization scaled(Polarization p, double factor) {
    Jacobians j = p.jacobians();
    double[] values = KnownRows.times(rowsOf(j), factor).values();
    return new Polarization(
        p.fields(),
        p.features(),
        new Jacobians(j.samples(), j.outputs(), j.inputs(), values, j.responses()));
  }

  /** The polarization of {@code F ∘ B⁻¹} at the samples {@code B x}: the same, seen otherwise. */
  static Polarization mixed(Polarization p, double[] b, double[] inverse) {
    int d = p.features().columns();
    int n = p.samples();
    double[] features = new double[n * d];
    double[] gradients = new double[n * d];
    for (int s = 0; s < n; s++) {
      for (int i = 0; i < d; i++) {
        for (int j = 0; j < d; j++) {
          features[s * d + i] += b[i * d + j] * p.features().get(s, j);
          gradients[s * d + i] += inverse[j * d + i] * p.jacobians().get(s, 0, j);
        }
      }
    }
    return new Polarization(
        p.fields(), new Batch(n, d, features), new Jacobians(n, 1, d, gradients, new double[n]));
  }

  private static Rows rowsOf(Jacobians jacobians) {
    return new Rows(
        jacobians.samples() * jacobians.outputs(), jacobians.inputs(), jacobians.values());
  }
}
