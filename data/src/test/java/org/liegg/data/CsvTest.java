package org.liegg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liegg.data.Faulty.assertFault;
import static org.liegg.data.Samples.all;
import static org.liegg.data.Samples.counted;
import static org.liegg.data.Samples.resource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Dataset;
import org.liegg.data.DataOptions.Delimiter;
import org.liegg.data.DataOptions.Header;

class CsvTest {

  @TempDir Path directory;

  private Path csv(String text) {
    return Samples.write(directory, "x.csv", text);
  }

  @Test
  void readsWhatNumpyWrote() {
    assertThat(all(resource("savetxt.csv"))).containsExactly(counted(20));
  }

  @Test
  void readsAGzippedFile() {
    byte[] zipped = Samples.gzip("a,b\n0,1\n2,3\n".getBytes(StandardCharsets.UTF_8));

    assertThat(all(Samples.write(directory, "x.csv.gz", zipped))).containsExactly(0, 1, 2, 3);
  }

  @Test
  void knowsTheColumnsAtOnceAndTheSamplesNever() {
    Dataset data = Datasets.open(csv("0,1,2\n3,4,5\n"));

    assertThat(data.columns()).isEqualTo(3);
    assertThat(data.samples()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0,1\n2,3\n",
        "0;1\n2;3\n",
        "0\t1\n2\t3\n",
        "x,y\n0,1\n2,3\n",
        "\"a;b\",y\n0,1\n2,3\n",
        "\"a\nb\",y\n0,1\n2,3\n",
        "\uFEFFx,y\n0,1\n2,3\n",
        "\uFEFF0,1\n2,3\n",
        "x,2\n0,1\n2,3\n",
        ",1\n0,1\n2,3\n",
        "\"0\",\"1\"\n\"2\",\"3\"\n",
        "\n\n0,1\n   \n\n2,3\n\n",
        "0,1\r\n2,3",
        " 0 , 1\n+2.0,30e-1\n"
      })
  void readsTheSameNumbersHoweverWritten(String text) {
    assertThat(all(csv(text))).containsExactly(0, 1, 2, 3);
  }

  @Test
  void takesAFirstRowOfNumbersForTheHeaderIfToldSo() {
    DataOptions options = DataOptions.defaults().withHeader(Header.PRESENT);

    assertThat(all(Datasets.open(csv("0,1\n2,3\n"), options), 2)).containsExactly(2, 3);
  }

  @Test
  void takesAFirstRowOfWordsForASampleIfToldSo() {
    assertFault(
        csv("x,y\n0,1\n"),
        DataOptions.defaults().withHeader(Header.ABSENT),
        "LIEGG-DATA-TEXT",
        "column 1, column 2 are text (line 1: 'x')");
  }

  @Test
  void obeysTheDelimiterThatWasAskedFor() {
    DataOptions options =
        DataOptions.defaults().withDelimiter(Delimiter.COMMA).withHeader(Header.PRESENT);

    assertThat(all(Datasets.open(csv("a;b,c\n0,1\n"), options), 2)).containsExactly(0, 1);
  }

  @Test
  void doesNotTakeASampleWithAHoleForAHeader() {
    Dataset data = Datasets.open(csv("0,NA,1\n2,3,4\n"));

    assertThat(all(data, 2)).containsExactly(2, 3, 4);
    assertThat(data.columnNames()).isEmpty();
  }

  @Test
  void saysWhichLineHasTooManyCells() {
    assertFault(
        csv("x,y\n0,1\n\n2,3,4\n"), "LIEGG-DATA-RAGGED", "line 4 has 3 cells, the first row has 2");
  }

  @Test
  void saysWhichLineHasTooFewCells() {
    assertFault(csv("0,1\n2\n"), "LIEGG-DATA-RAGGED", "line 2 has 1 cells, the first row has 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1d", "0x1p3", "1_000", "one", "1e", "--1"})
  void saysWhichCellIsNoNumber(String cell) {
    assertFault(
        csv("x,y\n0,1\n2," + cell.replace("'", "") + "\n"),
        "LIEGG-DATA-CELL",
        "line 3, column 2",
        "is not a number");
  }

  @ParameterizedTest
  @CsvSource({"-nan,NaN", "-inf,-Infinity", "Infinity,Infinity", "1e999,Infinity"})
  void saysWhichCellIsNotFinite(String cell, String shown) {
    assertFault(
        csv("x,y\n0,1\n2,3\n4," + cell + "\n"),
        "LIEGG-DATA-NONFINITE",
        "row 3, column 2 (counting from 1; line 4 of the file) is " + shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.0,2.0,3.O|line 1, column 3: '3.O' is not a number",
        "1.0;2,5;3.0;4.0|line 1, column 2: '2,5' is not a number",
        "1x,1.5|line 1, column 1: '1x' is not a number",
        "1,2,3,$|line 1, column 4: '$' is not a number"
      })
  void aFirstRowOfNumbersWithABadCellIsNoHeader(String first, String found) {
    String delimiter = first.contains(";") ? ";" : ",";
    String second = "7" + (delimiter + "8").repeat(first.split(delimiter).length - 1);
    assertFault(csv(first + "\n" + second + "\n"), "LIEGG-DATA-CELL", found);
  }

  @Test
  void aFirstRowOfWordsIsAHeaderAlsoBehindAByteOrderMark() {
    assertThat(Datasets.open(csv("\ufeffx,y,1\n4,5,6\n")).batches(9).next().orElseThrow().values())
        .containsExactly(4, 5, 6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x,y\n1,2,3\n", "x,y,z\n1,2\n"})
  void saysThatTheHeaderHasOtherColumns(String text) {
    assertFault(csv(text), "LIEGG-DATA-RAGGED", "line 2 has", "the first row has");
  }

  @Test
  void saysThatAHeaderAloneIsNoData() {
    assertFault(csv("x,y\n"), "LIEGG-DATA-EMPTY", "it has a header (line 1) and no samples");
  }

  @Test
  void saysThatBlankLinesAreNoData() {
    assertFault(csv("\n \n\n"), "LIEGG-DATA-EMPTY", "it has no rows");
  }

  @Test
  void keepsForeignTextHarmlessInMessages() {
    assertFault(
        csv("x\n\"a\u009b[31m\nb" + "c".repeat(100) + "\"\n"),
        "LIEGG-DATA-TEXT",
        "'a\\u009B[31m\\u000Abccc",
        "c…'");
  }

  @Test
  void judgesNothingBehindTheLimit() {
    Dataset data = Datasets.open(csv("0,1\n2,3\n4,5\nnan,no\n"));

    assertThat(all(Datasets.limit(data, 3), 2)).containsExactly(0, 1, 2, 3, 4, 5);
  }
}
