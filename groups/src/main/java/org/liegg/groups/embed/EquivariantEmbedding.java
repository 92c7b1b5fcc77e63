package org.liegg.groups.embed;

import java.util.Optional;
import org.liegg.api.ActionException;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.compose.CopiesAction;
import org.liegg.groups.compose.EquivarianceAction;
import org.liegg.groups.compose.FreeEquivariance;
import org.liegg.groups.compose.OneElementAction;
import org.liegg.groups.compose.Representation;
import org.liegg.groups.compose.SameEquivariance;
import org.liegg.groups.image.ImageAction;

/**
 * References among pairs of fields. One group element on both sides: a reference on the input says
 * everything, one on both sides has to be the candidates' on both. Two that are free of each other:
 * the reference is such a pair itself.
 */
final class EquivariantEmbedding {

  private EquivariantEmbedding() {}

  static EmbeddedReference embed(GroupAction reference, EquivarianceAction candidates) {
    if (candidates instanceof SameEquivariance same) {
      Optional<EmbeddedReference> found = ofOne(reference, same);
      if (found.isPresent()) {
        return found.get();
      }
    } else if (reference instanceof FreeEquivariance pair) {
      return pair(pair, candidates);
    }
    throw otherKind(reference, candidates);
  }

  static ActionException otherKind(GroupAction reference, GroupAction candidates) {
    return new ActionException(
        "LIEGG-REFERENCE-NOT-CONTAINED",
        "reference '%s'".formatted(reference.spec()),
        "the candidates '%s' are pairs of another kind".formatted(candidates.spec()),
        "name a reference of the form of the candidates, e.g. 'so(3)->same' or 'so(3)->so(9)'");
  }

  private static Optional<EmbeddedReference> ofOne(
      GroupAction reference, SameEquivariance candidates) {
    if (!(reference instanceof EquivarianceAction)) {
      return Optional.of(onInput(reference, candidates));
    }
    if (!(reference instanceof SameEquivariance same)) {
      return Optional.empty();
    }
    if (same.other().isEmpty() && candidates.other().isEmpty()) {
      return Optional.of(onInput(same.input(), candidates));
    }
    return onBoth(same.input(), same.output(), candidates);
  }

  /**
   * Fields of one element on both sides. Without a model both are compared on one block of the
   * outputs, which says the same of all.
   *
   * @return empty where the candidates do not act on as many outputs
   */
  static Optional<EmbeddedReference> onBoth(
      GroupAction input, Optional<GroupAction> onOutput, SameEquivariance candidates) {
    GroupAction output = onOutput.orElseGet(() -> one(input));
    int outputs = candidates.output().orElse(output).inputSize();
    if (!candidates.fits(outputs)) {
      return Optional.empty();
    }
    GroupAction on = candidates.output(outputs);
    return Optional.of(
        ReferenceEmbedding.compare(
            new OneElementAction(
                ReferenceEmbedding.lift(input, candidates.input()),
                ReferenceEmbedding.lift(output, on)),
            new OneElementAction(candidates.input(), on)));
  }

  private static EmbeddedReference onInput(GroupAction reference, SameEquivariance candidates) {
    EmbeddedReference found = ReferenceEmbedding.within(reference, candidates.input());
    String name =
        found.name() + candidates.other().map(b -> on(reference, candidates, b)).orElse("->same");
    return new EmbeddedReference(name, found.dimension(), found.coefficients());
  }

  /** How the reference acts on the output, where that has a name: so(3) on tensors of gl(3). */
  private static String on(GroupAction reference, SameEquivariance candidates, GroupAction b) {
    GroupAction block = one(candidates.input());
    GroupAction group = block instanceof ImageAction image ? image.plane() : block;
    return Optional.of(one(reference))
        .filter(known -> Representation.group(b).spec().equals(group.spec()))
        .flatMap(known -> Representation.of(known, b))
        .map(known -> "->same(%s)".formatted(known.spec()))
        .orElse("");
  }

  private static GroupAction one(GroupAction action) {
    return action instanceof CopiesAction copies ? copies.one() : action;
  }

  private static EmbeddedReference pair(FreeEquivariance reference, EquivarianceAction candidates) {
    EmbeddedReference left = ReferenceEmbedding.within(reference.input(), candidates.input());
    EmbeddedReference right =
        ReferenceEmbedding.within(
            reference.output().orElseThrow(), candidates.output().orElseThrow());
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
