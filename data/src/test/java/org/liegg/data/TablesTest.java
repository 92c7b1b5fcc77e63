package org.liegg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liegg.data.Faulty.assertFault;
import static org.liegg.data.Samples.all;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.DataException;
import org.liegg.api.Dataset;
import org.liegg.api.WarningCode;

/** Tables as people have them: more columns than inputs, holes, text, other delimiters. */
class TablesTest {
  private static final String PEOPLE =
      "id,height,city ,age\n1,180,Berlin,30\n2,170,Paris,40\n3,NA,Rome,50\n";

  @TempDir Path directory;

  private Path csv(String text) {
    return Samples.write(directory, "x.csv", text);
  }

  private static DataOptions columns(String columns) {
    return DataOptions.defaults().withColumns(ColumnChoice.all().taking(columns));
  }

  private static DataOptions without(String columns) {
    return DataOptions.defaults().withColumns(ColumnChoice.all().leaving(columns));
  }

  @ParameterizedTest
  @ValueSource(strings = {"age,height", "4,2", "age,2", "\"age\", 02"})
  void readsTheChosenColumnsInTheirOrder(String choice) {
    Dataset data = Datasets.open(csv(PEOPLE), columns(choice));

    assertThat(data.columns()).isEqualTo(2);
    assertThat(data.columnNames()).containsExactly("age", "height");
    assertThat(all(data, 1)).containsExactly(30, 180, 40, 170);
  }

  @Test
  void readsRangesAndLeavesColumnsOut() {
    ColumnChoice choice = ColumnChoice.all().taking("2-4").leaving("city");

    Dataset data = Datasets.open(csv(PEOPLE), DataOptions.defaults().withColumns(choice));

    assertThat(all(data, 9)).containsExactly(180, 30, 170, 40);
    assertThat(all(Datasets.open(csv(PEOPLE), without("3,id")), 9))
        .containsExactly(180, 30, 170, 40);
  }

  @Test
  void countsTheRowsThatItSkips() {
    Dataset data = Datasets.open(csv("a,b\n1,2\n?,3\n4,nan\n5,6\n"));
    assertThat(data.warnings()).isEmpty();

    all(data, 1);
    all(data, 4);

    assertThat(data.warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo(WarningCode.MISSING_VALUES.label());
              assertThat(warning.message()).contains("2 rows", "line 3, column 1 'a': '?'");
            });
  }

  @Test
  void holesOfColumnsThatAreNotReadCostNothing() {
    Dataset data = Datasets.open(csv(PEOPLE), columns("id,age"));

    assertThat(all(data, 2)).containsExactly(1, 30, 2, 40, 3, 50);
    assertThat(data.warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "NA", "N/A", "nan", "NaN", "null", "?", "-", "#N/A", " "})
  void skipsTheRowWhateverTheHoleIsCalled(String hole) {
    assertThat(all(Datasets.open(csv(hole + ",1\n2,3\n")), 2)).containsExactly(2, 3);
  }

  @Test
  void saysThatEveryRowLacksAValue() {
    assertFault(csv("a,b\n1,\n,2\n"), "LIEGG-DATA-EMPTY", "each of its 2 rows lacks a value");
  }

  @Test
  void refusesHolesWhereSamplesStandBesideOthers() {
    Dataset hole = Datasets.open(Samples.write(directory, "a.csv", "1\nNA\n3\n"));
    Dataset other = Datasets.open(Samples.write(directory, "b.csv", "1\n2\nNA\n"));

    assertThatThrownBy(() -> all(Datasets.join(List.of(hole, other)), 9))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("LIEGG-DATA-CELL")
        .hasMessageContaining("line 2, column 1: 'NA' is a missing value");
    assertThatThrownBy(
            () -> all(Datasets.openTargets(Samples.write(directory, "y.csv", "1\nNA\n")), 9))
        .hasMessageContaining("is a missing value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0 1.0\n2.0 3.0\n",
        "  0.0   1.0\n  2.0   3.0  \n",
        "# from numpy\n#\n0.000e+00 1.000e+00\n2.000e+00 3.000e+00\n",
        "0\t1\n2\t3\n",
        "0,0;1,0\n2,0;3\n",
        "0\t1,0\n2,0\t3\n",
        "\"a;b\";c\n0;1,0\n2;3,0\n",
        "\ufeff# made by hand; twice, even\r\nx;y\r\n0;1\r\n2;3\r\n"
      })
  void readsTheSameNumbersHoweverSeparated(String text) {
    assertThat(all(csv(text))).containsExactly(0, 1, 2, 3);
  }

  @Test
  void aCommentOfAsManyWordsNamesTheColumns() {
    Dataset data = Datasets.open(csv("# x y z\n1 2 3\n"), columns("z,x"));

    assertThat(data.columnNames()).containsExactly("z", "x");
    assertThat(all(data, 1)).containsExactly(3, 1);
  }

  @Test
  void aHeaderOfTwoWordsIsOneColumn() {
    assertThat(Datasets.open(csv("my column\n1\n2\n")).columnNames()).containsExactly("my column");
  }

  @Test
  void saysWhichColumnIsText() {
    assertFault(
        csv(PEOPLE),
        "LIEGG-DATA-TEXT",
        "column 3 'city' is text (line 2: 'Berlin')",
        "leave it out with --exclude city");
    assertFault(csv("Berlin,1,2\nRome,3,4\n"), "LIEGG-DATA-TEXT", "--exclude 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|--columns names column 0, and they are numbered from 1 to 4",
        "5|--columns names column 5, and they are numbered from 1 to 4",
        "2-99999999999|--columns names column 99999999999",
        "3-2|which runs backwards",
        "age,4|--columns has column 4 twice",
        "1-3,2|--columns has column 2 twice",
        "weight|names column 'weight', which it has not; choose among 'id', 'height', 'city',"
            + " 'age'",
        "-1|names column '-1', which it has not"
      })
  void refusesColumnsThatThereAreNot(String choice, String found) {
    assertFault(csv(PEOPLE), columns(choice), "LIEGG-DATA-COLUMN", found);
  }

  @Test
  void refusesNamesThatTwoColumnsHave() {
    assertFault(csv("a,b,a\n1,2,3\n"), columns("a"), "LIEGG-DATA-COLUMN", "columns 1 and 3");
  }

  @Test
  void refusesNamesWhereThereIsNoHeader() {
    assertFault(
        csv("1,2\n3,4\n"),
        columns("a"),
        "LIEGG-DATA-COLUMN",
        "nothing in it names its columns",
        "1 to 2");
  }

  @Test
  void refusesToLeaveEveryColumnOut() {
    assertFault(csv("a,b\n1,2\n"), without("1-2"), "LIEGG-DATA-COLUMN", "--exclude leaves none");
  }

  @Test
  void oneMarkIsTheDecimalMarkOfAFile() {
    assertFault(csv("1,5;2\n1.5;2\n"), "LIEGG-DATA-CELL", "line 2, column 1: '1.5'");
  }
}
