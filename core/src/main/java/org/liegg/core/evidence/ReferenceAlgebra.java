package org.liegg.core.evidence;

import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Embeddings;

/**
 * A known algebra to compare with, in the coordinates of the candidate fields.
 *
 * @param name how the report calls it
 * @param generators linearly independent, a row a generator, {@code dimension × m}
 */
public record ReferenceAlgebra(String name, Matrix generators) {

  /**
   * A known action within candidates.
   *
   * @throws org.liegg.api.ActionException if it is not within them, or has no generators
   */
  public static ReferenceAlgebra of(GroupAction known, GroupAction candidates) {
    return new ReferenceAlgebra(known.spec(), Embeddings.coefficients(known, candidates));
  }
}
