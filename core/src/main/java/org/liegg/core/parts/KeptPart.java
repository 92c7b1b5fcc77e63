package org.liegg.core.parts;

import java.util.List;

/**
 * What one round has made of one part, where rows of E stay.
 *
 * @param state the sums, to be merged with those of other parts
 * @param rows pieces of the rows that decompose later, in their order; none where the decomposition
 *     keeps none, or none are made in the round
 */
public record KeptPart(PartState state, List<byte[]> rows) {

  /** Keeps a copy of the list. */
  public KeptPart {
    rows = List.copyOf(rows);
  }
}
