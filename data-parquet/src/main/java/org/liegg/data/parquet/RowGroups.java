package org.liegg.data.parquet;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.parquet.format.RowGroup;

/** Where rows are, by what the footers of all files say of their row groups. */
final class RowGroups {

  private RowGroups() {}

  /**
   * What is left of a table.
   *
   * @param parts its files, the first one without row groups that come before
   * @param row the number of its first row in the whole table, from 0
   */
  record Rest(List<ParquetFile> parts, long row) {}

  /**
   * How many rows there are; empty where footers say what cannot be, which a reader will refuse.
   */
  static OptionalLong rows(List<ParquetFile> parts) {
    long rows = 0;
    for (ParquetFile part : parts) {
      for (RowGroup group : part.groups()) {
        if (group.getNum_rows() < 0 || group.getNum_rows() > Long.MAX_VALUE - rows) {
          return OptionalLong.empty();
        }
        rows += group.getNum_rows();
      }
    }
    return OptionalLong.of(rows);
  }

  /** From the row group on that holds this row; nothing where no row has this number. */
  static Rest from(List<ParquetFile> parts, long row) {
    List<ParquetFile> rest = new ArrayList<>();
    long before = 0;
    for (ParquetFile part : parts) {
      int group = 0;
      while (rest.isEmpty() && group < part.groups().size()) {
        long rows = part.groups().get(group).getNum_rows();
        if (before + rows > row) {
          break;
        }
        before += rows;
        group++;
      }
      if (group < part.groups().size()) {
        rest.add(part.from(group));
      }
    }
    return new Rest(rest, before);
  }
}
