package org.liegg.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.Warning;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.spi.Flow;
import org.liegg.api.spi.GroupFlows;
import org.liegg.groups.Actions;
import org.liegg.groups.Flows;
import org.liegg.tck.fixtures.ExactModel;

/** Flows that lose a little of a sample whenever they move it, as resampling of pictures does. */
class LossyFlowTest {

  @Test
  void whatTheFlowLosesIsNoMismatchOfTheModel() {
    SymmetryReport report = extract(ExactModel.sphere(2), FiniteChecksTest.random(300, 2));
    assertThat(report.nullspace().dimension()).isEqualTo(1);
    assertThat(report.finiteCheck().get(0).measured()).isGreaterThan(1e-8);
    assertThat(report.warnings()).extracting(Warning::code).doesNotContain("finite-mismatch");
  }

  @Test
  void aMismatchOfTheModelStandsOutOfWhatIsLost() {
    ExactModel parabola =
        ExactModel.of(
            2, 1, x -> new double[] {x[0] + x[1] * x[1]}, x -> new double[] {1, 2 * x[1]});
    Batch line = FiniteChecksTest.random(300, 2);
    for (int n = 0; n < line.rows(); n++) {
      line.values()[2 * n + 1] = 0;
    }
    SymmetryReport report = extract(parabola, line);
    assertThat(report.warnings()).extracting(Warning::code).contains("finite-mismatch");
  }

  private static SymmetryReport extract(ExactModel model, Batch samples) {
    return FiniteChecksTest.described(model, "gl(2)", samples)
        .flows(new Shrinking(Flows.of(Actions.parse("gl(2)"))))
        .build()
        .extract();
  }

  /** Every way makes a sample a ten-thousandth shorter. */
  private record Shrinking(GroupFlows exact) implements GroupFlows {

    @Override
    public Flow onInput(double[] coefficients) {
      Flow flow = exact.onInput(coefficients);
      return (batch, t) -> {
        double[] shorter =
            Arrays.stream(flow.at(batch, t).values()).map(value -> 0.9999 * value).toArray();
        return new Batch(batch.rows(), batch.columns(), shorter);
      };
    }

    @Override
    public Optional<Flow> onOutput(double[] coefficients, int outputs) {
      return exact.onOutput(coefficients, outputs);
    }

    @Override
    public Optional<Double> period(double[] coefficients) {
      return exact.period(coefficients);
    }

    @Override
    public long cost() {
      return exact.cost();
    }
  }
}
