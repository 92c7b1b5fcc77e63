package org.liegg.core.slices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Batch;
import org.liegg.api.Dataset;
import org.liegg.core.settings.Slicing;
import org.liegg.data.Datasets;

class SlicingTest {
  private static final Dataset FILE = Datasets.of("FILE", new Batch(1, 1, new double[1]));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x3",
        "age",
        "x3 in 4",
        "body mass in 10",
        "class",
        "cluster(5)",
        "site=FILE",
        "site=FILE in 3"
      })
  void isReadAsItIsWritten(String text) {
    Slicing read = Slicing.parse(text, file -> FILE);

    assertThat(read.text()).isEqualTo(text);
    assertThat(Slicing.parse(read.text(), file -> FILE)).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({
    "0.999, 1.004, 1",
    "1.2345, 1.2346, 1.2345",
    "7.6, 8.3, 8",
    "-25, -24, -25",
    "-3, 5, 1",
    "0, 1e-9, 5e-10",
    "7, 7.5, 7",
    "-0.1, 0.1, 0"
  })
  void thresholdsHaveFewDigits(double low, double high, double expected) {
    double found = Cut.between(low, high);
    assertThat(found).isGreaterThanOrEqualTo(low).isLessThan(high).isEqualTo(expected);
  }

  @Test
  void neighboursAreApart() {
    double low = 1.0 / 3;
    assertThat(Cut.between(low, Math.nextUp(low))).isEqualTo(low);
    assertThat(Cut.between(-Double.MAX_VALUE, Double.MAX_VALUE)).isFinite();
  }

  @Test
  void fewValuesAreSlicesAndManyAreQuarters() {
    double[] few = {2, 1, 2, 4, 1, 1};
    Slices byValue = new ColumnSlices("x1", "x1", few).of(OptionalInt.empty());
    assertThat(byValue.names()).containsExactly("x1 = 1", "x1 = 2", "x1 = 4");
    assertThat(byValue.of()).containsExactly(1, 0, 1, 2, 0, 0);
    double[] many = IntStream.range(0, 100).mapToDouble(i -> i).toArray();
    Slices quarters = new ColumnSlices("x1", "x1", many).of(OptionalInt.empty());
    assertThat(quarters.names()).hasSize(4).first().isEqualTo("x1 ≤ 24");
    assertThat(Arrays.stream(quarters.of()).filter(slice -> slice == 0)).hasSize(25);
  }

  @Test
  void equalValuesStayTogether() {
    double[] half = IntStream.range(0, 100).mapToDouble(i -> i < 60 ? 0 : i).toArray();
    Slices slices = new ColumnSlices("x1 in 4", "x1", half).of(OptionalInt.of(4));
    assertThat(slices.names()).hasSize(3);
    assertThat(slices.of()[0]).isEqualTo(slices.of()[59]).isZero();
    double[] most = IntStream.range(0, 100).mapToDouble(i -> i < 99 ? 5 : i).toArray();
    assertThat(new ColumnSlices("x1 in 2", "x1", most).of(OptionalInt.of(2)).names()).hasSize(2);
  }

  @Test
  void groupsThatAreFarApartAreFound() {
    Random random = new Random(2);
    double[] values =
        IntStream.range(0, 900)
            .mapToDouble(i -> random.nextGaussian() + (i < 500 ? 0 : i < 800 ? 30 : -30))
            .toArray();
    int[] groups = new NearestMeans(new Batch(900, 1, values), 3, 7).groups();

    assertThat(Arrays.copyOf(groups, 500)).containsOnly(0);
    assertThat(Arrays.copyOfRange(groups, 500, 800)).containsOnly(1);
    assertThat(Arrays.copyOfRange(groups, 800, 900)).containsOnly(2);
    assertThat(new NearestMeans(new Batch(900, 1, values), 3, 7).groups()).isEqualTo(groups);
  }

  @Test
  void columnsWithoutSpreadAreNoDistance() {
    Scaled scaled = Scaled.of(new Batch(2, 2, new double[] {1, 5, 3, 5}));
    assertThat(scaled.rows().values()).containsExactly(-1, 0, 1, 0);
    assertThat(scaled.distances()[0]).isCloseTo(Math.sqrt(0.5), within(1e-15));
  }

  @Test
  void columnsHaveNamesOrPlaces() {
    Batch rows = new Batch(1, 2, new double[] {7, 8});
    assertThat(new SampleColumns(rows, List.of("age", "x1")).named("x1")).isEqualTo(1);
    assertThat(new SampleColumns(rows, List.of("age", "dose")).named("x1")).isZero();
    assertThat(new SampleColumns(rows, List.of()).name(1)).isEqualTo("x2");
  }
}
