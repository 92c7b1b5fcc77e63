package org.liegg.algebra;

import java.util.ArrayList;
import java.util.List;

/**
 * The simple real Lie algebras by dimension and signature of the Killing form (Cartan's list;
 * Helgason, "Differential Geometry, Lie Groups, and Symmetric Spaces", chapter X). Within a row the
 * names are of one algebra up to isomorphism, except where {@link #isAmbiguous}.
 */
final class SimpleCatalogue {

  private SimpleCatalogue() {}

  /**
   * All names of simple algebras with these numbers, the one to prefer first; none where no simple
   * algebra has them.
   *
   * @param plus noncompact directions
   * @param minus compact directions
   */
  static List<String> names(int plus, int minus) {
    List<String> names = new ArrayList<>();
    int dimension = plus + minus;
    special(plus, minus, names);
    for (int n = 3; n * (n - 1) / 2 <= dimension; n++) {
      for (int p = 0; 2 * p <= n; p++) {
        boolean simple = n != 4 || p == 1;
        add(names, simple && p * (n - p) == plus && n * (n - 1) / 2 == dimension, "so", p, n - p);
      }
    }
    for (int n = 2; n * n - 1 <= dimension; n++) {
      boolean fits = n * n - 1 == dimension;
      add(names, fits && (n - 1) * (n + 2) / 2 == plus, "sl(%d)".formatted(n));
      for (int p = 0; 2 * p <= n; p++) {
        add(names, fits && 2 * p * (n - p) == plus, "su", p, n - p);
      }
      add(names, 2 * (n * n - 1) == dimension && plus == minus, "sl(%d,C)".formatted(n));
      boolean quaternionic = n % 2 == 0 && n > 2;
      int m = n / 2;
      add(names, fits && quaternionic && 2 * m * m - m - 1 == plus, "su*(%d)".formatted(n));
    }
    for (int m = 1; m * (2 * m + 1) <= dimension; m++) {
      boolean fits = m * (2 * m + 1) == dimension;
      add(names, fits && m * (m + 1) == plus, "sp(%d)".formatted(2 * m));
      for (int p = 0; 2 * p <= m; p++) {
        add(names, fits && 4 * p * (m - p) == plus, "usp", 2 * p, 2 * (m - p));
      }
      boolean complex = 2 * m * (2 * m + 1) == dimension && plus == minus;
      add(names, complex && m > 1, "sp(%d,C)".formatted(2 * m));
    }
    for (int m = 3; m * (2 * m - 1) <= dimension; m++) {
      boolean fits = m * (2 * m - 1) == dimension && m * (m - 1) == plus;
      add(names, fits, "so*(%d)".formatted(2 * m));
    }
    for (int n = 5; n * (n - 1) <= dimension; n++) {
      add(names, n * (n - 1) == dimension && plus == minus, "so(%d,C)".formatted(n));
    }
    return names;
  }

  private static void special(int plus, int minus, List<String> names) {
    if (plus == 2 && minus == 1) {
      names.add("sl(2)");
    } else if (plus == 0 && minus == 14) {
      names.add("g2");
    } else if (plus == 8 && minus == 6) {
      names.add("g2 (split)");
    } else if (plus == 14 && minus == 14) {
      names.add("g2(C)");
    }
  }

  /**
   * Whether the numbers belong to two algebras that are not isomorphic: B_m and C_m have the same
   * dimension, and from m = 3 on they differ.
   */
  static boolean isAmbiguous(List<String> names) {
    boolean orthogonal = names.stream().anyMatch(name -> name.startsWith("so("));
    boolean symplectic =
        names.stream().anyMatch(name -> name.startsWith("sp(") || name.startsWith("usp("));
    // so(3), so(5) and their kin are symplectic too; from so(7) on the families part.
    boolean large =
        names.stream()
            .filter(name -> name.startsWith("sp(") || name.startsWith("usp("))
            .anyMatch(name -> total(name) >= 6);
    return orthogonal && symplectic && large;
  }

  private static int total(String name) {
    String inside = name.substring(name.indexOf('(') + 1, name.indexOf(')'));
    int sum = 0;
    for (String part : inside.split(",", -1)) {
      sum += part.equals("C") ? 0 : Integer.parseInt(part);
    }
    return sum;
  }

  private static void add(List<String> names, boolean fits, String letters, int p, int q) {
    add(
        names,
        fits,
        p == 0 ? "%s(%d)".formatted(letters, q) : "%s(%d,%d)".formatted(letters, p, q));
  }

  private static void add(List<String> names, boolean fits, String name) {
    if (fits && !names.contains(name)) {
      names.add(name);
    }
  }
}
