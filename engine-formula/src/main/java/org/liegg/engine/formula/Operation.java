package org.liegg.engine.formula;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a step of a tape does with its operands, and the derivatives of its result by them. Where a
 * function has none, as {@code sqrt} at 0 has not, the derivative is not finite; that of {@code
 * abs} is 0 there.
 */
enum Operation {
  ADD,
  SUBTRACT,
  MULTIPLY,
  DIVIDE,
  POWER,
  NEGATE,
  ATAN2,
  SIN,
  COS,
  TAN,
  ASIN,
  ACOS,
  ATAN,
  SINH,
  COSH,
  TANH,
  EXP,
  LOG,
  SQRT,
  ABS;

  /** How many it takes; the second of one that takes one is ignored. */
  int operands() {
    return compareTo(POWER) <= 0 || this == ATAN2 ? 2 : 1;
  }

  double of(double a, double b) {
    return switch (this) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case POWER -> Math.pow(a, b);
      case NEGATE -> -a;
      case ATAN2 -> Math.atan2(a, b);
      case SIN -> Math.sin(a);
      case COS -> Math.cos(a);
      case TAN -> Math.tan(a);
      case ASIN -> Math.asin(a);
      case ACOS -> Math.acos(a);
      case ATAN -> Math.atan(a);
      case SINH -> Math.sinh(a);
      case COSH -> Math.cosh(a);
      case TANH -> Math.tanh(a);
      case EXP -> Math.exp(a);
      case LOG -> Math.log(a);
      case SQRT -> Math.sqrt(a);
      case ABS -> Math.abs(a);
    };
  }

  /** The derivative by the first operand. */
  double byFirst(double a, double b) {
    return switch (this) {
      case ADD, SUBTRACT -> 1;
      case MULTIPLY -> b;
      case DIVIDE -> 1 / b;
      case POWER -> b == 0 ? 0 : b * Math.pow(a, b - 1);
      case NEGATE -> -1;
      case ATAN2 -> b / (a * a + b * b);
      case SIN -> Math.cos(a);
      case COS -> -Math.sin(a);
      case TAN -> 1 + Math.tan(a) * Math.tan(a);
      case ASIN -> 1 / Math.sqrt(1 - a * a);
      case ACOS -> -1 / Math.sqrt(1 - a * a);
      case ATAN -> 1 / (1 + a * a);
      case SINH -> Math.cosh(a);
      case COSH -> Math.sinh(a);
      case TANH -> 1 - Math.tanh(a) * Math.tanh(a);
      case EXP -> Math.exp(a);
      case LOG -> 1 / a;
      case SQRT -> 0.5 / Math.sqrt(a);
      case ABS -> Math.signum(a);
    };
  }

  /** The derivative by the second operand; 0 where it takes one. */
  double bySecond(double a, double b) {
    return switch (this) {
      case ADD -> 1;
      case SUBTRACT -> -1;
      case MULTIPLY -> a;
      case DIVIDE -> -a / (b * b);
      case POWER -> a == 0 && b > 0 ? 0 : Math.pow(a, b) * Math.log(a);
      case ATAN2 -> -a / (a * a + b * b);
      default -> 0;
    };
  }

  /** The function of that name in a formula: {@code sin}, {@code atan2}. */
  static Optional<Operation> named(String name) {
    return Arrays.stream(values())
        .filter(operation -> operation.compareTo(ATAN2) >= 0)
        .filter(operation -> operation.functionName().equals(name))
        .findFirst();
  }

  /** Its name in a formula, where it has one. */
  String functionName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
