package org.liegg.algebra.readable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.liegg.algebra.readable.Exact.Factor;

/**
 * Says which numbers are exact. Of a number between 0 and 1 that is known up to ±u, the simplest
 * candidate within u is taken. If the number were drawn evenly, one of the c candidates that are as
 * simple would be that near with a chance of at most 2uc, which is the p-value of the find. Among
 * all numbers of a basis those are said to be exact that Benjamini and Hochberg's rule (Journal of
 * the Royal Statistical Society B 57, 1995) holds at a share {@value #FALSE} of false ones: random
 * numbers are called exact in at most so many bases.
 */
final class ExactNumbers {
  static final double FALSE = 0.02;

  private static final int LARGEST = 12;

  /** A root or π makes a fraction as little simple as this many in numerator or denominator. */
  private static final int OF_FACTOR = 4;

  private static final List<Exact> CANDIDATES = candidates();

  private ExactNumbers() {}

  private record Find(Exact number, double chance) {}

  private static int complexity(Exact number) {
    return (int) Math.max(number.over(), number.under()) + (number.isRational() ? 0 : OF_FACTOR);
  }

  /** Between 0 and 1, the simplest first. */
  private static List<Exact> candidates() {
    List<Exact> all = new ArrayList<>();
    for (Factor factor : Factor.values()) {
      for (int q = 1; q <= LARGEST; q++) {
        for (int p = 1; p <= LARGEST; p++) {
          Exact number = Exact.of(p, q, factor);
          if (number.value() <= 1 && !all.contains(number)) {
            all.add(number);
          }
        }
      }
    }
    all.sort(Comparator.comparingInt(ExactNumbers::complexity));
    return List.copyOf(all);
  }

  /**
   * What some numbers are exactly; empty where that cannot be said.
   *
   * @param numbers of magnitudes up to 1, none of them 0
   * @param uncertainties how far each may be off
   */
  static List<Optional<Exact>> of(double[] numbers, double[] uncertainties) {
    List<Optional<Find>> finds =
        IntStream.range(0, numbers.length)
            .mapToObj(i -> find(numbers[i], uncertainties[i]))
            .toList();
    double[] chances =
        finds.stream().flatMap(Optional::stream).mapToDouble(Find::chance).sorted().toArray();
    double largest = -1;
    for (int k = 0; k < chances.length; k++) {
      if (chances[k] <= FALSE * (k + 1) / numbers.length) {
        largest = chances[k];
      }
    }
    double limit = largest;
    return finds.stream()
        .map(find -> find.filter(found -> found.chance() <= limit).map(Find::number))
        .toList();
  }

  private static Optional<Find> find(double number, double uncertainty) {
    double size = Math.abs(number);
    for (int i = 0; i < CANDIDATES.size(); i++) {
      Exact candidate = CANDIDATES.get(i);
      if (Math.abs(candidate.value() - size) <= uncertainty) {
        int level = complexity(candidate);
        long alike = CANDIDATES.stream().filter(one -> complexity(one) <= level).count();
        return Optional.of(
            new Find(
                candidate.times(number < 0 ? -1 : 1, 1), Math.min(1, 2 * uncertainty * alike)));
      }
    }
    return Optional.empty();
  }

  /** A number that follows from exact ones by arithmetic, up to its rounding. */
  static Optional<Exact> ofRounding(double number) {
    for (Factor factor : Factor.values()) {
      for (int q = 1; q <= LARGEST * LARGEST; q++) {
        double multiple = number * q / factorOf(factor);
        if (Math.abs(multiple) < 1e4
            && Math.abs(multiple - Math.rint(multiple)) <= 1e-9 * Math.max(1, Math.abs(multiple))) {
          return Optional.of(Exact.of(Math.round(multiple), q, factor));
        }
      }
    }
    return Optional.empty();
  }

  private static double factorOf(Factor factor) {
    return Exact.of(1, 1, factor).value();
  }

  /** The least common multiple of denominators; 0 where a number is no fraction. */
  static long denominator(List<Exact> numbers) {
    long common = 1;
    for (Exact number : numbers) {
      if (!number.isRational()) {
        return 0;
      }
      common = common / Exact.divisor(common, number.under()) * number.under();
    }
    return common;
  }
}
