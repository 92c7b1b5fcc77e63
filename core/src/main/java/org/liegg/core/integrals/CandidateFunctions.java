package org.liegg.core.integrals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.liegg.algebra.polynomial.Polynomial;
import org.liegg.api.Batch;
import org.liegg.api.Monomials;
import org.liegg.api.spi.support.DifferentiableFunction;

/**
 * The functions that a conserved quantity is looked for among: all monomials of degree 1 to a
 * largest one, in units in which the inputs are about 1, and any others behind them.
 *
 * @param monomials of degree 1 and more
 * @param scales the size of every input, by which it is divided; positive
 * @param others further functions
 */
public record CandidateFunctions(Monomials monomials, double[] scales, Others others) {

  /**
   * Functions that are no polynomials.
   *
   * @param names one for each
   * @param function all of them, with their derivatives
   */
  public record Others(List<String> names, DifferentiableFunction function) {

    /** Copies the list. */
    public Others {
      names = List.copyOf(names);
    }

    /** None. */
    public static Others none() {
      return new Others(List.of(), (x, values, jacobian) -> {});
    }
  }

  /**
   * Candidates up to a degree.
   *
   * @param scales the size of every input
   * @param degree of the monomials; 0 for none
   */
  public static CandidateFunctions of(double[] scales, int degree, Others others) {
    List<int[]> powers =
        Monomials.upTo(scales.length, degree).exponents().stream()
            .filter(one -> Arrays.stream(one).sum() > 0)
            .toList();
    return new CandidateFunctions(new Monomials(scales.length, powers), scales.clone(), others);
  }

  /** How many there are. */
  public int count() {
    return monomials.count() + others.names().size();
  }

  /** d, the inputs that they are functions of. */
  public int inputs() {
    return scales.length;
  }

  /**
   * Their values.
   *
   * @param batch {@code samples × inputs}
   * @return {@code samples × count}
   */
  public Batch values(Batch batch) {
    Batch powers = monomials.of(scaled(batch));
    int extra = others.names().size();
    double[] values = new double[batch.rows() * extra];
    double[] jacobian = new double[extra * inputs()];
    double[] one = new double[extra];
    for (int n = 0; n < batch.rows() && extra > 0; n++) {
      others.function().at(row(batch, n), one, jacobian);
      System.arraycopy(one, 0, values, n * extra, extra);
    }
    return powers.beside(new Batch(batch.rows(), extra, values));
  }

  /** Inputs in units of their size. */
  Batch scaled(Batch batch) {
    double[] values = batch.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] /= scales[i % scales.length];
    }
    return new Batch(batch.rows(), batch.columns(), values);
  }

  static double[] row(Batch batch, int n) {
    int width = batch.columns();
    return Arrays.copyOfRange(batch.values(), n * width, (n + 1) * width);
  }

  /** Coefficients of the functions in the inputs' own units. */
  double[] unscaled(double[] coefficients) {
    return rescaled(coefficients, -1);
  }

  /** The coefficients that {@link #unscaled} makes these of. */
  double[] scaledBack(double[] raw) {
    return rescaled(raw, 1);
  }

  private double[] rescaled(double[] coefficients, int sign) {
    double[] other = coefficients.clone();
    for (int j = 0; j < monomials.count(); j++) {
      int[] powers = monomials.exponents().get(j);
      for (int i = 0; i < powers.length; i++) {
        other[j] *= Math.pow(scales[i], sign * powers[i]);
      }
    }
    return other;
  }

  /**
   * The values of a combination.
   *
   * @param raw a coefficient of every function, in the inputs' own units
   * @param batch {@code samples × inputs}
   * @return one a sample
   */
  public double[] values(double[] raw, Batch batch) {
    double[] scaled = scaledBack(raw);
    Batch values = values(batch);
    double[] sums = new double[batch.rows()];
    for (int n = 0; n < sums.length; n++) {
      for (int j = 0; j < scaled.length; j++) {
        sums[n] += scaled[j] == 0 ? 0 : scaled[j] * values.get(n, j);
      }
    }
    return sums;
  }

  /**
   * A combination of the functions in text.
   *
   * @param raw a coefficient of every function, in the inputs' own units
   * @param names of the inputs
   */
  public String text(double[] raw, List<String> names) {
    List<int[]> powers = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (int j = 0; j < monomials.count(); j++) {
      if (raw[j] != 0) {
        powers.add(monomials.exponents().get(j));
        values.add(raw[j]);
      }
    }
    Polynomial polynomial =
        new Polynomial(
            new Monomials(inputs(), powers), values.stream().mapToDouble(v -> v).toArray());
    StringBuilder text = new StringBuilder(values.isEmpty() ? "" : polynomial.text(names));
    for (int k = 0; k < others.names().size(); k++) {
      if (raw[monomials.count() + k] != 0) {
        Polynomial.append(text, raw[monomials.count() + k], others.names().get(k));
      }
    }
    return text.toString();
  }
}
