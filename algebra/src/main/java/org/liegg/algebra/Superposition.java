package org.liegg.algebra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.PolynomialFields;

/**
 * Symmetries of a linear differential equation. Solutions may be added, so that every solution g
 * gives one, {@code g(t, x) ∂_u}; these are an ideal, which ends at the degree of the candidates
 * and not by itself. The others, {@code ξ(t, x) ∂ + (A(t, x) u) ∂_u}, are read modulo it.
 *
 * @param elements all of them, with brackets modulo the ideal
 * @param solutions how many of the directions are in the ideal
 */
record Superposition(Elements elements, int solutions) {

  /**
   * Looks for it.
   *
   * @param elements directions of unit norm
   * @param tolerance a part of a direction below it counts as 0
   * @return empty where no direction adds a solution, none multiplies them, or some direction is
   *     not linear in the unknown functions, so that these directions are no ideal
   */
  static Optional<Superposition> of(PolynomialFields fields, Elements elements, double tolerance) {
    if (fields.unknowns().length == 0 || !(elements instanceof PolynomialElements polynomial)) {
      return Optional.empty();
    }
    boolean[] added = new boolean[polynomial.size()];
    boolean[] nonlinear = new boolean[polynomial.size()];
    for (int at = 0; at < added.length; at++) {
      int[] powers = polynomial.powers(at);
      int degree = Arrays.stream(fields.unknowns()).map(u -> powers[u]).sum();
      int component = polynomial.component(at);
      boolean unknown = Arrays.stream(fields.unknowns()).anyMatch(u -> u == component);
      added[at] = unknown && degree == 0;
      nonlinear[at] = degree > (unknown ? 1 : 0);
    }
    List<double[]> rest = new ArrayList<>();
    for (double[] vector : polynomial.vectors()) {
      if (norm(vector, nonlinear) > tolerance) {
        return Optional.empty();
      }
      rest.add(without(vector, added));
    }
    DMatrixRMaj moving =
        Spans.orthonormal(Dense.fromColumns(polynomial.size(), rest), Math.max(1e-6, tolerance));
    int solutions = rest.size() - moving.numCols;
    return solutions == 0 || !multiplies(fields, polynomial, moving, tolerance)
        ? Optional.empty()
        : Optional.of(
            new Superposition(
                new Modulo(polynomial, added, List.of(Closure.columns(moving))), solutions));
  }

  /** Whether solutions may be multiplied by a number, Σ u ∂_u: then the equation is linear. */
  private static boolean multiplies(
      PolynomialFields fields, PolynomialElements elements, DMatrixRMaj moving, double tolerance) {
    DMatrixRMaj all = new DMatrixRMaj(elements.size(), 1);
    for (int at = 0; at < elements.size(); at++) {
      int[] powers = elements.powers(at);
      int component = elements.component(at);
      boolean unknown = Arrays.stream(fields.unknowns()).anyMatch(u -> u == component);
      if (unknown && powers[component] == 1 && Arrays.stream(powers).sum() == 1) {
        all.set(at, 0, 1 / Math.sqrt(fields.unknowns().length));
      }
    }
    return Spans.rest(moving, all) <= Math.max(1e-6, 2 * tolerance);
  }

  /** What is left of the algebra modulo the ideal. */
  LearnedAlgebra read(GroupAction action, double noise) {
    String evidence =
        "taken modulo %d solutions that may be added, as those of a linear equation"
            .formatted(solutions);
    if (elements.vectors().isEmpty()) {
      return Results.notComputed(0, solutions, evidence);
    }
    LearnedAlgebra found =
        new AlgebraReading(
                action, elements, elements.vectors().size(), false, noise, Optional.empty())
            .read();
    List<String> all = new ArrayList<>(List.of(evidence));
    all.addAll(found.evidence());
    return new LearnedAlgebra(
        new LearnedAlgebra.Naming(
            found.name(), found.identified(), found.isomorphicTo(), List.copyOf(all)),
        found.dimension(),
        solutions,
        found.closure(),
        found.invariants(),
        found.invariantForms(),
        Optional.empty());
  }

  private static double norm(double[] vector, boolean[] of) {
    double sum = 0;
    for (int at = 0; at < vector.length; at++) {
      sum += of[at] ? vector[at] * vector[at] : 0;
    }
    return Math.sqrt(sum);
  }

  private static double[] without(double[] vector, boolean[] left) {
    double[] rest = vector.clone();
    for (int at = 0; at < rest.length; at++) {
      rest[at] = left[at] ? 0 : rest[at];
    }
    return rest;
  }

  /** Fields of which some entries do not count. */
  private record Modulo(PolynomialElements fields, boolean[] left, List<double[]> vectors)
      implements Elements {

    @Override
    public int size() {
      return fields.size();
    }

    @Override
    public double[] bracket(double[] x, double[] y) {
      return without(fields.bracket(x, y), left);
    }

    @Override
    public DMatrixRMaj matrix(double[] x) {
      return fields.matrix(x);
    }

    @Override
    public boolean hasMatrices() {
      return false;
    }
  }
}
