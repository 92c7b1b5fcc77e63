package org.liegg.data.arrow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.liegg.data.spi.TableColumn;

/**
 * A field of the table, and where a batch has its values. A field of lists of one length has
 * several numbers in a row, and is as many columns.
 *
 * @param name what the file calls it
 * @param objection what its values are in place of numbers; empty where they are numbers
 * @param levels the row, and inside of it the lists, from the outermost to the numbers themselves
 * @param kind how the numbers are stored; empty where there is an objection
 * @param values which of a batch's buffers holds the numbers, those of views apart
 * @param views how many fields of views of text or bytes stand before it
 */
record ArrowField(
    String name,
    Optional<String> objection,
    List<Level> levels,
    Optional<NumberKind> kind,
    int values,
    int views) {

  /**
   * Lists within a field.
   *
   * @param node which of a batch's nodes says how many there are
   * @param validity which of its buffers says which of them are there
   * @param size how many one of the level above holds; 1 at the top
   */
  record Level(int node, int validity, int size) {}

  /** Copies the list. */
  ArrowField {
    levels = List.copyOf(levels);
  }

  /** Numbers in a row; 1 where the values are none. */
  int width() {
    return levels.stream().mapToInt(Level::size).reduce(1, (a, b) -> a * b);
  }

  /** The columns of the table that it is. */
  List<TableColumn> columns() {
    return levels.size() < 2
        ? List.of(new TableColumn(name, objection))
        : IntStream.range(0, width())
            .mapToObj(element -> new TableColumn(name + indices(element), objection))
            .toList();
  }

  /** As NumPy does: counted from 0, the outermost first. */
  private String indices(int element) {
    List<String> indices = new ArrayList<>();
    int rest = element;
    for (int level = levels.size() - 1; level > 0; level--) {
      int size = levels.get(level).size();
      indices.add(0, "[" + rest % size + "]");
      rest /= size;
    }
    return String.join("", indices);
  }
}
