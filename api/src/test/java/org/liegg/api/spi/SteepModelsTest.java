package org.liegg.api.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;

/** Differences of functions that bend within the finest step say nothing of derivatives. */
class SteepModelsTest {

  /**
   * F(x) = sin(c·Σx) and its Jacobian, times a factor that makes it wrong.
   *
   * @param steepness c
   */
  private record Sine(double steepness, double factor) implements ModelGradient {

    @Override
    public ModelInfo info() {
      return new ModelInfo(
          new ModelInfo.Origin("sine", "0".repeat(64), "test", "1"),
          2,
          new ModelInfo.Taken(1, "output", "output"),
          Precision.DOUBLE);
    }

    private double sum(Batch batch, int row) {
      return steepness * (batch.get(row, 0) + batch.get(row, 1));
    }

    @Override
    public Jacobians jacobians(Batch batch) {
      double[] values = new double[2 * batch.rows()];
      for (int i = 0; i < values.length; i++) {
        values[i] = factor * steepness * Math.cos(sum(batch, i / 2));
      }
      return new Jacobians(batch.rows(), 1, 2, values, outputs(batch).values());
    }

    @Override
    public Batch outputs(Batch batch) {
      double[] values = new double[batch.rows()];
      for (int row = 0; row < values.length; row++) {
        values[row] = Math.sin(sum(batch, row));
      }
      return new Batch(values.length, 1, values);
    }

    @Override
    public ModelGradient fork() {
      return this;
    }

    @Override
    public void close() {
      // Holds nothing.
    }
  }

  private static GradientCheck.Outcome outcome(double steepness, double factor) {
    return GradientCheck.outcome(new Sine(steepness, factor), GradientCheck.randomSamples(2));
  }

  @Test
  void areNotDecided() {
    GradientCheck.Outcome outcome = outcome(1e11, 1);
    assertThat(outcome.passed()).isFalse();
    assertThat(outcome.decided()).isFalse();
  }

  @Test
  void areVerifiedAsLongAsTheFinestStepIsFineEnough() {
    assertThat(outcome(1e4, 1).passed()).isTrue();
  }

  @Test
  void wrongGradientsAreDecided() {
    for (double steepness : new double[] {1, 1e4}) {
      GradientCheck.Outcome outcome = outcome(steepness, 1.01);
      assertThat(outcome.passed()).isFalse();
      assertThat(outcome.decided()).isTrue();
    }
  }
}
