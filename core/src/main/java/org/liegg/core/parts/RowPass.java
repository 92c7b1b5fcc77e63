package org.liegg.core.parts;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.liegg.api.spi.DistributedRows;

/**
 * One question of a decomposition to rows that stayed with their parts. Each part answers by its
 * rows alone; answers are added along a binary tree that the number of parts fixes, 1 and 2, 3 and
 * 4, then 1 to 4, so that the sum is the same to the last bit wherever it is made.
 *
 * @param decomposition by name
 * @param question as the decomposition wrote it
 */
public record RowPass(String decomposition, byte[] question) implements Serializable {

  /**
   * What one part answers.
   *
   * @param rows of the part, in their order
   * @param sums knows the decomposition
   * @throws org.liegg.api.NumericalException if they cannot be read
   */
  public byte[] answer(Iterator<byte[]> rows, PartSums sums) {
    return rowsOf(sums).answer(question, rows);
  }

  /**
   * Answers of parts that follow each other, added: of all, or of as many as a power of 2, the
   * first one's number being a multiple of it.
   *
   * @param answers at least one
   * @throws org.liegg.api.NumericalException if they cannot be read
   */
  public byte[] sum(List<byte[]> answers, PartSums sums) {
    DistributedRows rows = rowsOf(sums);
    List<byte[]> level = answers;
    while (level.size() > 1) {
      List<byte[]> next = new ArrayList<>();
      for (int i = 0; i < level.size(); i += 2) {
        byte[] first = level.get(i);
        next.add(i + 1 < level.size() ? rows.sum(question, first, level.get(i + 1)) : first);
      }
      level = next;
    }
    return level.get(0);
  }

  private DistributedRows rowsOf(PartSums sums) {
    return sums.distributedRows(decomposition)
        .orElseThrow(
            () -> new IllegalStateException(decomposition + " leaves no rows with their parts"));
  }
}
