package org.liegg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liegg.core.FiniteChecksTest.codes;
import static org.liegg.core.FiniteChecksTest.described;
import static org.liegg.core.FiniteChecksTest.extractor;
import static org.liegg.core.FiniteChecksTest.random;

import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.Precision;
import org.liegg.api.report.SymmetryReport;
import org.liegg.tck.fixtures.ExactModel;

/** Where finite group elements leave what samples, model and arithmetic can take. */
class FiniteRangeTest {

  @Test
  void roundingOfFloatsIsNoMismatch() {
    ExactModel exact = ExactModel.sphere(5);
    ExactModel rounded =
        new ExactModel(
            5,
            0,
            5,
            1,
            Precision.FLOAT,
            x -> floats(exact.values().apply(floats(x))),
            x -> floats(exact.jacobian().apply(floats(x))));

    SymmetryReport report = extractor(rounded, "gl(5)", random(1000, 5)).extract();

    assertThat(report.nullspace().dimension()).isEqualTo(10);
    assertThat(report.finiteCheck().get(0).measured()).isPositive();
    assertThat(codes(report)).doesNotContain("finite-mismatch");
  }

  @Test
  void leavesOutTimesAtWhichASampleRunsAway() {
    // x/(1 − tx) is beyond all bounds at t = 1/x.
    Batch samples = random(50, 1);
    for (int n = 0; n < 50; n++) {
      samples.values()[n] = 0.8 + 0.1 * Math.abs(samples.values()[n]);
    }
    ExactModel identity = ExactModel.of(1, 1, double[]::clone, x -> new double[] {1});

    SymmetryReport report =
        described(identity, "poly(1,2)", samples).with(s -> s.withTolerance(10)).build().extract();

    assertThat(codes(report)).contains("finite-check-incomplete");
    assertThat(report.finiteCheck()).anySatisfy(check -> assertThat(check.t()).isEqualTo(0.01));
  }

  @Test
  void leavesOutTimesAtWhichTheModelFails() {
    ExactModel fragile =
        ExactModel.of(
            1,
            1,
            x -> {
              if (x[0] > 20) {
                throw new ModelException("LIEGG-MODEL-NOT-FINITE", "it", "fails", "nothing");
              }
              return x.clone();
            },
            x -> new double[] {1});

    SymmetryReport report =
        described(fragile, "scale(1)", random(50, 1))
            .with(s -> s.withTolerance(10))
            .build()
            .extract();

    assertThat(report.finiteCheck()).extracting(c -> c.t()).doesNotContain(3.0).contains(1.0);
    assertThat(codes(report)).contains("finite-check-incomplete");
  }

  private static double[] floats(double[] values) {
    double[] rounded = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = (float) values[i];
    }
    return rounded;
  }
}
