package org.liegg.algebra.readable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liegg.algebra.readable.Exact.Factor;
import org.liegg.api.Matrix;

/**
 * Generators with exact numbers, where these can be said.
 *
 * @param rows coefficients; scaled to have the numbers
 * @param exact of each row's coefficients in the units of their fields, where all are known
 */
record ExactFields(Matrix rows, List<Optional<List<Exact>>> exact) {

  /**
   * Recognises numbers.
   *
   * @param units in which each coefficient is a number to be recognised
   * @param rows sparse coefficients of unit norm
   * @param noise how far a row may be off
   */
  static ExactFields of(double[] units, Matrix rows, double noise) {
    int m = rows.columns();
    double[] scaled = new double[rows.values().length];
    List<Integer> places = new ArrayList<>();
    List<Double> numbers = new ArrayList<>();
    List<Double> uncertainties = new ArrayList<>();
    int[] pivots = new int[rows.rows()];
    for (int r = 0; r < rows.rows(); r++) {
      int pivot = pivot(units, rows, r);
      pivots[r] = pivot;
      double largest = rows.get(r, pivot) * units[pivot];
      for (int a = 0; a < m; a++) {
        double number = rows.get(r, a) * units[a] / largest;
        scaled[r * m + a] = number;
        if (a != pivot && number != 0) {
          places.add(r * m + a);
          numbers.add(number);
          uncertainties.add(
              Math.max(1e-10, noise * Math.sqrt(1 + number * number) / Math.abs(largest)));
        }
      }
    }
    List<Optional<Exact>> found =
        ExactNumbers.of(
            numbers.stream().mapToDouble(x -> x).toArray(),
            uncertainties.stream().mapToDouble(x -> x).toArray());
    List<Optional<List<Exact>>> exact = new ArrayList<>();
    for (int r = 0; r < rows.rows(); r++) {
      List<Exact> row = row(r, m, pivots[r], places, found);
      exact.add(
          row.isEmpty() || !zerosAreSure(scaled, rows.rows(), r, noise)
              ? Optional.empty()
              : Optional.of(whole(row)));
    }
    for (int r = 0; r < rows.rows(); r++) {
      for (int a = 0; a < m; a++) {
        Optional<List<Exact>> known = exact.get(r);
        double number = scaled[r * m + a];
        int at = a;
        scaled[r * m + a] = known.map(row -> row.get(at).value()).orElse(number) / units[a];
      }
    }
    return new ExactFields(new Matrix(rows.rows(), m, scaled), exact);
  }

  /** The first entry of nearly the largest magnitude. */
  private static int pivot(double[] units, Matrix rows, int r) {
    double largest = 0;
    for (int a = 0; a < rows.columns(); a++) {
      largest = Math.max(largest, Math.abs(rows.get(r, a) * units[a]));
    }
    for (int a = 0; a < rows.columns(); a++) {
      if (Math.abs(rows.get(r, a) * units[a]) >= 0.95 * largest) {
        return a;
      }
    }
    return 0;
  }

  /**
   * Whether a row of a single entry is one. Elimination makes as many zeros as there are other
   * rows; each further entry of a random row would be within the noise with a chance of twice that.
   */
  private static boolean zerosAreSure(double[] scaled, int rows, int r, double noise) {
    int m = scaled.length / rows;
    int zeros = 0;
    for (int a = 0; a < m; a++) {
      zeros += scaled[r * m + a] == 0 ? 1 : 0;
    }
    return zeros < m - 1
        || m == rows
        || Math.pow(2 * noise, zeros - (rows - 1)) <= ExactNumbers.FALSE;
  }

  /** All numbers of a row; none where one is not known. */
  private static List<Exact> row(
      int r, int m, int pivot, List<Integer> places, List<Optional<Exact>> found) {
    List<Exact> row = new ArrayList<>();
    for (int a = 0; a < m; a++) {
      row.add(a == pivot ? Exact.of(1, 1, Factor.ONE) : Exact.ZERO);
    }
    for (int i = 0; i < places.size(); i++) {
      if (places.get(i) / m == r) {
        if (found.get(i).isEmpty()) {
          return List.of();
        }
        row.set(places.get(i) % m, found.get(i).get());
      }
    }
    return row;
  }

  /** The same numbers as whole ones, where all are fractions. */
  private static List<Exact> whole(List<Exact> row) {
    long common = ExactNumbers.denominator(row);
    return common <= 1 ? row : row.stream().map(number -> number.times(common, 1)).toList();
  }

  boolean all() {
    return exact.stream().allMatch(Optional::isPresent);
  }
}
