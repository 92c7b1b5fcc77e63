package org.liegg.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolarizationTest {

  @Test
  void isTheGradientAlongTheField() {
    // F(x) = x₀² + x₁² at (3, 4); the rotation (−x₁, x₀) is a symmetry, the dilation x is not.
    FieldBasis fields =
        FieldBasis.builder(2, 2)
            .entry(0, 1, -1)
            .entry(1, 0, 1)
            .endField()
            .entry(0, 0, 1)
            .entry(1, 1, 1)
            .endField()
            .build();
    Batch x = new Batch(1, 2, new double[] {3, 4});
    Jacobians gradient = new Jacobians(1, 1, 2, new double[] {6, 8}, new double[] {25});
    Rows rows = new Polarization(fields, x, gradient).rows();
    assertThat(rows.rows()).isEqualTo(1);
    assertThat(rows.values()).containsExactly(0, 50);
  }

  @Test
  void givesARowForEveryOutputAndNeverASum() {
    // Outputs x₀ and −x₀: summed first, every field would look like a symmetry.
    FieldBasis dilation = FieldBasis.builder(1, 1).entry(0, 0, 1).endField().build();
    Batch x = new Batch(2, 1, new double[] {2, 5});
    Jacobians jacobians = new Jacobians(2, 2, 1, new double[] {1, -1, 1, -1}, new double[4]);
    Rows rows = new Polarization(dilation, x, jacobians).rows();
    assertThat(rows.rows()).isEqualTo(4);
    assertThat(rows.values()).containsExactly(2, -2, 5, -5);
  }

  /**
   * Fields with one entry are cheapest entry by entry, whatever k; dense ones with many outputs are
   * cheapest field by field. The last column says which order of summation the case takes.
   */
  @ParameterizedTest(name = "{0} outputs, {1} entries a field: {2}")
  @CsvSource({
    "1,  1, entry by entry",
    "1,  12, entry by entry",
    "9,  1, entry by entry",
    "2,  12, field by field",
    "40, 12, field by field"
  })
  void agreesWithTheDefinitionSummedNaively(int outputs, int entriesPerField, String order) {
    long seed = 20221204L + outputs;
    Polarization polarization = random(new Random(seed), 7, outputs, entriesPerField);
    long entries = polarization.fields().values().length;
    boolean byEntry =
        entries * outputs
            <= entries
                + (long) outputs * polarization.columns() * polarization.fields().components();
    assertThat(byEntry).as("the case is of the kind it says").isEqualTo(order.startsWith("entry"));

    Rows rows = polarization.rows();

    assertThat(rows.rows()).isEqualTo(7 * outputs);
    assertThat(rows.columns()).isEqualTo(polarization.columns());
    for (int n = 0; n < 7; n++) {
      for (int o = 0; o < outputs; o++) {
        for (int a = 0; a < rows.columns(); a++) {
          assertThat(rows.get(n * outputs + o, a))
              .as("sample %d, output %d, field %d, seed %d", n, o, a, seed)
              .isCloseTo(naive(polarization, n, o, a), within(1e-12));
        }
      }
    }
  }

  @Test
  void isEmptyWithoutSamples() {
    Rows rows = random(new Random(1), 0, 3, 2).rows();
    assertThat(rows.rows()).isZero();
    assertThat(rows.columns()).isEqualTo(5);
  }

  @Test
  void isEmptyWithoutFields() {
    Rows rows =
        new Polarization(
                FieldBasis.builder(1, 1).build(),
                new Batch(2, 1, new double[2]),
                new Jacobians(2, 1, 1, new double[2], new double[2]))
            .rows();
    assertThat(rows.rows()).isEqualTo(2);
    assertThat(rows.columns()).isZero();
  }

  private static double naive(Polarization polarization, int n, int o, int a) {
    FieldBasis basis = polarization.fields();
    double[][] matrix = new double[basis.components()][basis.features()];
    for (int e = basis.offsets()[a]; e < basis.offsets()[a + 1]; e++) {
      matrix[basis.component()[e]][basis.feature()[e]] += basis.values()[e];
    }
    double sum = 0;
    for (int i = 0; i < basis.components(); i++) {
      for (int p = 0; p < basis.features(); p++) {
        sum +=
            polarization.jacobians().get(n, o, i)
                * matrix[i][p]
                * polarization.features().get(n, p);
      }
    }
    return sum;
  }

  /** Five fields in R³ over four features; entries may fall on one place, where they add up. */
  private static Polarization random(Random random, int samples, int outputs, int entries) {
    FieldBasis.Builder fields = FieldBasis.builder(3, 4);
    for (int a = 0; a < 5; a++) {
      for (int e = 0; e < entries; e++) {
        fields.entry(random.nextInt(3), random.nextInt(4), random.nextGaussian());
      }
      fields.endField();
    }
    return new Polarization(
        fields.build(),
        new Batch(samples, 4, gaussians(random, samples * 4)),
        new Jacobians(
            samples,
            outputs,
            3,
            gaussians(random, samples * outputs * 3),
            gaussians(random, samples * outputs)));
  }

  private static double[] gaussians(Random random, int count) {
    return random.doubles(count).map(u -> 2 * u - 1).toArray();
  }
}
