package org.liegg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Batch;

class StandardizationTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,2\n3,0\n",
        "a,b\n1,2\n3,0\n",
        "{\"mean\": [1, 2.0], \"std\": [3, 0e0]}",
        " {\"std\":[3,0],\n\"mean\":[1,2]}\n"
      })
  void readsTwoRowsOrJson(String text) {
    Standardization standards = Standardization.read(Samples.write(directory, "s", text), 2);

    assertThat(standards.mean(0)).isEqualTo(1);
    assertThat(standards.mean(1)).isEqualTo(2);
    assertThat(standards.scale(0)).isEqualTo(3);
    assertThat(standards.scale(1)).isEqualTo(1);
    assertThat(standards.unscaled()).isEqualTo(1);
  }

  @Test
  void measuresSamplesFarFromTheOrigin() {
    double[] values = {1e9 + 1, 5, 1e9 + 3, 5, 1e9 + 5, 5};

    Standardization standards = Standardization.fit(Datasets.of("far", new Batch(3, 2, values)));

    assertThat(standards.mean(0)).isEqualTo(1e9 + 3);
    assertThat(standards.scale(0)).isCloseTo(Math.sqrt(8 / 3.0), within(1e-12));
    assertThat(standards.unscaled()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,2,3;1,1,1;|it is for 3 values of a sample, and --data has 2",
        "1,2;|it has 1 row; give --standardize two rows",
        "1,2;1,1;1,1;|it has more than 2 rows",
        "1,2;1,-1;|value 2 has the mean 2.0 and the standard deviation -1.0",
        "{\"mean\": [1,2], \"std\": [1]}|it has 2 means and 1 standard deviations",
        "{\"mean\": [1,2]}|it is not a JSON object of two arrays",
        "{\"mean\": [1,2], \"mean\": [1,2]}|it is not a JSON object of two arrays",
        "{\"mean\": [1,x], \"std\": [1,1]}|it holds 'x', which is no number"
      })
  void refusesWhatIsNotOneMeanAndSpreadForEveryValue(String text, String found) {
    Path file = Samples.write(directory, "s", text.replace(';', '\n'));

    assertThatThrownBy(() -> Standardization.read(file, 2))
        .hasMessageStartingWith("LIEGG-DATA-STANDARDIZE")
        .hasMessageContaining(found);
  }
}
