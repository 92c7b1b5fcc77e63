package org.liegg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liegg.data.Faulty.assertFault;
import static org.liegg.data.Samples.all;
import static org.liegg.data.Samples.resource;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Batch;
import org.liegg.api.Dataset;

/** Columns of arrays, which have numbers and no names. */
class ArrayColumnsTest {

  @TempDir Path directory;

  private static DataOptions columns(String columns) {
    return DataOptions.defaults().withColumns(ColumnChoice.all().taking(columns));
  }

  @ParameterizedTest
  @ValueSource(strings = {"c.npy", "c.npy.gz"})
  void readsTheColumnsThatAreChosenInTheirOrder(String file) {
    double[] stored = all(Datasets.open(resource(file)), 2);

    Dataset data = Datasets.open(resource(file), columns("4,1-2"));

    assertThat(data.columns()).isEqualTo(3);
    assertThat(data.sampleShape()).containsExactly(3);
    assertThat(data.columnNames()).isEmpty();
    assertThat(all(data, 2))
        .hasSize(15)
        .startsWith(stored[3], stored[0], stored[1], stored[7], stored[4], stored[5]);
    assertThat(all(Datasets.limit(data, 1), 2)).containsExactly(stored[3], stored[0], stored[1]);
  }

  @Test
  void leavesColumnsOut() {
    DataOptions without = DataOptions.defaults().withColumns(ColumnChoice.all().leaving("2-4"));

    assertThat(Datasets.open(resource("c.npy"), without).columns()).isEqualTo(1);
  }

  @Test
  void namesAreForTables() {
    assertFault(
        resource("c.npy"),
        columns("age"),
        "LIEGG-DATA-COLUMN",
        "--columns names column 'age', and nothing in it names its columns; choose among 1 to 4");
    assertFault(
        resource("c.npy"), columns("5"), "LIEGG-DATA-COLUMN", "they are numbered from 1 to 4");
  }

  @Test
  void samplesOfSeveralAxesHaveNoColumns() {
    assertFault(
        resource("fortran.npy"),
        columns("1"),
        "LIEGG-DATA-OPTION",
        "--columns or --exclude was given, and a sample has the axes 2 × 3 × 2",
        "it is for tables and for arrays of samples × columns");
  }

  /** A column of labels that are not known yet is no reason to refuse the others. */
  @Test
  void onlyColumnsThatAreReadMustBeFinite() {
    Path file = directory.resolve("x.npy");
    NpyWriter.write(file, new Batch(2, 2, new double[] {1, 2, 3, Double.NaN}));

    assertThat(all(Datasets.open(file, columns("1")), 2)).containsExactly(1, 3);
    assertFault(file, columns("2,1"), "LIEGG-DATA-NONFINITE", "row 2, column 2 (counting from 1)");
  }

  @Test
  void standardizesWhatIsRead() {
    Standardization all = Standardization.fit(Datasets.open(resource("c.npy")));
    Standardization some = Standardization.fit(Datasets.open(resource("c.npy"), columns("3")));

    assertThat(some.size()).isEqualTo(1);
    assertThat(some.mean(0)).isEqualTo(all.mean(2));
  }
}
