package org.liegg.core.parts;

import java.util.List;

/** Reaches the rows of E that stayed with their parts, wherever these are. */
public interface RowPasses {

  /** Whether they are in the memory of this process. */
  boolean areHere();

  /**
   * What all parts answer, added up.
   *
   * @param rounds whose rows are asked; a part that has rows of several answers by all of them, in
   *     this order
   */
  byte[] over(List<Round> rounds, RowPass pass);
}
