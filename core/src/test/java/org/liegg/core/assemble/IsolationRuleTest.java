package org.liegg.core.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.liegg.api.DefectSpectrum;
import org.liegg.metrics.NullspaceDecision;

/** A tolerance that takes in what stands nearer to the rejected is told of. */
class IsolationRuleTest {

  @Test
  void saysHowFarAFalseFifthStandsAndHowToLeaveItOut() {
    assertThat(rule(1.3, 0.04, 0.008, 8e-6, 7e-6, 5e-6, 4e-6).warning())
        .hasValueSatisfying(
            warning -> {
              assertThat(warning.code()).isEqualTo("not-isolated");
              assertThat(warning.message())
                  .isEqualTo(
                      "1 of the 5 directions that count as symmetries stands apart: its defect is"
                          + " 1.00e+03 times above the others, and the smallest that does not count"
                          + " is only 5.00 times above it. It may be no symmetry. Without it, at"
                          + " --tolerance 3.0E-4, 4 are left.");
            });
  }

  @Test
  void namesHowManyStandOnTheFarSide() {
    assertThat(rule(0.02, 0.009, 0.006, 2e-5).warning())
        .hasValueSatisfying(
            warning ->
                assertThat(warning.message())
                    .startsWith("2 of the 3 directions that count as symmetries stand apart: their")
                    .endsWith("Without them, at --tolerance 3.0E-4, 1 is left."));
  }

  @Test
  void isSilentWhereTheRestIsFarther() {
    assertThat(rule(1.8, 0.004, 1e-5).warning()).isEmpty();
    assertThat(rule(0.02, 0.004, 0.0016).warning()).isEmpty();
  }

  private static IsolationRule rule(double... defects) {
    int columns = defects.length;
    double[] directions = new double[columns * columns];
    for (int i = 0; i < columns; i++) {
      directions[i * columns + i] = 1;
    }
    return new IsolationRule(
        NullspaceDecision.at(
            0.01, new DefectSpectrum(columns, defects, directions, new double[0], 1e-12)));
  }
}
