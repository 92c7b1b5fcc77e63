package org.liegg.groups.jet;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * A named function of one coordinate: {@code exp(a·t)}, {@code sin(a·x)} or {@code cos(a·x)}.
 *
 * @param kind which
 * @param variable the coordinate, by its place
 * @param rate a
 */
record JetFunction(Kind kind, int variable, BigDecimal rate) {

  /** The functions that have a name; the set is closed under derivatives. */
  enum Kind {
    EXP,
    SIN,
    COS;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The derivative is this function times {@link #factor}. */
  JetFunction slope() {
    return switch (kind) {
      case EXP -> this;
      case SIN -> new JetFunction(Kind.COS, variable, rate);
      case COS -> new JetFunction(Kind.SIN, variable, rate);
    };
  }

  /** What the derivative has before it. */
  double factor() {
    return kind == Kind.COS ? -rate.doubleValue() : rate.doubleValue();
  }

  double at(double value) {
    double x = rate.doubleValue() * value;
    return switch (kind) {
      case EXP -> Math.exp(x);
      case SIN -> Math.sin(x);
      case COS -> Math.cos(x);
    };
  }

  /** As the grammar writes it, e.g. {@code exp(-0.5*t)}. */
  String text(String variableName) {
    if (rate.compareTo(BigDecimal.ONE) == 0) {
      return "%s(%s)".formatted(kind.text(), variableName);
    }
    if (rate.compareTo(BigDecimal.ONE.negate()) == 0) {
      return "%s(-%s)".formatted(kind.text(), variableName);
    }
    return "%s(%s*%s)".formatted(kind.text(), rate.toPlainString(), variableName);
  }
}
