package org.liegg.engine.keras;

import org.deeplearning4j.nn.conf.graph.MergeVertex;

/**
 * Joins along the last axis, as copies of it do: those of a {@link MergeVertex} forget the axis.
 */
final class LastAxisMerge extends MergeVertex {
  private static final long serialVersionUID = 1L;

  private final int rank;

  /**
   * @param rank axes of one sample
   */
  LastAxisMerge(int rank) {
    this.rank = rank;
    this.mergeAxis = rank;
    this.modified = true;
  }

  @Override
  public MergeVertex clone() {
    return new LastAxisMerge(rank);
  }
}
