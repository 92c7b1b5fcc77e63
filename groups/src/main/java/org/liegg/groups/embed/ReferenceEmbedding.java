package org.liegg.groups.embed;

import java.util.Locale;
import org.liegg.api.ActionException;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.compose.BracketAction;
import org.liegg.groups.compose.Combinations;
import org.liegg.groups.compose.EquivarianceAction;
import org.liegg.groups.compose.PairedSpan;
import org.liegg.groups.compose.SumAction;
import org.liegg.groups.image.ImageAction;

/**
 * How one action lies inside another: every field of the reference as a combination of the
 * candidate fields, {@code v_r = Σ_a c_ra v_a}. At most affine actions are compared exactly, in the
 * entries of their matrices; others at random points.
 */
public final class ReferenceEmbedding {
  /** Largest part of a reference field, relative to its norm, that may be left over. */
  static final double TOLERANCE = 1e-9;

  private ReferenceEmbedding() {}

  /**
   * The reference in the basis of the candidates. One that acts on a block of the candidates'
   * inputs acts on every block alike: so(5) inside gl(10) is so(5)^2.
   *
   * @throws ActionException with code {@code LIEGG-REFERENCE-SIZE} if the inputs do not divide,
   *     {@code LIEGG-REFERENCE-NOT-CONTAINED} if a field of the reference is not a combination of
   *     candidates or acts on outputs too while they do not, {@code LIEGG-REFERENCE-EMPTY} if it
   *     has no field
   */
  public static EmbeddedReference embed(GroupAction reference, GroupAction candidates) {
    if (reference.dimension() == 0) {
      throw new ActionException(
          "LIEGG-REFERENCE-EMPTY",
          "reference '%s'".formatted(reference.spec()),
          "it has no generators: every model is invariant to it",
          "put a group on some of the inputs; none(n) stands beside others");
    }
    return within(reference, candidates);
  }

  /** The same of a side or a part, which may have no fields. */
  static EmbeddedReference within(GroupAction reference, GroupAction candidates) {
    if (candidates instanceof PairedSpan
        || (reference instanceof PairedSpan && candidates.equivariant())) {
      return SpanEmbedding.embed(reference, candidates);
    }
    if (candidates instanceof EquivarianceAction pairs) {
      return EquivariantEmbedding.embed(reference, pairs);
    }
    if (candidates instanceof BracketAction bracket) {
      return within(
          reference instanceof BracketAction other ? other.base() : reference, bracket.base());
    }
    if (candidates instanceof ImageAction image) {
      // Motions of an image are named as those of the plane: so(2) in image(28x28).
      GroupAction motion = reference instanceof ImageAction other ? other.plane() : reference;
      return within(motion, image.plane());
    }
    if (reference instanceof EquivarianceAction || reference instanceof PairedSpan) {
      throw new ActionException(
          "LIEGG-REFERENCE-NOT-CONTAINED",
          "reference '%s'".formatted(reference.spec()),
          "it acts on outputs too, the candidates '%s' on inputs alone"
              .formatted(candidates.spec()),
          "name what acts on the inputs alone, or look among pairs: --action 'A->same'");
    }
    return compare(lift(reference, candidates), candidates);
  }

  /** A reference on as many inputs as the candidates. */
  static EmbeddedReference compare(GroupAction lifted, GroupAction candidates) {
    requireFeasible(lifted, candidates);
    Embedding found =
        StructuralEmbedding.of(lifted, candidates)
            .orElseGet(() -> SampledEmbedding.of(lifted, candidates));
    for (int r = 0; r < lifted.dimension(); r++) {
      // A residual that is not a number is no embedding either.
      if (!(found.residuals()[r] <= TOLERANCE)) {
        throw notContained(lifted, candidates, r, found.residuals()[r]);
      }
    }
    return new EmbeddedReference(lifted.spec(), lifted.dimension(), found.coefficients());
  }

  /** The reference on every block of the candidates' inputs. */
  static GroupAction lift(GroupAction reference, GroupAction candidates) {
    int inputs = candidates.inputSize();
    int block = reference.inputSize();
    if (block == inputs) {
      return reference;
    }
    if (inputs % block != 0 || reference instanceof SumAction) {
      throw new ActionException(
          "LIEGG-REFERENCE-SIZE",
          "reference '%s'".formatted(reference.spec()),
          "it acts on %d inputs, the candidates '%s' on %d"
              .formatted(block, candidates.spec(), inputs),
          "name a reference on %d inputs, or a single group on a block that divides them"
              .formatted(inputs));
    }
    return Combinations.copies(reference, inputs / block);
  }

  private static void requireFeasible(GroupAction reference, GroupAction candidates) {
    long size = (long) reference.dimension() * candidates.dimension();
    if (size > Integer.MAX_VALUE - 8) {
      throw new ActionException(
          "LIEGG-REFERENCE-SIZE",
          "reference '%s'".formatted(reference.spec()),
          "%d generators in %d candidate fields do not fit one matrix"
              .formatted(reference.dimension(), candidates.dimension()),
          "choose a smaller action, or leave the reference out");
    }
  }

  static ActionException notContained(
      GroupAction reference, GroupAction candidates, int r, double residual) {
    return new ActionException(
        "LIEGG-REFERENCE-NOT-CONTAINED",
        "reference '%s'".formatted(reference.spec()),
        String.format(
            Locale.ROOT,
            "it is not inside the candidates '%s': %.3g %% of its field %s is no combination of"
                + " them",
            candidates.spec(),
            100 * residual,
            reference.fieldName(r)),
        "choose an action that contains the reference, e.g. '%s' itself, or another reference"
            .formatted(reference.spec()));
  }
}
