package org.liegg.core.transformation;

/**
 * What of a mean displacement is compared input by input, as the differential defect does it: a
 * displacement that is the same everywhere is changed by as much wherever it is put, whatever the
 * model is, so that moving it to other samples says nothing.
 *
 * @param translations rows that span the translations among the candidates, {@code … × d}
 * @param single inputs that the candidates move each alone
 * @param variances of every input over the samples
 */
public record MeanMoves(double[][] translations, boolean[] single, double[] variances) {
  /** Beside a row's own length, what is left of rows that cancel. */
  private static final double CANCELLED = 1e-12;

  /** Nothing is: all of the mean counts as the rest does. */
  public static MeanMoves none(double[] variances) {
    return new MeanMoves(new double[0][], new boolean[variances.length], variances);
  }

  /** Translations are; no input is moved alone. */
  public static MeanMoves of(double[][] translations, double[] variances) {
    return new MeanMoves(translations, new boolean[variances.length], variances);
  }

  /** The part of a mean displacement that is a translation among the candidates. */
  double[] translation(double[] mean) {
    double[] sum = new double[mean.length];
    double[][] basis = new double[translations.length][];
    int count = 0;
    for (double[] row : translations) {
      double[] rest = row.clone();
      double whole = dot(rest, rest);
      for (int twice = 0; twice < 2; twice++) {
        for (int k = 0; k < count; k++) {
          add(rest, basis[k], -dot(basis[k], rest));
        }
      }
      double left = dot(rest, rest);
      if (left > CANCELLED * whole) {
        double[] unit = new double[mean.length];
        add(unit, rest, 1 / Math.sqrt(left));
        basis[count++] = unit;
        add(sum, unit, dot(unit, mean));
      }
    }
    return sum;
  }

  /** The part of what is left of it in inputs that the candidates move each alone. */
  double[] scaling(double[] rest) {
    double[] found = new double[rest.length];
    for (int i = 0; i < rest.length; i++) {
      found[i] = single[i] && variances[i] > 0 ? rest[i] : 0;
    }
    return found;
  }

  /** In units of each input's spread; an input that does not vary counts as it is. */
  private double dot(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i] / (variances[i] > 0 ? variances[i] : 1);
    }
    return sum;
  }

  private static void add(double[] sum, double[] row, double factor) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * row[i];
    }
  }
}
