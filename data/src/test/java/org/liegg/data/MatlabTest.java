package org.liegg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liegg.data.Faulty.assertFault;
import static org.liegg.data.Samples.all;
import static org.liegg.data.Samples.counted;
import static org.liegg.data.Samples.resource;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Dataset;

/** MATLAB files of level 5, which scipy wrote. */
class MatlabTest {

  @TempDir Path directory;

  private static Dataset open(String file, String array) {
    return Datasets.open(resource(file), DataOptions.defaults().withArray(array));
  }

  @ParameterizedTest
  @ValueSource(strings = {"kinds.mat", "kinds-packed.mat"})
  void readsMatricesInMatlabsOrder(String file) {
    Dataset data = open(file, "x");

    assertThat(data.samples()).hasValue(5);
    assertThat(all(data, 2)).isEqualTo(counted(15));
    assertThat(all(data, 2)).as("a second pass").isEqualTo(counted(15));
  }

  @ParameterizedTest
  @ValueSource(strings = {"kinds.mat", "kinds-packed.mat"})
  void readsIntegersOfThreeAxesAndLogicals(String file) {
    Dataset images = open(file, "images");
    double[] alternating = counted(10);
    Arrays.setAll(alternating, i -> i % 2);

    assertThat(images.sampleShape()).containsExactly(2, 3);
    assertThat(all(images, 3)).isEqualTo(counted(30));
    assertThat(all(open(file, "flags"), 2)).isEqualTo(alternating);
    assertThat(all(open(file, "small"), 2)).isEqualTo(counted(20));
  }

  @Test
  void takesTheOnlyVariableWithoutAName() {
    assertThat(all(resource("one.mat"))).isEqualTo(counted(15));
  }

  @Test
  void listsTheVariablesOfNumbersWhereThereAreSeveral() {
    assertFault(
        resource("kinds.mat"), "LIEGG-DATA-ARRAY", "'x', 'images', 'flags', 'small'", "--array");
  }

  @ParameterizedTest
  @CsvSource({
    "text, text",
    "cells, cells",
    "complex, complex numbers",
    "record, a struct",
    "sparse, a sparse matrix"
  })
  void refusesWhatIsNoFullMatrixOfNumbers(String name, String found) {
    for (String file : new String[] {"kinds.mat", "kinds-packed.mat"}) {
      assertFault(
          resource(file),
          DataOptions.defaults().withArray(name),
          "LIEGG-DATA-DTYPE",
          "array '%s'".formatted(name),
          "it is " + found);
    }
  }

  @Test
  void refusesAFileThatEndsEarly() {
    byte[] whole = Samples.bytes(resource("one.mat"));
    Path path = Samples.write(directory, "x.mat", Arrays.copyOf(whole, whole.length - 20));

    assertFault(path, "LIEGG-DATA-TRUNCATED", "announces");
  }

  @Test
  void refusesSizesThatAreNotThoseOfTheNumbers() {
    byte[] whole = Samples.bytes(resource("kinds.mat"));
    // Header 128, tag 8, flags 16, then the tag of the axes: the first of them is at 160.
    whole[160] = 100;
    Path path = Samples.write(directory, "x.mat", whole);

    assertFault(
        path,
        DataOptions.defaults().withArray("x"),
        "LIEGG-DATA-CORRUPT",
        "not what its size takes");
  }

  @Test
  void refusesAGzippedFile() {
    assertFault(
        Samples.gzipped(directory, "one.mat"),
        "LIEGG-DATA-FORMAT",
        "a MATLAB file, gzipped",
        "gunzip");
  }
}
