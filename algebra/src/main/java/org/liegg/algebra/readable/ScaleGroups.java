package org.liegg.algebra.readable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.liegg.api.report.readable.Component;
import org.liegg.api.report.readable.ReadableField;
import org.liegg.api.report.readable.Scalings;
import org.liegg.api.report.readable.Term;

/**
 * Dimensional analysis: where every generator is Σ e_i x_i ∂_i with whole numbers e_i, it scales
 * inputs by powers of one factor, and products Π x_i^a_i with Σ a_i e_i = 0 for all of them are
 * kept. By elimination in whole numbers.
 */
final class ScaleGroups {
  private static final int MOST_INPUTS = 64;

  private ScaleGroups() {}

  static Optional<Scalings> of(int inputs, List<ReadableField> fields) {
    List<int[]> exponents = new ArrayList<>();
    for (ReadableField field : fields) {
      Optional<int[]> row = exponents(inputs, field);
      if (row.isEmpty()) {
        return Optional.empty();
      }
      exponents.add(row.get());
    }
    if (exponents.isEmpty() || inputs > MOST_INPUTS) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Scalings(exponents, kept(inputs, exponents)));
    } catch (ArithmeticException e) {
      // Exponents of more digits than a long has are no answer to read.
      return Optional.empty();
    }
  }

  private static Optional<int[]> exponents(int inputs, ReadableField field) {
    int[] row = new int[inputs];
    for (Component component : field.components()) {
      String own = "x" + component.input();
      for (Term term : component.terms()) {
        boolean whole =
            term.monomial().equals(own)
                && term.coefficient()
                    .exact()
                    .filter(text -> text.matches("-?\\d{1,6}"))
                    .isPresent();
        if (!whole) {
          return Optional.empty();
        }
        row[component.input() - 1] = Integer.parseInt(term.coefficient().exact().get());
      }
    }
    return Optional.of(row);
  }

  /** A basis of whole numbers of what is orthogonal to all rows. */
  private static List<int[]> kept(int inputs, List<int[]> rows) {
    List<long[]> work =
        new ArrayList<>(
            rows.stream().map(row -> Arrays.stream(row).asLongStream().toArray()).toList());
    int[] pivots = new int[inputs];
    Arrays.fill(pivots, -1);
    int rank = 0;
    for (int c = 0; c < inputs && rank < work.size(); c++) {
      int from = rank;
      while (from < work.size() && work.get(from)[c] == 0) {
        from++;
      }
      if (from < work.size()) {
        long[] pivot = work.set(from, work.get(rank));
        work.set(rank, pivot);
        for (int r = 0; r < work.size(); r++) {
          if (r != rank) {
            eliminate(work.get(r), pivot, c);
          }
        }
        pivots[c] = rank++;
      }
    }
    List<int[]> basis = new ArrayList<>();
    for (int free = 0; free < inputs; free++) {
      if (pivots[free] < 0) {
        basis.add(solution(free, pivots, work));
      }
    }
    return basis;
  }

  private static void eliminate(long[] row, long[] pivot, int c) {
    long factor = row[c];
    if (factor == 0) {
      return;
    }
    long own = pivot[c];
    long common = 0;
    for (int i = 0; i < row.length; i++) {
      row[i] =
          Math.subtractExact(Math.multiplyExact(row[i], own), Math.multiplyExact(factor, pivot[i]));
      common = Exact.divisor(Math.abs(row[i]), common);
    }
    for (int i = 0; common > 1 && i < row.length; i++) {
      row[i] /= common;
    }
  }

  private static int[] solution(int free, int[] pivots, List<long[]> work) {
    long scale = 1;
    for (int pivot : pivots) {
      if (pivot >= 0) {
        long under = Math.abs(lead(work.get(pivot), pivots, pivot));
        scale = Math.multiplyExact(scale / Exact.divisor(scale, under), under);
      }
    }
    long[] solution = new long[pivots.length];
    solution[free] = scale;
    long common = scale;
    for (int c = 0; c < pivots.length; c++) {
      if (pivots[c] >= 0) {
        long[] row = work.get(pivots[c]);
        solution[c] = Math.multiplyExact(-row[free], scale / row[c]);
        common = Exact.divisor(Math.abs(solution[c]), common);
      }
    }
    int sign = Arrays.stream(solution).filter(a -> a != 0).findFirst().orElse(1) < 0 ? -1 : 1;
    int[] small = new int[solution.length];
    for (int c = 0; c < small.length; c++) {
      small[c] = Math.toIntExact(sign * solution[c] / common);
    }
    return small;
  }

  private static long lead(long[] row, int[] pivots, int rank) {
    int c = 0;
    while (pivots[c] != rank) {
      c++;
    }
    return row[c];
  }
}
