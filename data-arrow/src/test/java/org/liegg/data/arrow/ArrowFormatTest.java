package org.liegg.data.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.liegg.data.arrow.Reading.all;
import static org.liegg.data.arrow.Reading.refused;
import static org.liegg.data.arrow.TestColumn.booleans;
import static org.liegg.data.arrow.TestColumn.doubles;
import static org.liegg.data.arrow.TestColumn.integers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.liegg.api.DataException;
import org.liegg.api.Dataset;
import org.liegg.data.ColumnChoice;
import org.liegg.data.DataOptions;
import org.liegg.data.Datasets;
import org.liegg.data.Standardization;
import org.liegg.data.arrow.ArrowWriter.Packing;

/** Arrow files and streams, written by the test. */
class ArrowFormatTest {
  private static final TestColumn[] FIRST = {
    doubles("age", 1.5, 2.5, null), integers("size", 32, true, 7, -7, 7), booleans("flag", 1, 0, 1)
  };
  private static final TestColumn[] SECOND = {
    doubles("age", 4.5), integers("size", 32, true, 9), booleans("flag", 0)
  };

  @TempDir Path directory;

  private Path path() {
    return directory.resolve("samples");
  }

  private static DataOptions columns(ColumnChoice choice) {
    return DataOptions.defaults().withColumns(choice);
  }

  private static byte[] table(Packing packing, boolean indexed) throws IOException {
    ArrowWriter writer =
        indexed ? ArrowWriter.file(packing, FIRST) : ArrowWriter.stream(packing, FIRST);
    return writer.batch(3, FIRST).batch(1, SECOND).bytes();
  }

  private void write(ArrowWriter writer) throws IOException {
    Files.write(path(), writer.bytes());
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, true",
    "LZ4, true",
    "ZSTD, true",
    "UNPACKED, true",
    "NONE, false",
    "ZSTD, false"
  })
  void readsBatchesAndSkipsRowsThatLackAValue(Packing packing, boolean indexed) throws IOException {
    Files.write(path(), table(packing, indexed));

    Dataset data = Datasets.open(path());

    assertThat(data.columnNames()).containsExactly("age", "size", "flag");
    assertThat(all(data)).containsExactly(1.5, 7, 1, 2.5, -7, 0, 4.5, 9, 0);
    assertThat(all(data)).as("a second pass").hasSize(9);
    assertThat(data.warnings()).hasSize(1);
    assertThat(data.warnings().get(0).message()).contains("1 row lacks", "row 3, column 1 'age'");
  }

  @ParameterizedTest
  @EnumSource
  void readsColumnsThatAreLongerThanAnyWindow(Packing packing) throws IOException {
    int rows = 50_000;
    Number[] numbers = IntStream.range(0, rows).mapToObj(i -> i * 0.1).toArray(Number[]::new);
    Number[] bits =
        IntStream.range(0, rows).mapToObj(i -> i % 3 == 0 ? 1 : 0).toArray(Number[]::new);
    TestColumn[] columns = {doubles("x", numbers), booleans("b", bits)};
    write(ArrowWriter.file(packing, columns).batch(rows, columns));

    double[] values = all(path());

    assertThat(values)
        .isEqualTo(
            IntStream.range(0, 2 * rows)
                .mapToDouble(i -> i % 2 == 0 ? (i >> 1) * 0.1 : (i >> 1) % 3 == 0 ? 1 : 0)
                .toArray());
  }

  @Test
  void readsTheColumnsThatAreChosenInTheirOrder() throws IOException {
    Files.write(path(), table(Packing.LZ4, true));

    Dataset chosen = Datasets.open(path(), columns(ColumnChoice.all().taking("3,size")));
    Dataset left = Datasets.open(path(), columns(ColumnChoice.all().leaving("age")));

    assertThat(all(chosen)).containsExactly(1, 7, 0, -7, 1, 7, 0, 9);
    assertThat(chosen.columnNames()).containsExactly("flag", "size");
    assertThat(chosen.warnings()).isEmpty();
    assertThat(all(left)).containsExactly(7, 1, -7, 0, 7, 1, 9, 0);
    refused(
        path(),
        columns(ColumnChoice.all().taking("weight")),
        "LIEGG-DATA-COLUMN",
        "'weight'",
        "'age', 'size', 'flag'");
  }

  @Test
  void measuresTheSamplesForStandardization() throws IOException {
    Files.write(path(), table(Packing.ZSTD, true));

    assertThat(Standardization.fit(Datasets.open(path())).mean(1)).isEqualTo(3);
  }

  @Test
  void missingValuesAreErrorsBesideOtherFiles() throws IOException {
    Files.write(path(), table(Packing.NONE, true));
    Dataset joined = Datasets.join(List.of(Datasets.open(path()), Datasets.open(path())));

    assertThat(catchThrowableOfType(DataException.class, () -> all(joined)).code())
        .isEqualTo("LIEGG-DATA-CELL");
  }

  @Test
  void infinitiesAreErrorsAndNaNIsMissing() throws IOException {
    TestColumn x = doubles("x", Double.NaN, 1, Double.POSITIVE_INFINITY);
    write(ArrowWriter.file(Packing.NONE, x).batch(3, x));

    refused(path(), "LIEGG-DATA-NONFINITE", "row 3, column 1");
    assertThat(all(Datasets.limit(Datasets.open(path()), 1))).containsExactly(1);
  }

  @Test
  void partsInAFolderAreOneTable() throws IOException {
    Path folder = Files.createDirectory(directory.resolve("parts"));
    // As Hugging Face's datasets are saved.
    Files.write(folder.resolve("data-00000-of-00002.arrow"), table(Packing.LZ4, false));
    Files.write(folder.resolve("data-00001-of-00002.arrow"), table(Packing.NONE, true));
    Files.writeString(folder.resolve("dataset_info.json"), "{}");
    Files.writeString(folder.resolve("state.json"), "{}");

    assertThat(all(folder)).hasSize(18).startsWith(1.5, 7, 1).endsWith(4.5, 9, 0);

    Path other = folder.resolve("data-2");
    TestColumn age = doubles("age", 1.5);
    Files.write(other, ArrowWriter.file(Packing.NONE, age).batch(1, age).bytes());
    refused(folder, "LIEGG-DATA-SHAPE", "file 'data-2'", "'data-00000-of-00002.arrow'");
    Files.writeString(other, "no such file");
    refused(folder, "LIEGG-DATA-FORMAT", "file 'data-2'", "it is no Arrow file");
  }

  @Test
  void anEmptyTableHasNoSamples() throws IOException {
    TestColumn none = doubles("x");
    write(ArrowWriter.file(Packing.NONE, none).batch(0, none));
    refused(path(), "LIEGG-DATA-EMPTY", "it has no rows");
    write(ArrowWriter.stream(Packing.NONE, none));
    refused(path(), "LIEGG-DATA-EMPTY", "it has no rows");
    write(ArrowWriter.file(Packing.NONE));
    refused(path(), "LIEGG-DATA-SHAPE", "it has no columns");
  }

  @Test
  void aStreamNeedsNoEnd() throws IOException {
    byte[] whole = table(Packing.NONE, false);
    Files.write(path(), Arrays.copyOf(whole, whole.length - 8));

    assertThat(all(path())).hasSize(9);
  }

  @Test
  void refusesTheNameOfAnArray() throws IOException {
    Files.write(path(), table(Packing.NONE, true));

    refused(
        path(),
        DataOptions.defaults().withArray("x"),
        "LIEGG-DATA-OPTION",
        "--array ('x') was given, and this is an Arrow file");
  }
}
