package org.liegg.linalg.defect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Batch;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.DefectSettings;
import org.liegg.api.FieldBasis;
import org.liegg.api.Jacobians;
import org.liegg.api.Matrix;
import org.liegg.api.Polarization;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.linalg.EjmlSvdProvider;
import org.liegg.linalg.GramProvider;
import org.liegg.linalg.LobpcgProvider;
import org.liegg.linalg.QrProvider;
import org.liegg.tck.fixtures.FieldsAction;

/** The defect of pairs of fields: {@code E‖J v(x) − w(F(x))‖² / (E‖J(x′) v(x)‖² + E‖w(F(x))‖²)}. */
class EquivarianceDefectTest {
  private static final int SAMPLES = 400;

  /** F(x) = (2x, 0) on the line, and the pairs (x, 0), (0, y₁e₁), (0, y₂e₁). */
  private static Polarization doubling() {
    FieldBasis pairs =
        FieldsAction.basis(
            new double[][] {{1, 0, 0}, {}, {}},
            new double[][] {{}, {0, 1, 0}},
            new double[][] {{}, {0, 0, 1}});
    SplittableRandom random = new SplittableRandom(5);
    double[] features = new double[SAMPLES * 3];
    double[] jacobians = new double[SAMPLES * 2 * 3];
    for (int n = 0; n < SAMPLES; n++) {
      double x = random.nextGaussian();
      features[3 * n] = x;
      features[3 * n + 1] = 2 * x;
      jacobians[6 * n] = 2;
      jacobians[6 * n + 1] = -1;
      jacobians[6 * n + 5] = -1;
    }
    return new Polarization(
        pairs,
        new Batch(SAMPLES, 3, features),
        new Jacobians(SAMPLES, 2, 3, jacobians, new double[SAMPLES * 2]),
        2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gram", "qr", "ejml-svd", "lobpcg"})
  void aConstantJacobianIsNotTakenForInsensitivity(String name) {
    DecompositionProvider provider =
        switch (name) {
          case "gram" -> new GramProvider();
          case "qr" -> new QrProvider();
          case "lobpcg" -> new LobpcgProvider();
          default -> new EjmlSvdProvider();
        };
    Spectrum spectrum;
    try (Decomposition decomposition =
        provider.open(3, DecompositionOptions.defaults().withSmallest(3))) {
      Polarization all = doubling();
      decomposition.accept(all.slice(0, 150));
      decomposition.accept(all.slice(150, SAMPLES));
      spectrum = decomposition.finish();
    }
    // (x, y₁e₁) is exact: 2x − 2x. (x, −y₁e₁) moves by 4x where the baseline is 2·4x². The third
    // pair
    // moves nothing, for the second output is 0.
    double[] defects = spectrum.defects().orElseThrow().defects();
    assertThat(spectrum.defects().orElseThrow().trivialCount()).isEqualTo(1);
    assertThat(defects[0]).isCloseTo(2, within(1e-9));
    assertThat(defects[1]).isCloseTo(0, within(1e-9));
  }

  /** F(x) = (x², x) on the line, and the fields x, 1 and (0, y₁e₁). */
  private static Polarization parabola() {
    FieldBasis fields =
        FieldBasis.builder(3, 3)
            .entry(0, 0, 1)
            .endField()
            .entry(0, 1, 1)
            .endField()
            .entry(1, 2, 1)
            .endField()
            .build();
    SplittableRandom random = new SplittableRandom(6);
    double[] features = new double[SAMPLES * 3];
    double[] jacobians = new double[SAMPLES * 2 * 3];
    for (int n = 0; n < SAMPLES; n++) {
      double x = random.nextGaussian();
      features[3 * n] = x;
      features[3 * n + 1] = 1;
      features[3 * n + 2] = x * x;
      jacobians[6 * n] = 2 * x;
      jacobians[6 * n + 1] = -1;
      jacobians[6 * n + 3] = 1;
      jacobians[6 * n + 5] = -1;
    }
    return new Polarization(
        fields,
        new Batch(SAMPLES, 3, features),
        new Jacobians(SAMPLES, 2, 3, jacobians, new double[SAMPLES * 2]),
        2);
  }

  @Test
  void outputsAreNoInputsWhereFewFieldsAreLeftToGram() {
    DefectSettings spread =
        new DefectSettings(0.01, new double[] {1}, new Matrix(2, 1, new double[] {1, -1}));

    assertThat(defects(new LobpcgProvider(), spread))
        .containsExactly(defects(new GramProvider(), spread), within(1e-12));
  }

  private static double[] defects(DecompositionProvider provider, DefectSettings settings) {
    DecompositionOptions options = DecompositionOptions.defaults().withDefect(settings);
    try (Decomposition decomposition = provider.open(3, options)) {
      decomposition.accept(parabola());
      return decomposition.finish().defects().orElseThrow().defects();
    }
  }
}
