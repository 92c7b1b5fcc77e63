package org.liegg.data.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.liegg.data.parquet.ParquetWriter.column;
import static org.liegg.data.parquet.ParquetWriter.encoded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.DataException;
import org.liegg.api.Dataset;
import org.liegg.data.ColumnChoice;
import org.liegg.data.DataOptions;
import org.liegg.data.Datasets;
import org.liegg.data.Standardization;

/** Parquet files, written by the test. */
class ParquetFormatTest {

  @TempDir Path directory;

  private Path path() {
    return directory.resolve("samples");
  }

  private static DataOptions columns(ColumnChoice choice) {
    return DataOptions.defaults().withColumns(choice);
  }

  private static double[] all(Dataset data) {
    DoubleStream values = DoubleStream.empty();
    try (BatchStream stream = data.batches(2)) {
      for (Optional<Batch> next = stream.next(); next.isPresent(); next = stream.next()) {
        values = DoubleStream.concat(values, Arrays.stream(next.get().values()));
      }
    }
    return values.toArray();
  }

  private static void refused(Path path, DataOptions options, String code, String... words) {
    DataException fault =
        catchThrowableOfType(DataException.class, () -> all(Datasets.open(path, options)));
    assertThat(fault).as("an error").isNotNull();
    assertThat(fault.code()).as(fault.getMessage()).isEqualTo(code);
    assertThat(fault.getMessage()).contains(words).doesNotContain("\n");
  }

  private void table(CompressionCodec codec) throws IOException {
    new ParquetWriter(codec)
        .group(
            column("age", Type.DOUBLE, 1.5, 2.5, null),
            encoded("size", Type.INT32, 7, -7, 7),
            column("flag", Type.BOOLEAN, 1, 0, 1))
        .group(
            column("age", Type.DOUBLE, 4.5),
            encoded("size", Type.INT32, 9),
            column("flag", Type.BOOLEAN, 0))
        .write(path());
  }

  @ParameterizedTest
  @EnumSource(names = {"UNCOMPRESSED", "GZIP", "SNAPPY", "ZSTD", "LZ4_RAW"})
  void readsRowGroupsAndSkipsRowsThatLackAValue(CompressionCodec codec) throws IOException {
    table(codec);

    Dataset data = Datasets.open(path());

    assertThat(data.columnNames()).containsExactly("age", "size", "flag");
    assertThat(all(data)).containsExactly(1.5, 7, 1, 2.5, -7, 0, 4.5, 9, 0);
    assertThat(all(data)).as("a second pass").hasSize(9);
    assertThat(data.warnings()).hasSize(1);
    assertThat(data.warnings().get(0).message()).contains("1 row lacks", "row 3, column 1 'age'");
  }

  @Test
  void readsTheColumnsThatAreChosenInTheirOrder() throws IOException {
    table(CompressionCodec.SNAPPY);

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
    table(CompressionCodec.ZSTD);

    Standardization fit = Standardization.fit(Datasets.open(path()));

    assertThat(fit.mean(1)).isEqualTo(3);
  }

  @Test
  void readsUnsignedIntegersAndDecimals() throws IOException {
    var unsigned = column("u", Type.INT32, -1);
    unsigned.schema().setConverted_type(ConvertedType.UINT_32);
    var decimal = column("d", Type.INT64, 12345L);
    decimal.schema().setConverted_type(ConvertedType.DECIMAL).setScale(2).setPrecision(9);
    new ParquetWriter(CompressionCodec.UNCOMPRESSED)
        .group(unsigned, decimal, column("f", Type.FLOAT, 0.25f), column("l", Type.INT64, -3L))
        .write(path());

    assertThat(all(Datasets.open(path()))).containsExactly(4294967295.0, 123.45, 0.25, -3);
  }

  @Test
  void refusesTextAndDatesUntilTheyAreLeftOut() throws IOException {
    var date = column("day", Type.INT32, 1);
    date.schema().setConverted_type(ConvertedType.DATE);
    new ParquetWriter(CompressionCodec.UNCOMPRESSED)
        .group(column("x", Type.DOUBLE, 1), column("city", Type.BYTE_ARRAY, 0), date)
        .write(path());

    refused(
        path(),
        DataOptions.defaults(),
        "LIEGG-DATA-TEXT",
        "column 2 'city' is text, column 3 'day' is of dates or times",
        "--exclude city,day");
    assertThat(all(Datasets.open(path(), columns(ColumnChoice.all().leaving("city,day")))))
        .containsExactly(1);
  }

  @Test
  void missingValuesAreErrorsBesideOtherFiles() throws IOException {
    table(CompressionCodec.SNAPPY);
    Dataset joined = Datasets.join(List.of(Datasets.open(path()), Datasets.open(path())));

    assertThat(catchThrowableOfType(DataException.class, () -> all(joined)).code())
        .isEqualTo("LIEGG-DATA-CELL");
  }

  @Test
  void infinitiesAreErrorsAndNaNIsMissing() throws IOException {
    new ParquetWriter(CompressionCodec.UNCOMPRESSED)
        .group(column("x", Type.DOUBLE, Double.NaN, 1, Double.POSITIVE_INFINITY))
        .write(path());

    refused(path(), DataOptions.defaults(), "LIEGG-DATA-NONFINITE", "row 3, column 1");
    assertThat(all(Datasets.limit(Datasets.open(path()), 1))).containsExactly(1);
  }

  @Test
  void partsInAFolderAreOneTable() throws IOException {
    table(CompressionCodec.SNAPPY);
    Path folder = Files.createDirectory(directory.resolve("parts"));
    Files.copy(path(), folder.resolve("part-0"));
    Files.copy(path(), folder.resolve("part-1"));
    Files.createFile(folder.resolve("_SUCCESS"));

    Dataset data = Datasets.open(folder);

    assertThat(all(data)).hasSize(18).startsWith(1.5, 7, 1).endsWith(4.5, 9, 0);
    new ParquetWriter(CompressionCodec.SNAPPY)
        .group(column("age", Type.DOUBLE, 1.5))
        .write(folder.resolve("part-2"));
    refused(folder, DataOptions.defaults(), "LIEGG-DATA-SHAPE", "file 'part-2'", "'part-0'");
    Files.writeString(folder.resolve("part-2"), "no such file");
    refused(folder, DataOptions.defaults(), "LIEGG-DATA-FORMAT", "file 'part-2'");
  }

  @Test
  void refusesWhatEndsEarlyOrLies() throws IOException {
    table(CompressionCodec.SNAPPY);
    byte[] whole = Files.readAllBytes(path());

    Files.write(path(), Arrays.copyOf(whole, whole.length - 9));
    refused(path(), DataOptions.defaults(), "LIEGG-DATA-TRUNCATED", "does not end");
    byte[] longer = whole.clone();
    longer[whole.length - 5] = 1;
    Files.write(path(), longer);
    refused(path(), DataOptions.defaults(), "LIEGG-DATA-CORRUPT", "its footer has");
    byte[] garbage = whole.clone();
    Arrays.fill(garbage, 4, 40, (byte) 0x7f);
    Files.write(path(), garbage);
    refused(path(), DataOptions.defaults(), "LIEGG-DATA-CORRUPT", "it cannot be decoded");
    Files.write(path(), "PARE then anything".getBytes(StandardCharsets.US_ASCII));
    refused(path(), DataOptions.defaults(), "LIEGG-DATA-FORMAT", "it is encrypted");
  }

  @Test
  void everyDamagedByteIsReadOrRefused() throws IOException {
    table(CompressionCodec.SNAPPY);
    byte[] whole = Files.readAllBytes(path());
    for (int at = 4; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= (byte) 0xff;
      Files.write(path(), damaged);
      try {
        all(Datasets.open(path()));
      } catch (DataException e) {
        assertThat(e.getMessage()).doesNotContain("\n");
      }
    }
  }

  @Test
  void refusesTheNameOfAnArray() throws IOException {
    table(CompressionCodec.SNAPPY);

    refused(
        path(),
        DataOptions.defaults().withArray("x"),
        "LIEGG-DATA-OPTION",
        "--array ('x') was given, and this is a Parquet file");
  }
}
