package org.liegg.algebra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.liegg.api.Matrix;
import org.liegg.api.Monomials;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.PolynomialFields;
import org.liegg.metrics.NullspaceDecision;

/** Reads an algebra out of learned directions. */
public final class LieAlgebras {
  /** Directions beyond which the structure constants, cubic in their number, are not computed. */
  private static final int MAX_DIRECTIONS = 120;

  /** Operations on brackets beyond which none are computed. */
  private static final double MAX_WORK = 2e10;

  /** Defects are quotients of sums over all samples: what is below is their rounding. */
  private static final double ROUNDING = 1e-14;

  /**
   * The defect of the independence baseline, where no direction shows what one outside the
   * symmetries has.
   */
  private static final double CHANCE = 1;

  private LieAlgebras() {}

  /**
   * The algebra of directions that the model is sensitive to. See {@link #of(GroupAction, Matrix,
   * Matrix, double)}.
   */
  public static LearnedAlgebra of(GroupAction action, Matrix directions, double noise) {
    return of(action, directions, new Matrix(0, action.dimension(), new double[0]), noise);
  }

  /**
   * The algebra that some directions span, modulo trivial ones.
   *
   * <p>Every tolerance follows from the noise: how far, as an angle, a learned generator of unit
   * norm may be from a true one. {@link #noise} estimates it from defects.
   *
   * @param action the candidate fields
   * @param directions coefficients of learned symmetries, a row each, linearly independent
   * @param trivial coefficients of fields that the model does not feel at all, likewise; the
   *     algebra is taken modulo them where they are an ideal
   * @param noise radians, ≥ 0
   * @throws IllegalArgumentException if a matrix has another number of columns than the action has
   *     fields, or the noise is not a finite number ≥ 0
   */
  public static LearnedAlgebra of(
      GroupAction action, Matrix directions, Matrix trivial, double noise) {
    return of(action, directions, trivial, noise, Optional.empty());
  }

  /**
   * The algebra of the directions that a decision holds, modulo the trivial ones. Where all defects
   * are known, closure is measured by them: matrices of fields that the model feels weakly are
   * blurred, while the exact algebra next to them is told by its own defects.
   *
   * @param action the candidate fields
   * @param decision on their defects; the noise is estimated from it
   * @throws IllegalArgumentException if the decision is on another number of fields
   */
  public static LearnedAlgebra of(GroupAction action, NullspaceDecision decision) {
    Matrix all = decision.directions();
    if (action.insensitiveCounts()) {
      return of(action, all, noise(decision));
    }
    return of(
        action,
        rows(all, 0, decision.accepted()),
        rows(all, decision.accepted(), all.rows()),
        noise(decision),
        Optional.of(decision));
  }

  private static LearnedAlgebra of(
      GroupAction action,
      Matrix directions,
      Matrix trivial,
      double noise,
      Optional<NullspaceDecision> decision) {
    requireColumns(action, directions);
    requireColumns(action, trivial);
    if (!(noise >= 0 && noise < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("LieAlgebras: a noise of " + noise);
    }
    int count = directions.rows() + trivial.rows();
    if (count > MAX_DIRECTIONS) {
      return Results.notComputed(
          directions.rows(),
          trivial.rows(),
          "%d directions: structure is computed for at most %d".formatted(count, MAX_DIRECTIONS));
    }
    Matrix all = unit(stacked(directions, trivial));
    Optional<Elements> elements = elements(action, all, noise);
    if (elements.isEmpty()) {
      return Results.notComputed(
          directions.rows(),
          trivial.rows(),
          "the fields of '%s' have neither matrices nor monomials small enough for brackets"
              .formatted(action.spec()));
    }
    Optional<Superposition> linear =
        action
            .polynomialFields()
            .flatMap(known -> Superposition.of(known, elements.get(), Math.max(1e-9, 2 * noise)));
    if (linear.isPresent()) {
      return linear.get().read(action, noise);
    }
    LearnedAlgebra found =
        new AlgebraReading(
                action, elements.get(), directions.rows(), isAffine(action), noise, decision)
            .read();
    return QuadraticNames.named(found, action, all, Math.max(1e-9, 3 * noise));
  }

  /**
   * The noise of a nullspace, from defects: a unit direction at an angle θ to an exact symmetry has
   * a defect of at most about sin²θ times that of the directions outside.
   *
   * @param largestHeld the largest defect of a direction that counts as a symmetry
   * @param smallestOther the smallest defect of one that does not; positive
   * @return radians
   */
  public static double noise(double largestHeld, double smallestOther) {
    if (!(smallestOther > 0) || !(largestHeld >= 0)) {
      throw new IllegalArgumentException(
          "LieAlgebras: defects %s and %s".formatted(largestHeld, smallestOther));
    }
    return Math.asin(Math.min(1, Math.sqrt(largestHeld / smallestOther)));
  }

  /** The {@link #noise(double, double)} of a decision. */
  public static double noise(NullspaceDecision decision) {
    double[] defects = decision.defects().defects();
    int broken = defects.length - decision.accepted();
    double held = decision.accepted() == 0 ? ROUNDING : Math.max(ROUNDING, defects[broken]);
    return noise(held, broken == 0 ? CHANCE : defects[broken - 1]);
  }

  private static Matrix rows(Matrix matrix, int from, int to) {
    int columns = matrix.columns();
    return new Matrix(
        to - from, columns, Arrays.copyOfRange(matrix.values(), from * columns, to * columns));
  }

  private static Optional<Elements> elements(GroupAction action, Matrix rows, double noise) {
    List<double[]> matrices = new ArrayList<>();
    int order = 0;
    for (int r = 0; r < rows.rows(); r++) {
      Optional<Matrix> matrix = action.matrix(row(rows, r));
      if (matrix.isEmpty()) {
        return polynomial(action, rows, noise);
      }
      order = matrix.get().rows();
      matrices.add(matrix.get().values());
    }
    double work = (double) rows.rows() * rows.rows() * Math.pow(order, 3);
    return work > MAX_WORK ? Optional.empty() : Optional.of(new MatrixElements(order, matrices));
  }

  private static Optional<Elements> polynomial(GroupAction action, Matrix rows, double noise) {
    Optional<PolynomialFields> known = action.polynomialFields();
    Optional<Monomials> monomials = known.map(PolynomialFields::monomials);
    if (monomials.isEmpty()
        || PolynomialElements.size(monomials.get()) * rows.rows() * rows.rows() > 1e7) {
      return Optional.empty();
    }
    PolynomialElements fields =
        new PolynomialElements(known.orElseThrow().fields(), monomials.get(), rows);
    boolean affine =
        fields.vectors().stream()
            .allMatch(field -> fields.beyondAffine(field) <= Math.max(1e-9, 2 * noise));
    if (!affine || known.orElseThrow().unknowns().length > 0) {
      return Optional.of(fields);
    }
    int order = monomials.get().variables() + 1;
    return Optional.of(
        new MatrixElements(
            order, fields.vectors().stream().map(field -> fields.affine(field).data).toList()));
  }

  /**
   * Whether the last coordinate of its matrices is the constant 1: a feature is, and fields of
   * degree 2, whose matrices are of another representation, are none of its.
   */
  private static boolean isAffine(GroupAction action) {
    List<Integer> degrees =
        action.polynomialFields().stream()
            .flatMap(known -> known.monomials().exponents().stream())
            .map(powers -> Arrays.stream(powers).sum())
            .toList();
    boolean affine = degrees.stream().allMatch(degree -> degree <= 1);
    return degrees.contains(0)
        && (affine || action.matrix(new double[action.dimension()]).isEmpty());
  }

  static double[] row(Matrix matrix, int r) {
    return Arrays.copyOfRange(matrix.values(), r * matrix.columns(), (r + 1) * matrix.columns());
  }

  /** Rows of unit norm: solutions of eigenproblems come in every length. */
  private static Matrix unit(Matrix rows) {
    double[] values = rows.values();
    for (int r = 0; r < rows.rows(); r++) {
      double norm = 0;
      for (int c = 0; c < rows.columns(); c++) {
        norm = Math.hypot(norm, rows.get(r, c));
      }
      for (int c = 0; norm > 0 && c < rows.columns(); c++) {
        values[r * rows.columns() + c] /= norm;
      }
    }
    return rows;
  }

  private static Matrix stacked(Matrix above, Matrix below) {
    double[] values = new double[above.values().length + below.values().length];
    System.arraycopy(above.values(), 0, values, 0, above.values().length);
    System.arraycopy(below.values(), 0, values, above.values().length, below.values().length);
    return new Matrix(above.rows() + below.rows(), above.columns(), values);
  }

  private static void requireColumns(GroupAction action, Matrix rows) {
    if (rows.columns() != action.dimension()) {
      throw new IllegalArgumentException(
          "LieAlgebras: directions of %d coefficients, '%s' has %d fields"
              .formatted(rows.columns(), action.spec(), action.dimension()));
    }
  }
}
