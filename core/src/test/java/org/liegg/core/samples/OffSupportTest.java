package org.liegg.core.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.DataException;
import org.liegg.api.Jacobians;
import org.liegg.api.spi.ModelGradient;
import org.liegg.tck.fixtures.ExactModel;

class OffSupportTest {

  @Test
  void gradientsOnDataThatFillTheirSpaceAreOnIt() {
    for (int rows : new int[] {300, 1_000}) {
      for (int columns : new int[] {1, 2, 3, 5, 10, 20}) {
        Map<String, Batch> kinds = new LinkedHashMap<>();
        kinds.put("normal", SampleData.normal(rows, columns, 1));
        kinds.put("uniform", SampleData.uniform(rows, columns, 1));
        kinds.put("log-normal", SampleData.logNormal(rows, columns, 1, 1));
        kinds.put("t(3)", SampleData.student(rows, columns, 3, 1));
        kinds.forEach(
            (name, batch) ->
                assertThat(share(random(columns, 2), batch))
                    .as("%s %d × %d", name, rows, columns)
                    .isLessThan(0.03));
      }
    }
  }

  @Test
  void gradientsAcrossASurfaceAreOffIt() {
    assertThat(share(random(3, 1), SampleData.sphere(4_000, 3, 1)))
        .isCloseTo(1 / 3.0, within(0.05));
    assertThat(share(random(2, 1), SampleData.sphere(4_000, 2, 1)))
        .isCloseTo(1 / 2.0, within(0.05));
    assertThat(share(random(6, 1), SampleData.orbit(4_000))).isGreaterThan(0.6);
    assertThat(share(random(3, 1), bowl())).isGreaterThan(0.2);
  }

  @Test
  void whatIsSteepAcrossTheSphereIsWarnedOf() {
    OffSupport found =
        OffSupport.of(steep(30), SampleData.survey(SampleData.sphere(4_000, 3, 1)), 64)
            .orElseThrow();

    assertThat(found.share()).isGreaterThan(0.97);
    assertThat(found.warning().orElseThrow().code()).isEqualTo("off-support");
    assertThat(found.warning().orElseThrow().message()).contains("--gradients tangential");
  }

  @Test
  void unitsAndMixingOfInputsDoNotMatter() {
    Batch sphere = SampleData.sphere(2_000, 3, 1);
    double[] mixed = new double[sphere.values().length];
    for (int n = 0; n < 2_000; n++) {
      mixed[3 * n] = 1e6 * sphere.get(n, 0);
      mixed[3 * n + 1] = sphere.get(n, 1) + 5 * sphere.get(n, 2);
      mixed[3 * n + 2] = 1e-3 * sphere.get(n, 2) + 7;
    }
    LocalTangents tangents =
        LocalTangents.of(SampleData.survey(new Batch(2_000, 3, mixed)), random(3, 1).info())
            .orElseThrow();

    for (int n = 0; n < 100; n++) {
      assertThat(tangents.at(mixed, 3 * n).numRows).isEqualTo(2);
    }
  }

  @Test
  void nothingIsSaidOfFewSamples() {
    assertThat(OffSupport.of(random(3, 1), SampleData.survey(SampleData.normal(150, 3, 1)), 64))
        .isEmpty();
  }

  @Test
  void tangentialGradientsLeaveOutWhatPointsOffTheData() {
    Batch sphere = SampleData.sphere(4_000, 3, 1);
    TangentialGradient along =
        TangentialGradient.of(steep(30), SampleData.survey(sphere), "sphere");
    Batch some = sphere.slice(0, 200);
    Jacobians found = along.jacobians(some);
    Jacobians exact = steep(0).jacobians(some);

    double off = 0;
    double all = 0;
    for (int i = 0; i < found.values().length; i++) {
      off += Math.pow(found.values()[i] - exact.values()[i], 2);
      all += Math.pow(exact.values()[i], 2);
    }
    assertThat(off / all).isLessThan(0.05);
  }

  @Test
  void gradientsOnDataThatFillTheirSpaceStayAsTheyAre() {
    Batch normal = SampleData.normal(1_000, 3, 1);
    ExactModel model = random(3, 2);
    Jacobians along =
        TangentialGradient.of(model, SampleData.survey(normal), "normal")
            .jacobians(normal.slice(0, 100));

    assertThat(along.values()).isEqualTo(random(3, 2).jacobians(normal.slice(0, 100)).values());
  }

  @Test
  void tooFewSamplesForTangentsAreAnError() {
    SampleSurvey few = SampleData.survey(SampleData.normal(50, 3, 1));

    assertThatThrownBy(() -> TangentialGradient.of(steep(1), few, "few.npy"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("LIEGG-DATA-TANGENT")
        .hasMessageContaining("at least 200");
  }

  private static double share(ModelGradient model, Batch batch) {
    return OffSupport.of(model, SampleData.survey(batch), 64).orElseThrow().share();
  }

  private static Batch bowl() {
    Batch flat = SampleData.normal(4_000, 2, 1);
    double[] values = new double[3 * 4_000];
    for (int n = 0; n < 4_000; n++) {
      values[3 * n] = flat.get(n, 0);
      values[3 * n + 1] = flat.get(n, 1);
      values[3 * n + 2] = Math.sin(flat.get(n, 0)) + Math.pow(flat.get(n, 1), 2);
    }
    return new Batch(4_000, 3, values);
  }

  /** Gradients that have nothing to do with the samples. */
  private static ExactModel random(int inputs, int outputs) {
    Random random = new Random(5);
    return ExactModel.ofJacobian(
        inputs,
        outputs,
        x -> {
          double[] jacobian = new double[outputs * inputs];
          Arrays.setAll(jacobian, i -> random.nextGaussian());
          return jacobian;
        });
  }

  /** {@code sin 2x₀ + x₁x₂} of the direction, and a slope of the radius. */
  private static ExactModel steep(double slope) {
    return ExactModel.ofGradient(
        3,
        (x, g) -> {
          double[] full = {2 * Math.cos(2 * x[0]), x[2], x[1]};
          double radial = full[0] * x[0] + full[1] * x[1] + full[2] * x[2];
          for (int i = 0; i < 3; i++) {
            g[i] = full[i] - radial * x[i] + slope * x[i];
          }
        });
  }
}
