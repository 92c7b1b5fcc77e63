package org.liegg.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.liegg.api.spi.GroupAction;
import org.liegg.metrics.NullspaceDecision;

/**
 * One reading of an algebra, from elements to its name.
 *
 * @param action whose fields they are combinations of
 * @param elements the directions, then the trivial fields
 * @param directions how many of them are not trivial
 * @param affine whether the action is affine
 * @param noise how far the directions may be off
 * @param decision how the directions were decided on, where that is known
 */
record AlgebraReading(
    GroupAction action,
    Elements elements,
    int directions,
    boolean affine,
    double noise,
    Optional<NullspaceDecision> decision) {
  /** A closure residual beyond which no noise earns a name. */
  private static final double MAX_RESIDUAL = 0.25;

  /** A residual below which the learned space is closed but for rounding. */
  private static final double EXACT = 1e-10;

  private double tolerance() {
    return Math.max(1e-9, Math.min(0.2, 3 * noise));
  }

  LearnedAlgebra read() {
    DMatrixRMaj all = Dense.fromColumns(elements.size(), elements.vectors());
    double smallest = 1e-6 * Math.max(1e-300, largestNorm());
    DMatrixRMaj learned = Spans.orthonormal(all, smallest);
    double residual = Closure.of(elements, learned).residual();
    double bound = Math.min(MAX_RESIDUAL, Math.max(1e-8, 4 * noise * Math.sqrt(learned.numCols)));
    int trivialCount = elements.vectors().size() - directions;
    Optional<DefectAlgebra> sensitive = residual < EXACT ? Optional.empty() : byDefect();
    if (sensitive.isEmpty() && residual > bound) {
      return Results.notClosed(directions, trivialCount, residual, bound);
    }
    Closeness closeness =
        sensitive
            .map(near -> Closeness.ofDefects(near, residual))
            .orElseGet(() -> Closeness.ofMatrices(residual, bound));
    Optional<DMatrixRMaj> rounded =
        sensitive
            .map(near -> near.rounded(action, elements))
            .orElseGet(() -> NearestExactAlgebra.rounded(elements, learned, noise));
    Optional<DMatrixRMaj> exact =
        rounded
            .or(() -> sensitive.map(DefectAlgebra::columns))
            .map(columns -> Spans.orthonormal(columns, 1e-6))
            .or(() -> exact(learned, residual));
    DMatrixRMaj basis = exact.orElse(learned);
    DMatrixRMaj trivial = Spans.orthonormal(Dense.columns(all, directions, all.numCols), smallest);
    DMatrixRMaj moving = without(basis, trivial);
    if (idealResidual(moving, trivial) > Math.max(bound, tolerance())) {
      return Results.trivialNoIdeal(directions, trivialCount, residual, bound);
    }
    StructureConstants constants = Closure.of(elements, moving).constants();
    Structure structure = Structure.of(constants, tolerance());
    Optional<Quotient> quotient =
        elements.hasMatrices()
            ? Optional.of(Quotient.of(elements, moving, trivial, tolerance()))
            : Optional.empty();
    Optional<Identity> identity =
        moving.numCols == 0
            ? Optional.empty()
            : new Identification(
                    constants,
                    structure,
                    quotient.map(Quotient::action),
                    affine,
                    exact.isPresent(),
                    tolerance())
                .identity();
    return Results.read(
        structure,
        constants,
        identity,
        quotient.map(space -> forms(space, exact.isPresent())).orElse(List.of()),
        new Results.Measured(moving.numCols, trivial.numCols, closeness, tolerance()),
        NearestExactAlgebra.of(action, learned, rounded, exact));
  }

  private Optional<DefectAlgebra> byDefect() {
    return decision.flatMap(decided -> DefectAlgebra.of(action, decided));
  }

  private List<InvariantForm> forms(Quotient space, boolean exact) {
    List<InvariantForm> found = exact ? space.forms(affine, Identification.FINE) : List.of();
    return found.isEmpty() ? space.forms(affine, tolerance()) : found;
  }

  /** An exactly closed space within the noise; the learned one itself where it is closed. */
  private Optional<DMatrixRMaj> exact(DMatrixRMaj learned, double residual) {
    if (residual < EXACT) {
      return Optional.of(learned);
    }
    if (!(elements instanceof MatrixElements matrices)) {
      return Optional.empty();
    }
    return NearestAlgebra.of(matrices, learned)
        .filter(found -> found.numCols == learned.numCols)
        .filter(found -> Spans.distance(learned, found) <= Math.max(1e-6, 5 * noise));
  }

  private static DMatrixRMaj without(DMatrixRMaj basis, DMatrixRMaj trivial) {
    if (trivial.numCols == 0) {
      return basis;
    }
    DMatrixRMaj rest = basis.copy();
    CommonOps_DDRM.multAdd(-1, trivial, Dense.multiplyTransA(trivial, basis), rest);
    Dense.Svd svd = Dense.svd(CommonOps_DDRM.transpose(rest, null));
    return Dense.columns(svd.vectors(), 0, Math.max(0, basis.numCols - trivial.numCols));
  }

  /** The largest norm of what a bracket of a trivial field has outside the trivial ones. */
  private double idealResidual(DMatrixRMaj sensitive, DMatrixRMaj trivial) {
    double largest = 0;
    List<double[]> brackets = new ArrayList<>();
    double[][] outer = Closure.columns(sensitive);
    for (double[] t : Closure.columns(trivial)) {
      for (double[] x : outer) {
        brackets.add(elements.bracket(x, t));
      }
    }
    for (double[] bracket : brackets) {
      DMatrixRMaj column = DMatrixRMaj.wrap(bracket.length, 1, bracket);
      largest = Math.max(largest, Spans.rest(trivial, column));
    }
    return largest;
  }

  private double largestNorm() {
    double largest = 0;
    for (double[] vector : elements.vectors()) {
      double sum = 0;
      for (double value : vector) {
        sum += value * value;
      }
      largest = Math.max(largest, sum);
    }
    return Math.sqrt(largest);
  }
}
