package org.liegg.linalg;

import java.util.Random;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Jacobians;
import org.liegg.api.Polarization;

/** Polarizations of functions that are random but for a symmetry that is known. */
final class Planted {

  private Planted() {}

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

  /** gl(d) and translations, features (x, 1), in an order and with factors of their own. */
  static FieldBasis affine(int d) {
    FieldBasis.Builder builder = FieldBasis.builder(d, d + 1);
    for (int j = d; j >= 0; j--) {
      for (int i = 0; i < d; i++) {
        builder.entry(i, j, i + j + 1).endField();
      }
    }
    return builder.build();
  }

  /** One n × n matrix on each of some blocks: {@code gl(n)^copies}. */
  static FieldBasis copies(int n, int copies) {
    FieldBasis.Builder builder = FieldBasis.builder(n * copies, n * copies);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int c = 0; c < copies; c++) {
          builder.entry(c * n + i, c * n + j, 1);
        }
        builder.endField();
      }
    }
    return builder.build();
  }

  /** Matrices of trace zero, whose diagonals share an entry. */
  static FieldBasis traceless(int d) {
    FieldBasis.Builder builder = FieldBasis.builder(d, d);
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        if (i != j) {
          builder.entry(i, j, 1).endField();
        } else if (i < d - 1) {
          builder.entry(i, i, 1).entry(d - 1, d - 1, -1).endField();
        }
      }
    }
    return builder.build();
  }

  /**
   * Random gradients whose first {@code round} entries are parallel to those of x, as for a
   * function of their norm: so(round) is a symmetry. The last {@code dead} inputs are not felt.
   */
  static Polarization of(
      FieldBasis fields, int samples, int outputs, int round, int dead, long seed) {
    Random random = new Random(seed);
    int d = fields.components();
    int p = fields.features();
    double[] x = new double[samples * p];
    double[] jacobians = new double[samples * outputs * d];
    for (int n = 0; n < samples; n++) {
      for (int j = 0; j < p; j++) {
        x[n * p + j] = j < d ? random.nextGaussian() : 1;
      }
      for (int o = 0; o < outputs; o++) {
        double radial = random.nextGaussian();
        int at = (n * outputs + o) * d;
        for (int i = 0; i < d - dead; i++) {
          jacobians[at + i] = i < round ? radial * x[n * p + i] : random.nextGaussian();
        }
      }
    }
    return new Polarization(
        fields,
        new Batch(samples, p, x),
        new Jacobians(samples, outputs, d, jacobians, new double[samples * outputs]));
  }

  /** The same, every input and every gradient in units of its own. */
  static Polarization inUnits(Polarization of, double largest) {
    int d = of.fields().components();
    double[] x = of.features().values().clone();
    double[] jacobians = of.jacobians().values().clone();
    for (int i = 0; i < x.length; i++) {
      x[i] *= Math.pow(largest, (double) (i % d) / d);
    }
    return new Polarization(
        of.fields(),
        new Batch(of.samples(), d, x),
        new Jacobians(
            of.samples(), of.outputs(), d, jacobians, new double[of.samples() * of.outputs()]));
  }
}
