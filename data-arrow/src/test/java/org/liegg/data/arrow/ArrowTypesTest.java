package org.liegg.data.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liegg.data.arrow.Reading.all;
import static org.liegg.data.arrow.Reading.refused;
import static org.liegg.data.arrow.TestColumn.categories;
import static org.liegg.data.arrow.TestColumn.decimals;
import static org.liegg.data.arrow.TestColumn.doubles;
import static org.liegg.data.arrow.TestColumn.floats;
import static org.liegg.data.arrow.TestColumn.halves;
import static org.liegg.data.arrow.TestColumn.integers;
import static org.liegg.data.arrow.TestColumn.lists;
import static org.liegg.data.arrow.TestColumn.other;
import static org.liegg.data.arrow.TestColumn.texts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.arrow.flatbuf.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.Dataset;
import org.liegg.data.ColumnChoice;
import org.liegg.data.DataOptions;
import org.liegg.data.Datasets;
import org.liegg.data.arrow.ArrowWriter.Packing;

/** Every type of a column. */
class ArrowTypesTest {

  @TempDir Path directory;

  private Path written(long rows, TestColumn... columns) throws IOException {
    return written(ArrowWriter.file(Packing.NONE, columns).batch(rows, columns));
  }

  private Path written(ArrowWriter writer) throws IOException {
    return Files.write(directory.resolve("x.arrow"), writer.bytes());
  }

  private static Dataset chosen(Path path, ColumnChoice choice) {
    return Datasets.open(path, DataOptions.defaults().withColumns(choice));
  }

  @Test
  void readsNumbersOfEveryWidth() throws IOException {
    Path path =
        written(
            1,
            integers("i1", 8, true, -2),
            integers("u1", 8, false, -2),
            integers("i2", 16, true, -300),
            integers("u2", 16, false, -300),
            integers("i4", 32, true, -70_000),
            integers("u4", 32, false, -1),
            integers("i8", 64, true, -5_000_000_000L),
            integers("u8", 64, false, -1L),
            halves("f2", 0x3e00),
            floats("f4", 0.25),
            decimals("d", 2, -12345L));

    assertThat(all(path))
        .containsExactly(
            -2, 254, -300, 65236, -70_000, 4294967295.0, -5e9, 0x1p64, 1.5, 0.25, -123.45);
  }

  @Test
  void readsTheOtherOrderOfBytes() throws IOException {
    TestColumn[] columns = {doubles("x", 1.5, -2), integers("i", 32, true, 7, 8)};

    assertThat(all(written(ArrowWriter.bigEndian(columns).batch(2, columns))))
        .containsExactly(1.5, 7, -2, 8);
  }

  @Test
  void listsOfOneLengthAreSeveralColumns() throws IOException {
    TestColumn pixels = lists("p", 3, floats("item", 1, 2, 3, 4, null, 6, 7, 8, 9), 1, 1, null);
    Path path = written(3, doubles("x", 10, 20, 30), pixels);

    Dataset all = Datasets.open(path);
    Dataset some = chosen(path, ColumnChoice.all().taking("p[2],x,2"));

    assertThat(all.columnNames()).containsExactly("x", "p[0]", "p[1]", "p[2]");
    assertThat(all(all)).containsExactly(10, 1, 2, 3);
    assertThat(all.warnings().get(0).message()).contains("2 rows lack", "row 2, column 3 'p[1]'");
    assertThat(all(some)).containsExactly(3, 10, 1, 6, 20, 4);
  }

  @Test
  void listsOfListsAreNumberedAsInNumPy() throws IOException {
    TestColumn numbers = integers("item", 8, false, 0, 1, 2, 3, 4, 5, 6, 7);
    Path path = written(2, lists("m", 2, lists("item", 2, numbers, 1, 1, 1, 1), 1, 1));

    Dataset data = Datasets.open(path);

    assertThat(data.columnNames()).containsExactly("m[0][0]", "m[0][1]", "m[1][0]", "m[1][1]");
    assertThat(all(data)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
  }

  @Test
  void namesWhatHoldsNoNumbersAndReadsWhatIsBehindIt() throws IOException {
    Path path =
        written(
            1,
            categories("kind", 3),
            other("day", Type.Date, 4, 1),
            texts("city", 2, 1),
            other("key", Type.FixedSizeBinary, 16, 1),
            texts("name", 0, 1),
            doubles("x", 4.5));

    refused(
        path,
        "LIEGG-DATA-TEXT",
        "column 1 'kind' is text, column 2 'day' is of dates or times, column 3 'city' is text",
        "column 4 'key' is of bytes, column 5 'name' is text",
        "--exclude kind,day,city,key,name");
    assertThat(all(chosen(path, ColumnChoice.all().taking("x")))).containsExactly(4.5);
  }

  @Test
  void listsThatHoldNoNumbersAreNamedToo() throws IOException {
    TestColumn words = lists("w", 2, texts("item", 1, 1, 1), 1);
    TestColumn none = lists("n", 0, doubles("item"), 1);
    TestColumn many = lists("m", 1 << 30, doubles("item"), 1);

    refused(
        written(1, words, none, many),
        "LIEGG-DATA-TEXT",
        "column 1 'w' is of several values",
        "column 2 'n' is of lists of no values",
        "column 3 'm' is of lists of 1073741824 values");
  }

  @Test
  void aTypeThatIsNotKnownRefusesTheFile() throws IOException {
    refused(
        written(1, doubles("x", 1), other("y", (byte) 99, 8, 1)),
        "LIEGG-DATA-CORRUPT",
        "unknown kind 99");
  }
}
