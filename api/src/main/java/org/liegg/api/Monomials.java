package org.liegg.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Features that are monomials of the inputs: {@code φ_p(x) = Π_i x_i^e_pi}. With them, a family of
 * fields is one of polynomial vector fields, whose brackets can be computed.
 *
 * @param variables number of inputs d
 * @param exponents a row e_p a monomial, each of length d, none negative
 */
public record Monomials(int variables, List<int[]> exponents) {

  /**
   * @throws IllegalArgumentException if a row has another length or an exponent is negative
   */
  public Monomials {
    exponents = List.copyOf(exponents);
    for (int[] row : exponents) {
      if (row.length != variables || Arrays.stream(row).anyMatch(e -> e < 0)) {
        throw new IllegalArgumentException(
            "Monomials: exponents %s in %d variables".formatted(Arrays.toString(row), variables));
      }
    }
  }

  /**
   * Every monomial up to a degree: by degree, then lexicographically (1, x1, x2, x1², x1 x2, …).
   */
  public static Monomials upTo(int variables, int degree) {
    List<int[]> all = new ArrayList<>();
    for (int total = 0; total <= degree; total++) {
      append(new int[variables], 0, total, all);
    }
    return new Monomials(variables, all);
  }

  private static void append(int[] prefix, int at, int rest, List<int[]> all) {
    if (rest == 0) {
      int[] row = new int[prefix.length];
      System.arraycopy(prefix, 0, row, 0, at);
      all.add(row);
      return;
    }
    if (at == prefix.length - 1) {
      prefix[at] = rest;
      all.add(prefix.clone());
      return;
    }
    for (int e = rest; e >= 0; e--) {
      prefix[at] = e;
      append(prefix, at + 1, rest - e, all);
    }
  }

  /** Number of monomials. */
  public int count() {
    return exponents.size();
  }

  /**
   * Their values at every sample.
   *
   * @param batch {@code samples × variables}
   * @return {@code samples × count}
   */
  public Batch of(Batch batch) {
    double[] values = new double[Math.multiplyExact(batch.rows(), count())];
    int at = 0;
    for (int n = 0; n < batch.rows(); n++) {
      for (int[] powers : exponents) {
        double product = 1;
        for (int i = 0; i < variables; i++) {
          for (int e = 0; e < powers[i]; e++) {
            product *= batch.get(n, i);
          }
        }
        values[at++] = product;
      }
    }
    return new Batch(batch.rows(), count(), values);
  }

  /** Monomial p in text, e.g. {@code x1^2*x3}; {@code 1} for the constant. */
  public String name(int p) {
    List<String> factors = new ArrayList<>();
    int[] powers = exponents.get(p);
    for (int i = 0; i < variables; i++) {
      if (powers[i] > 0) {
        factors.add("x" + (i + 1) + (powers[i] > 1 ? "^" + powers[i] : ""));
      }
    }
    return factors.isEmpty() ? "1" : String.join("*", factors);
  }
}
