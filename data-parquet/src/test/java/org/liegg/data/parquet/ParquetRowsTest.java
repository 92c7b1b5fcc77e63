package org.liegg.data.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.Type;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.Dataset;
import org.liegg.api.spi.support.RowAccess;
import org.liegg.data.Datasets;

/**
 * Some of the rows of a folder of files: the values of row n are n, but for row 13 that has none.
 */
class ParquetRowsTest {
  private static final int FILES = 3;
  private static final int ROWS = 10;

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    for (int file = 0; file < FILES; file++) {
      long first = (long) file * ROWS;
      new ParquetWriter(CompressionCodec.SNAPPY)
          .group(numbers(first, 4))
          .group(numbers(first + 4, 6))
          .write(file(file));
    }
  }

  private Path file(int number) {
    return folder.resolve("part-%d.parquet".formatted(number));
  }

  private static ParquetWriter.Column numbers(long first, int count) {
    return ParquetWriter.column(
        "x",
        Type.INT64,
        LongStream.range(first, first + count)
            .mapToObj(row -> row == 13 ? null : row)
            .toArray(Number[]::new));
  }

  private RowAccess table() {
    return (RowAccess) Datasets.open(folder);
  }

  private static List<List<Double>> read(Dataset data) {
    List<List<Double>> all = new ArrayList<>();
    try (BatchStream batches = data.batches(4)) {
      for (Optional<Batch> next = batches.next(); next.isPresent(); next = batches.next()) {
        List<Double> values = new ArrayList<>();
        for (double value : next.get().values()) {
          values.add(value);
        }
        all.add(values);
      }
    }
    return all;
  }

  /** Makes the first row group of a file garbage, and leaves its footer as it is. */
  private void damage(int file) throws IOException {
    byte[] bytes = Files.readAllBytes(file(file));
    for (int i = 4; i < 12; i++) {
      bytes[i] = (byte) 0xff;
    }
    Files.write(file(file), bytes);
  }

  @Test
  void areCutWhereAReaderOfAllRowsCuts() {
    assertThat(table().rows()).hasValue(30);
    assertThat(read(table().rows(6, 12)))
        .containsExactly(List.of(6.0, 7.0), List.of(8.0, 9.0, 10.0, 11.0));
    assertThat(read(table().rows(29, 30))).containsExactly(List.of(29.0));
    assertThat(read(table().rows(30, 30))).isEmpty();
  }

  @Test
  void lackValuesOfTheirOwnAlone() {
    Dataset lacking = table().rows(12, 15);
    Dataset others = table().rows(15, 17);

    assertThat(read(lacking)).containsExactly(List.of(12.0, 14.0));
    assertThat(read(others)).containsExactly(List.of(15.0), List.of(16.0));
    assertThat(read(table().rows(13, 14))).isEmpty();
    assertThat(lacking.warnings()).hasSize(1);
    assertThat(lacking.warnings().get(0).message())
        .contains(", rows 13 to 15: 1 row lacks a value", "row 14, column 1 'x'");
    assertThat(others.warnings()).isEmpty();
  }

  @Test
  void areReadWithoutFilesAndRowGroupsOfOthers() throws IOException {
    damage(0);
    damage(2);

    assertThat(read(table().rows(10, 20))).hasSize(3);
    assertThat(read(table().rows(24, 26))).containsExactly(List.of(24.0, 25.0));
    assertThatThrownBy(() -> read(table())).hasMessageStartingWith("LIEGG-DATA-CORRUPT");
  }

  @Test
  void areTheSameSamplesTogether() {
    List<Double> parts = new ArrayList<>();
    for (int part = 0; part < 7; part++) {
      Dataset rows = table().rows(part * 30L / 7, (part + 1) * 30L / 7);
      read(rows).forEach(parts::addAll);
    }

    assertThat(parts).isEqualTo(read(table()).stream().flatMap(List::stream).toList());
  }
}
