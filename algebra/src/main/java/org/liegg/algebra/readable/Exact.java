package org.liegg.algebra.readable;

import java.util.Optional;
import org.liegg.api.report.readable.Value;

/**
 * A fraction times 1, √2, √3 or π.
 *
 * @param over numerator
 * @param under denominator, positive, without common divisor
 * @param factor what it is multiplied by
 */
record Exact(long over, long under, Factor factor) {
  /** Beyond these a number is not simple any more. */
  private static final long LARGEST = 1_000_000;

  static final Exact ZERO = new Exact(0, 1, Factor.ONE);

  /** What fractions are multiplied by. */
  enum Factor {
    ONE("", 1),
    ROOT_TWO("sqrt(2)", Math.sqrt(2)),
    ROOT_THREE("sqrt(3)", Math.sqrt(3)),
    PI("pi", Math.PI);

    private final String text;
    private final double value;

    Factor(String text, double value) {
      this.text = text;
      this.value = value;
    }
  }

  static Exact of(long over, long under, Factor factor) {
    long divisor = Math.max(1, divisor(Math.abs(over), Math.abs(under)));
    long sign = under < 0 ? -1 : 1;
    return new Exact(sign * over / divisor, Math.abs(under) / divisor, factor);
  }

  static long divisor(long a, long b) {
    return b == 0 ? a : divisor(b, a % b);
  }

  double value() {
    return over * factor.value / under;
  }

  boolean isRational() {
    return factor == Factor.ONE;
  }

  Exact times(long p, long q) {
    return of(over * p, under * q, factor);
  }

  /** The sum, where it is of this form too. */
  Optional<Exact> plus(Exact other) {
    if (over == 0 || other.over == 0) {
      return Optional.of(over == 0 ? other : this);
    }
    return factor == other.factor && under * other.under < LARGEST
        ? Optional.of(of(over * other.under + other.over * under, under * other.under, factor))
        : Optional.empty();
  }

  Value toValue() {
    return new Value(value(), Optional.of(toString()));
  }

  @Override
  public String toString() {
    String below = under == 1 ? "" : "/" + under;
    if (factor == Factor.ONE || over == 0) {
      return over + below;
    }
    String above = over == 1 ? "" : over == -1 ? "-" : over + "*";
    return above + factor.text + below;
  }
}
