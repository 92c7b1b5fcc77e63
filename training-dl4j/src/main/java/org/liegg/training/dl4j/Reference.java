package org.liegg.training.dl4j;

import org.liegg.api.spi.GroupAction;
import org.liegg.core.ReferenceAlgebra;
import org.liegg.groups.Actions;
import org.liegg.groups.EmbeddedReference;
import org.liegg.groups.Embeddings;

/**
 * A known algebra, as the candidates see it and as an action of its own.
 *
 * @param algebra in the coordinates of the candidate fields
 * @param action on all inputs of the candidates
 */
record Reference(ReferenceAlgebra algebra, GroupAction action) {

  /**
   * @throws org.liegg.api.ActionException if the reference does not lie inside the candidates
   */
  static Reference of(GroupAction known, GroupAction candidates) {
    EmbeddedReference embedded = Embeddings.embed(known, candidates);
    return new Reference(
        new ReferenceAlgebra(embedded.name(), embedded.coefficients()),
        Actions.copies(known, candidates.inputSize() / known.inputSize()));
  }
}
