package org.liegg.algebra.polynomial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.liegg.api.Monomials;

/**
 * A polynomial of d variables, Σ_p c_p x^α_p.
 *
 * @param monomials x^α_p, all different
 * @param coefficients c_p
 */
public record Polynomial(Monomials monomials, double[] coefficients) {
  /** What rounding leaves of an exact number. */
  private static final double ROUNDING = 1e-9;

  /** Checks the sizes. */
  public Polynomial {
    if (monomials.count() != coefficients.length) {
      throw new IllegalArgumentException(
          "Polynomial: %d coefficients of %d monomials"
              .formatted(coefficients.length, monomials.count()));
    }
  }

  /** The polynomial of some terms, by their powers; terms that are 0 are left out. */
  public static Polynomial of(int variables, Map<List<Integer>, Double> terms) {
    List<int[]> powers = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    terms.forEach(
        (key, value) -> {
          if (value != 0) {
            powers.add(key.stream().mapToInt(Integer::intValue).toArray());
            values.add(value);
          }
        });
    return new Polynomial(
        new Monomials(variables, powers), values.stream().mapToDouble(v -> v).toArray());
  }

  /**
   * The same up to a factor, the largest coefficient 1 or −1 and the first positive, without terms
   * that are within the noise; a coefficient next to a twelfth, to rounding, is that.
   */
  public Polynomial readable(double noise) {
    double largest = Arrays.stream(coefficients).map(Math::abs).max().orElse(0);
    double least = Math.max(ROUNDING, noise) * largest;
    double first =
        Arrays.stream(coefficients).filter(c -> Math.abs(c) > least).findFirst().orElse(1);
    double unit = Math.copySign(largest, first);
    Map<List<Integer>, Double> terms = new LinkedHashMap<>();
    terms()
        .forEach(
            (powers, value) -> {
              double scaled = value / unit;
              double near = Math.rint(scaled * 12) / 12;
              if (Math.abs(value) > least) {
                terms.put(powers, Math.abs(scaled - near) < ROUNDING ? near : scaled);
              }
            });
    return of(monomials.variables(), terms);
  }

  /** Its terms by their powers. */
  public Map<List<Integer>, Double> terms() {
    Map<List<Integer>, Double> terms = new LinkedHashMap<>();
    for (int p = 0; p < coefficients.length; p++) {
      terms.put(Arrays.stream(monomials.exponents().get(p)).boxed().toList(), coefficients[p]);
    }
    return terms;
  }

  /** The largest sum of powers; 0 of a constant. */
  public int degree() {
    return monomials.exponents().stream().mapToInt(e -> Arrays.stream(e).sum()).max().orElse(0);
  }

  /** Its value at a point of d numbers. */
  public double at(double[] x) {
    double sum = 0;
    for (int p = 0; p < coefficients.length; p++) {
      sum += coefficients[p] * power(monomials.exponents().get(p), x);
    }
    return sum;
  }

  private static double power(int[] powers, double[] x) {
    double product = 1;
    for (int i = 0; i < powers.length; i++) {
      for (int e = 0; e < powers[i]; e++) {
        product *= x[i];
      }
    }
    return product;
  }

  /** Its derivative by variable i. */
  public Polynomial derivative(int i) {
    Map<List<Integer>, Double> terms = new LinkedHashMap<>();
    terms()
        .forEach(
            (powers, value) -> {
              int power = powers.get(i);
              if (power > 0) {
                List<Integer> lower = new ArrayList<>(powers);
                lower.set(i, power - 1);
                terms.merge(lower, power * value, Double::sum);
              }
            });
    return of(monomials.variables(), terms);
  }

  /** The product of both. */
  public Polynomial times(Polynomial other) {
    Map<List<Integer>, Double> terms = new LinkedHashMap<>();
    terms()
        .forEach(
            (left, value) ->
                other
                    .terms()
                    .forEach(
                        (right, factor) ->
                            terms.merge(sum(left, right), value * factor, Double::sum)));
    return of(monomials.variables(), terms);
  }

  private static List<Integer> sum(List<Integer> left, List<Integer> right) {
    List<Integer> powers = new ArrayList<>(left);
    for (int i = 0; i < powers.size(); i++) {
      powers.set(i, powers.get(i) + right.get(i));
    }
    return powers;
  }

  /**
   * The polynomial in text, e.g. {@code x² + 2 x y − 0.5}.
   *
   * @param names of the variables
   */
  public String text(List<String> names) {
    StringBuilder text = new StringBuilder();
    for (int p = 0; p < coefficients.length; p++) {
      append(text, coefficients[p], product(monomials.exponents().get(p), names));
    }
    return text.isEmpty() ? "0" : text.toString();
  }

  /**
   * Adds a term to a sum in text.
   *
   * @param product what the coefficient multiplies; empty where it stands alone
   */
  public static void append(StringBuilder text, double coefficient, String product) {
    String size = number(Math.abs(coefficient));
    boolean minus = coefficient < 0;
    text.append(text.isEmpty() ? (minus ? "−" : "") : minus ? " − " : " + ");
    if (product.isEmpty()) {
      text.append(size);
    } else {
      text.append(size.equals("1") ? "" : size + " ").append(product);
    }
  }

  private static String number(double size) {
    String text = String.format(Locale.ROOT, "%.4g", size);
    return text.indexOf('.') < 0 || text.indexOf('e') >= 0
        ? text
        : text.replaceAll("0+$", "").replaceAll("\\.$", "");
  }

  private static String product(int[] powers, List<String> names) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < powers.length; i++) {
      if (powers[i] > 0) {
        text.append(text.isEmpty() ? "" : " ").append(names.get(i));
        text.append(powers[i] > 1 ? superscript(powers[i]) : "");
      }
    }
    return text.toString();
  }

  private static String superscript(int power) {
    StringBuilder text = new StringBuilder();
    for (char digit : Integer.toString(power).toCharArray()) {
      text.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
    }
    return text.toString();
  }
}
