package org.liegg.algebra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liegg.algebra.LearnedAlgebra.Naming;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.api.Monomials;
import org.liegg.api.spi.GroupAction;

/**
 * Names algebras of quadratic fields by what they are on the space that they act on: all projective
 * maps of R^n, whose quadratic terms are {@code x (c·x)}, or all conformal ones, {@code ∂_i v_j +
 * ∂_j v_i = (2/n) δ_ij div v}.
 */
final class QuadraticNames {
  private final int n;
  private final List<Map<List<Integer>, Double>> components;

  private QuadraticNames(FieldBasis fields, Monomials monomials, double[] coefficients) {
    this.n = monomials.variables();
    this.components = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      components.add(new HashMap<>());
    }
    for (int a = 0; a < fields.fields(); a++) {
      for (int e = fields.offsets()[a]; e < fields.offsets()[a + 1]; e++) {
        components
            .get(fields.component()[e])
            .merge(
                powers(monomials.exponents().get(fields.feature()[e])),
                coefficients[a] * fields.values()[e],
                Double::sum);
      }
    }
  }

  /** The same algebra, by its name on the space where it has one there. */
  static LearnedAlgebra named(
      LearnedAlgebra found, GroupAction action, Matrix rows, double tolerance) {
    Optional<Monomials> monomials =
        action.monomials().filter(all -> !action.equivariant() && isQuadratic(all));
    if (monomials.isEmpty() || !found.identified() || found.trivialDimension() > 0) {
      return found;
    }
    int n = monomials.get().variables();
    if (n == 1) {
      // On a line both are sl(2), which says as much.
      return found;
    }
    List<QuadraticNames> fields = new ArrayList<>();
    for (int r = 0; r < rows.rows(); r++) {
      fields.add(new QuadraticNames(action.fields(), monomials.get(), LieAlgebras.row(rows, r)));
    }
    if (found.dimension() == n * (n + 2)
        && fields.stream().allMatch(field -> field.projectiveRest() <= tolerance)) {
      return named(found, "proj(%d)".formatted(n), "all projective maps of R^%d".formatted(n));
    }
    if (found.dimension() == (n + 1) * (n + 2) / 2
        && fields.stream().allMatch(field -> field.conformalRest() <= tolerance)) {
      return named(found, "conf(%d)".formatted(n), "all conformal maps of R^%d".formatted(n));
    }
    return found;
  }

  private static boolean isQuadratic(Monomials monomials) {
    return monomials.exponents().stream().mapToInt(e -> Arrays.stream(e).sum()).max().orElse(0)
        == 2;
  }

  private static LearnedAlgebra named(LearnedAlgebra found, String name, String what) {
    List<String> others = new ArrayList<>(List.of(found.name()));
    others.addAll(found.isomorphicTo());
    List<String> evidence = new ArrayList<>(List.of("%s: %s".formatted(name, what)));
    evidence.addAll(found.evidence());
    return new LearnedAlgebra(
        new Naming(name, true, others, evidence),
        found.dimension(),
        found.trivialDimension(),
        found.closure(),
        found.invariants(),
        found.invariantForms(),
        found.nearestExact());
  }

  private static List<Integer> powers(int[] exponents) {
    return Arrays.stream(exponents).boxed().toList();
  }

  /** The norm of what its quadratic terms have beside x (c·x). */
  private double projectiveRest() {
    double[] c = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        c[j] += components.get(i).getOrDefault(product(i, j), 0.0) / n;
      }
    }
    double squares = 0;
    for (int i = 0; i < n; i++) {
      Map<List<Integer>, Double> rest = new HashMap<>(components.get(i));
      rest.keySet().removeIf(e -> e.stream().mapToInt(Integer::intValue).sum() < 2);
      for (int j = 0; j < n; j++) {
        rest.merge(product(i, j), -c[j], Double::sum);
      }
      squares += squares(rest);
    }
    return Math.sqrt(squares);
  }

  private List<Integer> product(int i, int j) {
    int[] exponents = new int[n];
    exponents[i]++;
    exponents[j]++;
    return powers(exponents);
  }

  /** The norm of what its gradient has beside rotations and scalings. */
  private double conformalRest() {
    Map<List<Integer>, Double> divergence = new HashMap<>();
    for (int i = 0; i < n; i++) {
      derivative(i, i, divergence);
    }
    double squares = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        Map<List<Integer>, Double> strain = new HashMap<>();
        derivative(i, j, strain);
        derivative(j, i, strain);
        if (i == j) {
          divergence.forEach((e, value) -> strain.merge(e, -2 * value / n, Double::sum));
        }
        squares += squares(strain);
      }
    }
    return Math.sqrt(squares);
  }

  /** Adds ∂_i of component j. */
  private void derivative(int i, int j, Map<List<Integer>, Double> sum) {
    components
        .get(j)
        .forEach(
            (e, value) -> {
              if (e.get(i) > 0) {
                List<Integer> lower = new ArrayList<>(e);
                lower.set(i, e.get(i) - 1);
                sum.merge(List.copyOf(lower), value * e.get(i), Double::sum);
              }
            });
  }

  private static double squares(Map<List<Integer>, Double> terms) {
    return terms.values().stream().mapToDouble(value -> value * value).sum();
  }
}
