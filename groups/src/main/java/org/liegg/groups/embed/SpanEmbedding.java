package org.liegg.groups.embed;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.compose.BracketAction;
import org.liegg.groups.compose.Combinations;
import org.liegg.groups.compose.FreeEquivariance;
import org.liegg.groups.compose.OneElementAction;
import org.liegg.groups.compose.PairedSpan;
import org.liegg.groups.compose.SameEquivariance;
import org.liegg.groups.compose.SpanAction;

/**
 * Combinations of pairs of fields, as learned generators are, among such pairs; and what lies in
 * the span of such combinations.
 */
final class SpanEmbedding {

  private SpanEmbedding() {}

  /** One of the two is a span. */
  static EmbeddedReference embed(GroupAction reference, GroupAction candidates) {
    if (candidates instanceof PairedSpan span) {
      return inSpan(reference, ReferenceEmbedding.within(reference, span.whole()), span);
    }
    PairedSpan span = (PairedSpan) reference;
    if (span.whole().spec().equals(candidates.spec())) {
      return new EmbeddedReference(span.spec(), span.dimension(), span.rows());
    }
    return among(span, candidates)
        .map(found -> new EmbeddedReference(span.spec(), found.dimension(), found.coefficients()))
        .orElseThrow(() -> EquivariantEmbedding.otherKind(reference, candidates));
  }

  /** Among candidates of the same kind on other groups. */
  private static Optional<EmbeddedReference> among(PairedSpan span, GroupAction candidates) {
    Matrix rows = span.rows();
    if (span.whole() instanceof BracketAction from && candidates instanceof BracketAction to) {
      return Optional.of(ReferenceEmbedding.within(part(span, from.base(), rows), to.base()));
    }
    if (span.whole() instanceof SameEquivariance from
        && candidates instanceof SameEquivariance to) {
      GroupAction input = part(span, from.input(), rows);
      return from.other().isEmpty() && to.other().isEmpty()
          ? Optional.of(ReferenceEmbedding.within(input, to.input()))
          : EquivariantEmbedding.onBoth(
              input, from.output().map(output -> part(span, output, rows)), to);
    }
    if (span.whole() instanceof FreeEquivariance from
        && candidates instanceof FreeEquivariance to) {
      return Optional.of(free(span, from, to));
    }
    return Optional.empty();
  }

  /** A learned generator may move inputs and outputs at once. */
  private static EmbeddedReference free(
      PairedSpan span, FreeEquivariance from, FreeEquivariance to) {
    GroupAction onInput = to.input();
    GroupAction onOutput = to.output().orElseThrow();
    int inputs = from.input().dimension();
    GroupAction input = part(span, from.input(), columns(span.rows(), 0, inputs));
    GroupAction output =
        part(
            span, from.output().orElseThrow(), columns(span.rows(), inputs, span.rows().columns()));
    return ReferenceEmbedding.compare(
        new OneElementAction(
            ReferenceEmbedding.lift(input, onInput), ReferenceEmbedding.lift(output, onOutput)),
        Combinations.sum(List.of(onInput, onOutput)));
  }

  private static GroupAction part(PairedSpan span, GroupAction side, Matrix rows) {
    List<String> names = IntStream.range(0, span.dimension()).mapToObj(span::fieldName).toList();
    return new SpanAction(span.spec(), side, names, rows);
  }

  private static Matrix columns(Matrix rows, int from, int to) {
    int columns = to - from;
    double[] values = new double[rows.rows() * columns];
    for (int r = 0; r < rows.rows(); r++) {
      System.arraycopy(rows.values(), r * rows.columns() + from, values, r * columns, columns);
    }
    return new Matrix(rows.rows(), columns, values);
  }

  /** Combinations of all fields as combinations of those that span a part of them. */
  private static EmbeddedReference inSpan(
      GroupAction reference, EmbeddedReference found, PairedSpan span) {
    int fields = span.rows().columns();
    DMatrixRMaj basis =
        CommonOps_DDRM.transpose(
            DMatrixRMaj.wrap(span.dimension(), fields, span.rows().values()), null);
    DMatrixRMaj wanted =
        CommonOps_DDRM.transpose(
            DMatrixRMaj.wrap(found.dimension(), fields, found.coefficients().values()), null);
    DMatrixRMaj solution = new DMatrixRMaj(span.dimension(), found.dimension());
    LinearSolverDense<DMatrixRMaj> solver =
        LinearSolverFactory_DDRM.leastSquaresQrPivot(true, false);
    boolean solved = solver.setA(basis.copy());
    if (solved) {
      solver.solve(wanted.copy(), solution);
    }
    DMatrixRMaj rest = wanted.copy();
    CommonOps_DDRM.multAdd(-1, basis, solution, rest);
    for (int r = 0; r < found.dimension(); r++) {
      double residual = norm(rest, r) / norm(wanted, r);
      if (!solved || !(residual <= ReferenceEmbedding.TOLERANCE)) {
        throw ReferenceEmbedding.notContained(reference, span, r, residual);
      }
    }
    DMatrixRMaj rows = CommonOps_DDRM.transpose(solution, null);
    return new EmbeddedReference(
        found.name(), found.dimension(), new Matrix(rows.numRows, rows.numCols, rows.data));
  }

  private static double norm(DMatrixRMaj matrix, int column) {
    return Math.sqrt(
        Arrays.stream(CommonOps_DDRM.extractColumn(matrix, column, null).data)
            .map(value -> value * value)
            .sum());
  }
}
