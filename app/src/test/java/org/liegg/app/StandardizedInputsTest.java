package org.liegg.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.Warning;
import org.liegg.api.report.SymmetryReport;
import org.liegg.data.ColumnChoice;
import org.liegg.data.DataOptions;
import org.liegg.data.scaling.StandardizationSource;

/** {@code ‖z‖²/2} of z = (x − mean)/std, asked on raw x. */
class StandardizedInputsTest {
  private static final int SAMPLES = 600;

  @TempDir Path folder;

  private static void halfSquare(double[] z, double[] values, double[] jacobian) {
    values[0] = (z[0] * z[0] + z[1] * z[1]) / 2;
    System.arraycopy(z, 0, jacobian, 0, 2);
  }

  /** Of mean (0, 0), spread (3, 0.5), in columns 3 and 2 of a table. */
  private Path table(String extra) throws IOException {
    Random random = new Random(3);
    StringBuilder text = new StringBuilder("id;short;long;city\n" + extra);
    for (int n = 0; n < SAMPLES; n++) {
      text.append(
          String.format(
              Locale.ROOT,
              "%d;%.9f;%.9f;Rome%n",
              n,
              0.5 * random.nextGaussian(),
              3 * random.nextGaussian()));
    }
    return Files.writeString(folder.resolve("x.csv"), text);
  }

  private Extraction extraction(String extra) throws IOException {
    DataOptions columns =
        DataOptions.defaults().withColumns(ColumnChoice.all().taking("long,short"));
    return Liegg.create()
        .model(2, 1, StandardizedInputsTest::halfSquare)
        .data(table(extra), columns)
        .action("gl(2)");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("standards"), text);
  }

  @Test
  void fieldsAreThoseOfTheRawInputs() throws IOException {
    Path standards = file("{\"mean\": [0, 0], \"std\": [3, 0.5]}");

    SymmetryReport report =
        extraction("").standardizedBy(StandardizationSource.of(standards)).extract();

    assertThat(report.nullspace().dimension()).isEqualTo(1);
    double[][] generator = report.generators().get(0).matrix().orElseThrow();
    // z ↦ Rz is x ↦ SRS⁻¹x: entries in the ratio of −(3/0.5)².
    assertThat(generator[0][1] / generator[1][0]).isCloseTo(-36, within(0.01));
    assertThat(report.provenance().options())
        .containsEntry("standardize", standards.toString())
        .containsEntry("columns", "long,short");
    assertThat(report.data().columns()).containsExactly("long", "short");
  }

  @Test
  void samplesThemselvesAreAStandard() throws IOException {
    SymmetryReport report =
        extraction("").standardizedBy(StandardizationSource.samples()).extract();

    assertThat(report.provenance().options()).containsEntry("standardize", "fit");
    assertThat(report.model().selfCheck().error()).isLessThan(1e-6);
  }

  @Test
  void warnsOfSkippedRowsAndOfInputsThatAreNotScaled() throws IOException {
    SymmetryReport report =
        extraction("7;NA;1;Rome\n")
            .standardizedBy(StandardizationSource.of(file("0,0\n0,0.5\n")))
            .extract();

    assertThat(report.warnings())
        .extracting(Warning::code)
        .contains("missing-values", "unscaled-inputs");
    assertThat(report.data().used()).isEqualTo(SAMPLES);
  }

  @Test
  void refusesStandardsOfAnotherWidth() throws IOException {
    Extraction three =
        extraction("").standardizedBy(StandardizationSource.of(file("0,0,0\n1,1,1\n")));

    assertThatThrownBy(three::extract).hasMessageContaining("LIEGG-DATA-STANDARDIZE");
  }
}
