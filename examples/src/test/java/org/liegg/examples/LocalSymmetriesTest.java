package org.liegg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.app.Liegg;

/** Symmetries that depend on where a sample is, and symmetries of windows of a series. */
class LocalSymmetriesTest {
  private static final int STEPS = 60;

  private final Liegg liegg = Liegg.create();
  private final SplittableRandom random = new SplittableRandom(11);

  /** z (x² + y²) + z keeps a rotation by any function of z. */
  @Test
  void rotationsWhoseAngleDependsOnTheHeight() {
    SymmetryReport report =
        liegg
            .model(
                3,
                1,
                (x, value, jacobian) -> {
                  value[0] = x[2] * (x[0] * x[0] + x[1] * x[1]) + x[2];
                  jacobian[0] = 2 * x[2] * x[0];
                  jacobian[1] = 2 * x[2] * x[1];
                  jacobian[2] = x[0] * x[0] + x[1] * x[1] + 1;
                })
            .data(normal(1500, 3))
            .action("local(gl(2)+none(1),2,3)")
            .extract();

    assertThat(report.action().dimension()).isEqualTo(12);
    assertThat(report.nullspace().dimension()).isEqualTo(3);
    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.INVARIANT);
  }

  /**
   * Re(U₁ U₂ U₃* U₄*) around a square: phases of four sites, and the constant one moves nothing.
   */
  @Test
  void gaugeTransformationsOfAPlaquette() {
    SymmetryReport report =
        liegg
            .model(8, 1, LocalSymmetriesTest::plaquette)
            .data(normal(1500, 8))
            .action("so(2)+so(2)+so(2)+so(2)")
            .extract();

    assertThat(report.nullspace().dimension()).isEqualTo(3);
    assertThat(report.algebra().orElseThrow().name()).isEqualTo("abelian(3)");
  }

  private static void plaquette(double[] x, double[] value, double[] jacobian) {
    value[0] = product(x);
    for (int i = 0; i < x.length; i++) {
      // It is linear in every input.
      double[] unit = x.clone();
      unit[i / 2 * 2] = i % 2 == 0 ? 1 : 0;
      unit[i / 2 * 2 + 1] = i % 2 == 0 ? 0 : 1;
      jacobian[i] = product(unit);
    }
  }

  private static double product(double[] x) {
    double re = 1;
    double im = 0;
    for (int link = 0; link < 4; link++) {
      double sign = link < 2 ? 1 : -1;
      double u = x[2 * link];
      double v = sign * x[2 * link + 1];
      double next = re * u - im * v;
      im = re * v + im * u;
      re = next;
    }
    return re;
  }

  /** The energy of a signal is the same wherever it stands, and falls when time is compressed. */
  @Test
  void shiftsOfASignal() {
    SymmetryReport report =
        liegg
            .model(
                2 * STEPS,
                1,
                (x, value, jacobian) -> {
                  value[0] = 0;
                  for (int i = 0; i < x.length; i++) {
                    value[0] += x[i] * x[i];
                    jacobian[i] = 2 * x[i];
                  }
                })
            .data(signals(800))
            .action("time(%dx2)".formatted(STEPS))
            .extract();

    assertThat(report.action().dimension()).isEqualTo(2);
    assertThat(report.nullspace().dimension()).isEqualTo(1);
    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.INVARIANT);
  }

  private double[][] signals(int samples) {
    double[][] windows = new double[samples][2 * STEPS];
    for (double[] window : windows) {
      for (int channel = 0; channel < 2; channel++) {
        double size = random.nextGaussian();
        double at = random.nextDouble(-0.3, 0.3);
        double width = random.nextDouble(0.1, 0.2);
        for (int k = 0; k < STEPS; k++) {
          double t = ((k - (STEPS - 1) / 2.0) * 2 / STEPS - at) / width;
          window[2 * k + channel] = size * Math.exp(-t * t);
        }
      }
    }
    return windows;
  }

  private double[][] normal(int samples, int inputs) {
    double[][] rows = new double[samples][inputs];
    for (double[] row : rows) {
      for (int i = 0; i < inputs; i++) {
        row[i] = random.nextGaussian();
      }
    }
    return rows;
  }
}
