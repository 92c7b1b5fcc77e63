package org.liegg.report.generators;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.liegg.api.report.readable.Term;
import org.liegg.api.report.readable.Value;

/** How numbers, products and sums are written. */
enum Notation {
  TEXT {
    @Override
    String number(Value value) {
      return value
          .exact()
          .map(
              text -> text.replaceAll("sqrt\\((\\d)\\)", "√$1").replace("pi", "π").replace("*", ""))
          .orElseGet(() -> decimal(value.value()));
    }

    @Override
    String power(String base, int exponent) {
      return exponent == 1 ? base : base + superscript(exponent);
    }

    @Override
    String times() {
      return " ";
    }
  },

  LATEX {
    @Override
    String number(Value value) {
      if (value.exact().isEmpty()) {
        return decimal(value.value()).replaceAll("e(-?\\d+)", " \\\\cdot 10^{$1}");
      }
      String text =
          value.exact().get().replaceAll("sqrt\\((\\d)\\)", "\\\\sqrt{$1}").replace("pi", "\\pi ");
      String[] parts = text.replace("*", "").split("/", 2);
      boolean negative = parts[0].startsWith("-");
      return parts.length < 2
          ? parts[0].trim()
          : "%s\\frac{%s}{%s}"
              .formatted(negative ? "-" : "", parts[0].replace("-", "").trim(), parts[1]);
    }

    @Override
    String name(String name) {
      return name.matches("[A-Za-z]\\d+")
          ? "%s_{%s}".formatted(name.charAt(0), name.substring(1))
          : name.length() == 1 ? name : "\\mathrm{%s}".formatted(name.replace("_", "\\_"));
    }

    @Override
    String power(String base, int exponent) {
      return exponent == 1 ? base : "%s^{%d}".formatted(base, exponent);
    }

    @Override
    String times() {
      return " ";
    }
  },

  SYMPY {
    @Override
    String number(Value value) {
      return value
          .exact()
          .map(text -> text.replaceAll("/(\\d+)$", "/Integer($1)"))
          .orElseGet(() -> Double.toString(value.value()));
    }

    @Override
    String power(String base, int exponent) {
      return exponent == 1 ? base : "%s**%d".formatted(base, exponent);
    }

    @Override
    String times() {
      return "*";
    }
  };

  /** A number, with its sign. */
  abstract String number(Value value);

  /** A power of what stands for one factor. */
  abstract String power(String base, int exponent);

  /** What stands between a number and what it multiplies. */
  abstract String times();

  /** The name of an input. */
  String name(String name) {
    return name;
  }

  /**
   * A sum of products.
   *
   * @param names of the factors, by the places of inputs
   */
  final String sum(List<Term> terms, List<String> names) {
    StringBuilder text = new StringBuilder();
    for (Term term : terms) {
      Value c = term.coefficient();
      boolean negative = c.value() < 0;
      text.append(text.isEmpty() ? (negative ? "-" : "") : negative ? " - " : " + ");
      text.append(product(negative ? negated(c) : c, factors(term.monomial(), names)));
    }
    return text.isEmpty() ? "0" : text.toString();
  }

  /** A multiple of something; 1 is left out. */
  final String product(Value c, String factor) {
    if (factor.isEmpty()) {
      return number(c);
    }
    String number = number(c);
    return c.value() == 1 || number.equals("1") ? factor : number + times() + factor;
  }

  static Value negated(Value c) {
    return new Value(
        -c.value(), c.exact().map(text -> text.startsWith("-") ? text.substring(1) : "-" + text));
  }

  private String factors(String monomial, List<String> names) {
    if (monomial.equals("1")) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    for (String factor : monomial.split("\\*", -1)) {
      String[] parts = factor.substring(1).split("\\^", 2);
      text.append(text.isEmpty() ? "" : times());
      text.append(
          power(
              names.get(Integer.parseInt(parts[0]) - 1),
              parts.length < 2 ? 1 : Integer.parseInt(parts[1])));
    }
    return text.toString();
  }

  /** Inputs less a center, in brackets where that is not 0. */
  final List<String> shifted(List<String> names, Optional<List<Value>> center) {
    if (center.isEmpty()) {
      return names.stream().map(this::name).toList();
    }
    List<Value> point = center.get();
    return IntStream.range(0, names.size())
        .mapToObj(
            i -> {
              Value c = point.get(i);
              String name = name(names.get(i));
              if (c.value() == 0) {
                return name;
              }
              String minus = c.value() < 0 ? " + " : " - ";
              return "(" + name + minus + number(c.value() < 0 ? negated(c) : c) + ")";
            })
        .toList();
  }

  /** Four digits: a number that is known up to noise needs no more. */
  static String decimal(double value) {
    String text = String.format(Locale.ROOT, "%.4g", value);
    return text.contains(".") && !text.contains("e")
        ? text.replaceAll("0+$", "").replaceAll("\\.$", "")
        : text;
  }

  private static String superscript(int number) {
    StringBuilder text = new StringBuilder();
    for (char digit : Integer.toString(number).toCharArray()) {
      text.append(digit == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
    }
    return text.toString();
  }
}
