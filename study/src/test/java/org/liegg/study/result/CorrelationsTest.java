package org.liegg.study.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liegg.study.network.DenseActivation;
import org.liegg.study.spec.Augmentation;
import org.liegg.study.spec.Cell;
import org.liegg.study.spec.Regime;

/** Networks whose variance follows the error alone, which falls with depth. */
class CorrelationsTest {

  private static Regime regime(DenseActivation activation) {
    return new Regime(Augmentation.NONE, 0, 0, false, Optional.of(activation));
  }

  private static CellResult network(
      DenseActivation activation, int depth, int budget, int seed, double error) {
    Cell cell = new Cell(depth, 8, Optional.of(budget), budget, 100, seed, regime(activation));
    Findings found =
        new Findings(
            new Findings.HeldOut(error, Optional.empty()),
            new Findings.Variances(
                new double[] {error}, error, Optional.of(error + 0.06 * (seed % 2))),
            new Findings.Defects(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
            new Findings.Distance(Optional.empty(), Optional.of(10 * error)),
            new Findings.Symmetries(0, Optional.empty(), Optional.empty(), "broken"),
            new double[] {1});
    return new CellResult(
        "k",
        cell,
        new CellResult.Outcome(CellResult.Status.DONE, Optional.of(found), Optional.empty()),
        List.of(),
        List.of(),
        1,
        "");
  }

  private static List<Correlation> found() {
    List<CellResult> cells = new ArrayList<>();
    for (DenseActivation activation : List.of(DenseActivation.RELU, DenseActivation.SWISH)) {
      for (int depth = 1; depth <= 3; depth++) {
        for (int budget : new int[] {100, 400}) {
          for (int seed = 1; seed <= 3; seed++) {
            // Seeds differ by more than depths: at one error, networks of several depths stand.
            double error = 1 - 0.1 * depth + 0.17 * ((seed + depth) % 3) - budget / 4000.0;
            cells.add(network(activation, depth, budget, seed, error));
          }
        }
      }
    }
    return Correlations.of(cells);
  }

  private static Correlation of(List<Correlation> all, String among, String x, String... given) {
    return all.stream()
        .filter(one -> one.among().equals(among) && one.x().equals(x))
        .filter(one -> one.y().equals("hiddenLayers") && one.given().equals(List.of(given)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void looksAtNetworksThatWereTrainedAlike() {
    assertThat(found())
        .extracting(Correlation::among)
        .contains(
            "all",
            "hiddenLayers >= 2",
            "augmentation = none, activation = relu",
            "augmentation = none, activation = swish",
            "parameterBudget = 100",
            "parameterBudget = 400");
    assertThat(of(found(), "augmentation = none, activation = relu", "varianceMean").cells())
        .isEqualTo(18);
  }

  @Test
  void depthSaysLittleOnceTheErrorIsHeld() {
    List<Correlation> all = found();

    assertThat(of(all, "all", "varianceMean").interval()[1]).isNegative();
    assertThat(of(all, "all", "varianceMean", "testError").interval()[0]).isNegative();
    assertThat(of(all, "all", "varianceMean", "testError").interval()[1]).isPositive();
    assertThat(of(all, "all", "varianceMean", "parameters").interval()[1]).isNegative();
    assertThat(of(all, "all", "varianceMean", "testError", "parameters").given()).hasSize(2);
  }

  @Test
  void whatFollowsTheErrorExactlySaysNothingBesideIt() {
    List<Correlation> all = found();

    assertThat(of(all, "all", "largestAngle").rho()).isNegative();
    assertThat(all)
        .noneMatch(one -> one.x().equals("largestAngle") && one.given().contains("testError"));
  }

  @Test
  void holdsNoParametersWhereAllNetworksHaveTheSame() {
    assertThat(found())
        .filteredOn(one -> one.among().startsWith("parameterBudget"))
        .noneMatch(one -> one.given().contains("parameters"));
  }
}
