package org.liegg.data.arrow;

import java.util.ArrayList;
import java.util.List;
import org.liegg.data.spi.TableColumn;

/**
 * A column of the table.
 *
 * @param described its name, and why it cannot be read
 * @param field which of the fields it is of, counted from 0
 * @param element which of the numbers of a row of that field it is, counted from 0
 */
record ArrowColumn(TableColumn described, int field, int element) {

  /** Those of all fields. */
  static List<ArrowColumn> all(List<ArrowField> fields) {
    List<ArrowColumn> columns = new ArrayList<>();
    for (int field = 0; field < fields.size(); field++) {
      List<TableColumn> described = fields.get(field).columns();
      for (int element = 0; element < described.size(); element++) {
        columns.add(new ArrowColumn(described.get(element), field, element));
      }
    }
    return columns;
  }
}
