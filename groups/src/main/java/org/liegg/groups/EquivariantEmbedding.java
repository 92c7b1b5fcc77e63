package org.liegg.groups;

import org.liegg.api.ActionException;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;

/**
 * References among pairs of fields. One group element on both sides: a reference on the input says
 * everything. Two that are free of each other: the reference is such a pair itself.
 */
final class EquivariantEmbedding {

  private EquivariantEmbedding() {}

  static EmbeddedReference embed(GroupAction reference, EquivarianceAction candidates) {
    if (candidates instanceof SameEquivariance) {
      GroupAction group = reference instanceof SameEquivariance same ? same.input() : reference;
      if (!(group instanceof EquivarianceAction)) {
        EmbeddedReference found = Embeddings.embed(group, candidates.input());
        return new EmbeddedReference(
            found.name() + "->same", found.dimension(), found.coefficients());
      }
    } else if (reference instanceof FreeEquivariance pair) {
      return pair(pair, candidates);
    }
    throw new ActionException(
        "LIEGG-REFERENCE-NOT-CONTAINED",
        "reference '%s'".formatted(reference.spec()),
        "the candidates '%s' are pairs of another kind".formatted(candidates.spec()),
        "name a reference of the form of the candidates, e.g. 'so(3)->same' or 'so(3)->so(9)'");
  }

  private static EmbeddedReference pair(FreeEquivariance reference, EquivarianceAction candidates) {
    EmbeddedReference left = Embeddings.embed(reference.input(), candidates.input());
    EmbeddedReference right =
        Embeddings.embed(
            reference.output(reference.outputSize()), candidates.output(candidates.outputSize()));
    int columns = candidates.dimension();
    int rows = left.dimension() + right.dimension();
    double[] values = new double[rows * columns];
    for (int r = 0; r < left.dimension(); r++) {
      copy(left.coefficients(), r, values, r * columns);
    }
    for (int r = 0; r < right.dimension(); r++) {
      int at = (left.dimension() + r) * columns + candidates.input().dimension();
      copy(right.coefficients(), r, values, at);
    }
    return new EmbeddedReference(
        left.name() + "->" + right.name(), rows, new Matrix(rows, columns, values));
  }

  private static void copy(Matrix from, int row, double[] to, int at) {
    System.arraycopy(from.values(), row * from.columns(), to, at, from.columns());
  }
}
