package org.liegg.linalg;

import java.util.Arrays;
import java.util.Random;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Jacobians;
import org.liegg.api.Polarization;

/** Seeded polarizations of bases that are built by hand. */
final class Polarizations {

  private Polarizations() {}

  /** Normal features and gradients, times a factor each. */
  static Polarization random(
      FieldBasis basis, int samples, int outputs, long seed, double gradients, double features) {
    int d = basis.components();
    double[] phi = times(SeededRows.normal(samples * basis.features(), seed), features);
    double[] jacobian = times(SeededRows.normal(samples * outputs * d, seed + 1), gradients);
    return new Polarization(
        basis,
        new Batch(samples, basis.features(), phi),
        new Jacobians(samples, outputs, d, jacobian, new double[samples * outputs]));
  }

  static Polarization random(FieldBasis basis, int samples, int outputs, long seed) {
    return random(basis, samples, outputs, seed, 1, 1);
  }

  private static double[] times(double[] values, double factor) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
    return values;
  }

  /** {@code v_ij(x) = x_j e_i} on every one of some copies at once. */
  static FieldBasis gl(int n, int copies) {
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

  /** All affine fields of blocks of these sizes, over a constant that they share. */
  static FieldBasis affine(int... sizes) {
    int d = Arrays.stream(sizes).sum();
    FieldBasis.Builder builder = FieldBasis.builder(d, d + 1);
    int from = 0;
    for (int size : sizes) {
      for (int i = from; i < from + size; i++) {
        for (int j = from; j < from + size; j++) {
          builder.entry(i, j, 1).endField();
        }
        builder.entry(i, d, 1).endField();
      }
      from += size;
    }
    return builder.build();
  }

  static FieldBasis so(int n) {
    FieldBasis.Builder builder = FieldBasis.builder(n, n);
    double half = Math.sqrt(0.5);
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        builder.entry(i, j, half).entry(j, i, -half).endField();
      }
    }
    return builder.build();
  }

  static FieldBasis translations(int n) {
    FieldBasis.Builder builder = FieldBasis.builder(n, 1);
    for (int i = 0; i < n; i++) {
      builder.entry(i, 0, 1).endField();
    }
    return builder.build();
  }

  static FieldBasis scalings(int n) {
    FieldBasis.Builder builder = FieldBasis.builder(n, n);
    for (int i = 0; i < n; i++) {
      builder.entry(i, i, 1).endField();
    }
    return builder.build();
  }

  /** Fields of a few entries anywhere; some components and features may go unused, some repeat. */
  static FieldBasis sparse(long seed) {
    Random random = new Random(seed);
    int d = 1 + random.nextInt(9);
    int p = 1 + random.nextInt(9);
    FieldBasis.Builder builder = FieldBasis.builder(d, p);
    int fields = 1 + random.nextInt(12);
    for (int a = 0; a < fields; a++) {
      for (int e = random.nextInt(4); e >= 0; e--) {
        builder.entry(random.nextInt(d), random.nextInt(p), random.nextGaussian());
      }
      builder.endField();
    }
    return builder.build();
  }
}
