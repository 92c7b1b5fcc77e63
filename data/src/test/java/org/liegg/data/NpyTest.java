package org.liegg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liegg.data.Samples.all;
import static org.liegg.data.Samples.counted;
import static org.liegg.data.Samples.resource;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Dataset;
import org.liegg.data.support.ElementType;

/** Arrays that numpy wrote come back as numpy sees them. */
class NpyTest {

  @TempDir Path directory;

  static Stream<String> everyType() {
    Stream<String> numbers =
        Arrays.stream(ElementType.values())
            .filter(type -> type != ElementType.B1)
            .map(ElementType::numpyName)
            .filter(name -> !name.isEmpty())
            .flatMap(type -> Stream.of(type + "_le", type + "_be"));
    return Stream.concat(numbers, Stream.of("b1_le"))
        .flatMap(name -> Stream.of(name + "_C", name + "_F"));
  }

  @ParameterizedTest
  @MethodSource("everyType")
  void readsEveryTypeInBothByteOrdersAndBothMemoryOrders(String name) {
    Dataset data =
        Datasets.open(resource("every-type.npz"), DataOptions.defaults().withArray(name));

    double[] expected = counted(30);
    if (name.startsWith("b1")) {
      Arrays.setAll(expected, i -> i % 2);
    }
    assertThat(data.columns()).isEqualTo(6);
    assertThat(data.samples()).hasValue(5);
    assertThat(all(data, 2)).containsExactly(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"f2", "f4", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8"})
  void readsTheExtremesOfATypeAsNumpyConvertsThem(String type) {
    Path file = resource("extremes.npz");
    DataOptions options = DataOptions.defaults();

    double[] read = all(Datasets.open(file, options.withArray(type)), 9);
    double[] converted = all(Datasets.open(file, options.withArray(type + "_float64")), 9);

    assertThat(read).containsExactly(converted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"c.npy", "version2.npy", "version3.npy", "c.npy.gz", "one.npz"})
  void readsEveryVersionAndWrapping(String name) {
    Dataset data = Datasets.open(resource(name));

    assertThat(data.columns()).isEqualTo(4);
    assertThat(data.samples()).hasValue(5);
    assertThat(all(data, 3)).containsExactly(counted(20));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 6, 1000, Integer.MAX_VALUE})
  void readsFortranOrderInBatchesOfAnySize(int batchSize) {
    Dataset data = Datasets.open(resource("fortran.npy"));

    assertThat(data.columns()).isEqualTo(12);
    assertThat(all(data, batchSize)).containsExactly(counted(60));
  }

  @Test
  void readsCompressedFortranOrderAsOftenAsAsked() {
    Dataset data = Datasets.open(resource("fortran.npy.gz"));

    assertThat(all(data, 2)).containsExactly(counted(60));
    assertThat(all(data, 4)).containsExactly(counted(60));
  }

  @Test
  void readsFortranOrderThatTakesSeveralWindows() {
    int samples = 300_001;
    byte[] file =
        Samples.npy(
            "{'descr': '|u1', 'fortran_order': True, 'shape': (%d, 3)}".formatted(samples),
            3 * samples);
    int body = file.length - 3 * samples;
    for (int c = 0; c < 3; c++) {
      for (int r = 0; r < samples; r++) {
        file[body + c * samples + r] = (byte) (r % 83 + 80 * c);
      }
    }
    Path path = Samples.write(directory, "f.npy", file);

    double[] expected = new double[3 * samples];
    Arrays.setAll(expected, i -> i / 3 % 83 + 80 * (i % 3));
    assertThat(all(Datasets.open(path), 100_000)).isEqualTo(expected);
  }

  @Test
  void readsRowsThatDoNotFitTheBuffer() {
    int columns = 300_000;
    byte[] file = Samples.npy(Samples.dictionary("(2, %d)".formatted(columns)), 16 * columns);
    file[file.length - 1] = 0x40; // the last value becomes 2.0

    double[] values = all(Samples.write(directory, "wide.npy", file));

    assertThat(values).hasSize(600_000).endsWith(0.0, 2.0).startsWith(0.0);
  }

  @Test
  void takesTheNameOfTheFileForNoEvidence() {
    Path path = Samples.write(directory, "renamed.csv", Samples.bytes(resource("c.npy")));

    assertThat(all(path)).containsExactly(counted(20));
  }

  @Test
  void readsThePassesOfTwoReadersIndependently() {
    Dataset data = Datasets.open(resource("c.npy"));
    try (var first = data.batches(2);
        var second = data.batches(1)) {
      assertThat(first.next()).hasValueSatisfying(b -> assertThat(b.get(1, 0)).isEqualTo(4));
      assertThat(second.next()).hasValueSatisfying(b -> assertThat(b.get(0, 3)).isEqualTo(3));
      assertThat(first.next()).hasValueSatisfying(b -> assertThat(b.get(0, 0)).isEqualTo(8));
    }
  }
}
