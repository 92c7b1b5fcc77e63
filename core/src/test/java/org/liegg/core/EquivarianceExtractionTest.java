package org.liegg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.data.Datasets;
import org.liegg.groups.Actions;
import org.liegg.tck.SymmetricFunctions;
import org.liegg.tck.fixtures.ExactModel;

class EquivarianceExtractionTest {

  @ParameterizedTest
  @ValueSource(strings = {"gram", "qr", "ejml-svd", "lobpcg"})
  void reportsPairsThatActOnNothingApart(String decomposition) {
    SymmetryReport report =
        extract(
            ExactModel.of(9, 9, SymmetricFunctions::inertia3Value, SymmetricFunctions::inertia3),
            "gl(3)^3 -> gl(9)",
            decomposition);
    assertThat(report.nullspace().dimension()).isEqualTo(36);
    assertThat(report.nullspace().trivial()).isEqualTo(27);
    assertThat(report.action().spec()).isEqualTo("gl(3)^3->gl(9)");
    assertThat(report.warnings())
        .filteredOn(warning -> warning.explains().isPresent())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo("degenerate-fields");
              assertThat(warning.message()).contains("27 of the 36", "pairs that act on nothing");
            });
  }

  @Test
  void aRigidBodyHasTwoAndNothingTrivial() {
    SymmetryReport report =
        extract(
            ExactModel.of(3, 3, SymmetricFunctions::rigidBodyValue, SymmetricFunctions::rigidBody),
            "gl(3) -> same",
            "qr");
    assertThat(report.nullspace().dimension()).isEqualTo(2);
    assertThat(report.nullspace().trivial()).isZero();
    assertThat(report.generators().get(0).matrix()).isPresent();
  }

  @Test
  void theIdentityIsEquivariantToEverythingAndInsensitiveToNothing() {
    SymmetryReport report = extract(identity(), "gl(2) -> same", "gram");
    assertThat(report.nullspace().dimension()).isEqualTo(4);
    assertThat(report.nullspace().trivial()).isZero();
    assertThat(report.spectrum().defect()[0]).isCloseTo(0, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 2", "2, 1", "2, 2"})
  void everyBlockOfTheOutputIsMeasuredOnHeldOutSamples(int in, int out) {
    String action = in == 1 ? "gl(3)->same" : "gl(3)^2->same";
    GroupAction candidates = Actions.parse(action);
    SymmetryReport report =
        extractor(blocks(in, out), candidates, "qr")
            .reference("so(3)")
            .with(s -> s.withStability(true))
            .build()
            .extract();
    // S ⊗ 1 commutes with A ⊗ 1 of every A.
    assertThat(report.nullspace().interval().orElseThrow()).containsExactly(9, 9);
    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.INVARIANT);
    assertThat(report.generators())
        .allSatisfy(
            generator -> assertThat(generator.defectInterval().orElseThrow()[1]).isLessThan(1e-12));
    assertThat(report.reference().orElseThrow().defect().orElseThrow().worst()).isLessThan(1e-12);
    assertThat(report.stability().orElseThrow().holds()).isTrue();
    assertThat(report.warnings()).isEmpty();
  }

  @Test
  void aModelWhoseOutputsAreNoBlocksIsRefusedBeforeAnySampleIsRead() {
    assertThatThrownBy(() -> extractor(identity(), Actions.parse("gl(1)^2->gl(3)"), "qr").build())
        .isInstanceOf(ActionException.class)
        .hasMessageStartingWith("LIEGG-ACTION-OUTPUTS");
  }

  private static SymmetryReport extract(ModelGradient model, String action, String name) {
    return extractor(model, Actions.parse(action), name).build().extract();
  }

  private static SymmetryExtractorBuilder extractor(
      ModelGradient model, GroupAction action, String name) {
    SplittableRandom random = new SplittableRandom(20221104);
    int inputs = model.info().inputSize();
    double[] values = new double[1500 * inputs];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian();
    }
    return SymmetryExtractor.builder()
        .model(model)
        .data(Datasets.of("normal", new Batch(1500, inputs, values)))
        .action(action)
        .decomposition(
            ProviderRegistry.load(
                    ProviderKind.DECOMPOSITION, EquivarianceExtractionTest.class.getClassLoader())
                .require(name));
  }

  /** (S ⊗ 1₃)x of some S. */
  private static ExactModel blocks(int in, int out) {
    return ExactModel.of(
        3 * in, 3 * out, x -> blockValues(x, out), x -> blockJacobian(3 * in, 3 * out));
  }

  private static double[] blockValues(double[] x, int out) {
    double[] f = new double[3 * out];
    for (int o = 0; o < f.length; o++) {
      for (int i = o % 3; i < x.length; i += 3) {
        f[o] += factor(o, i) * x[i];
      }
    }
    return f;
  }

  private static double[] blockJacobian(int inputs, int outputs) {
    double[] jacobian = new double[outputs * inputs];
    for (int o = 0; o < outputs; o++) {
      for (int i = o % 3; i < inputs; i += 3) {
        jacobian[o * inputs + i] = factor(o, i);
      }
    }
    return jacobian;
  }

  /** S of the blocks of an output and an input. */
  private static double factor(int output, int input) {
    int row = output / 3;
    int column = input / 3;
    return 1 + 0.5 * row - 0.3 * column;
  }

  private static ExactModel identity() {
    return ExactModel.of(2, 2, double[]::clone, x -> new double[] {1, 0, 0, 1});
  }
}
