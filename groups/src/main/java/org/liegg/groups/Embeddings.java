package org.liegg.groups;

import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.embed.EmbeddedReference;
import org.liegg.groups.embed.ReferenceEmbedding;

/**
 * How one action lies inside another: every field of the reference as a combination of the
 * candidate fields, {@code v_r = Σ_a c_ra v_a}. At most affine actions are compared exactly, in the
 * entries of their matrices; others at random points.
 */
public final class Embeddings {
  private Embeddings() {}

  /**
   * The reference in the basis of the candidates. One that acts on a block of the candidates'
   * inputs acts on every block alike: so(5) inside gl(10) is so(5)^2.
   *
   * @throws org.liegg.api.ActionException with code {@code LIEGG-REFERENCE-SIZE} if the inputs do
   *     not divide, {@code LIEGG-REFERENCE-NOT-CONTAINED} if a field of the reference is not a
   *     combination of candidates or acts on outputs too while they do not, {@code
   *     LIEGG-REFERENCE-EMPTY} if it has no field
   */
  public static EmbeddedReference embed(GroupAction reference, GroupAction candidates) {
    return ReferenceEmbedding.embed(reference, candidates);
  }

  /**
   * The coefficients of {@link #embed} alone, {@code reference.dimension() ×
   * candidates.dimension()}.
   */
  public static Matrix coefficients(GroupAction reference, GroupAction candidates) {
    return embed(reference, candidates).coefficients();
  }
}
