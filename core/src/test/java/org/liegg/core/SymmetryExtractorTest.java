package org.liegg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.liegg.core.ExactCases.extractor;
import static org.liegg.core.ExactCases.normal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.ActionException;
import org.liegg.api.DataException;
import org.liegg.api.Matrix;
import org.liegg.api.SymmetryReport;
import org.liegg.api.SymmetryReport.Generator;
import org.liegg.api.SymmetryReport.Verdict;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;
import org.liegg.groups.Embeddings;

class SymmetryExtractorTest {

  @ParameterizedTest
  @ValueSource(strings = {"gram", "ejml-svd"})
  void findsTheTenRotationsOfO5(String decomposition) {
    SymmetryReport report = extractor(ExactModel.o5(0), "gl(5)^2", decomposition).build().extract();

    assertThat(report.nullspace().dimension()).isEqualTo(10);
    assertThat(report.nullspace().trivial()).isZero();
    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.INVARIANT);
    assertThat(report.spectrum().defect()[14]).isCloseTo(2.04, within(0.05));
    assertThat(report.spectrum().defect()[15]).isLessThan(1e-12);
    assertThat(report.algebra())
        .hasValueSatisfying(
            algebra -> {
              assertThat(algebra.name()).isEqualTo("so(5)");
              assertThat(algebra.dimension()).isEqualTo(10);
              assertThat(algebra.closureResidual().orElseThrow()).isLessThan(1e-6);
              assertThat(algebra.killingSignature().orElseThrow()).containsExactly(0, 10, 0);
              assertThat(algebra.invariantForms()).hasSize(1);
            });
  }

  @Test
  void warnsWhereBracketsLeaveTheSpan() {
    // What keeps x₁ + x₂² up to degree 2 is h·(−2x₂, 1) with h = 1, x₁, x₂; the brackets with h =
    // x₁
    // have degree 3 and are no candidates.
    ExactModel parabola =
        new ExactModel(
            2,
            (x, g) -> {
              g[0] = 1;
              g[1] = 2 * x[1];
            });

    SymmetryReport report = extractor(parabola, "poly(2,2)", "ejml-svd").build().extract();

    assertThat(report.nullspace().dimension()).isEqualTo(3);
    assertThat(report.algebra())
        .hasValueSatisfying(
            algebra -> {
              assertThat(algebra.identified()).isFalse();
              assertThat(algebra.leavesItsSpan()).isTrue();
              assertThat(algebra.killingSignature()).isEmpty();
            });
    assertThat(report.warnings()).extracting(w -> w.code()).contains("not-closed");
  }

  @Test
  void showsTheRotationsOneCoordinatePlaneEach() {
    SymmetryReport report = extractor(ExactModel.o5(0), "gl(5)^2", "ejml-svd").build().extract();

    for (Generator generator : report.generators()) {
      assertThat(Arrays.stream(generator.coefficients()).filter(c -> Math.abs(c) > 1e-9))
          .as("entries of %s", Arrays.toString(generator.coefficients()))
          .hasSize(2)
          .satisfiesExactlyInAnyOrder(
              c -> assertThat(c).isCloseTo(Math.sqrt(0.5), within(1e-9)),
              c -> assertThat(c).isCloseTo(-Math.sqrt(0.5), within(1e-9)));
      assertThat(generator.matrix()).isPresent();
      assertThat(generator.defect()).isLessThan(1e-12);
      assertThat(generator.symmetryVariance()).isLessThan(1e-12);
    }
  }

  @Test
  void comparesWithTheReferenceAlgebra() {
    GroupAction action = Actions.parse("gl(5)^2");
    Matrix rotations = Embeddings.coefficients(Actions.parse("so(5)"), action);

    SymmetryReport report =
        extractor(ExactModel.o5(0), "gl(5)^2", "ejml-svd")
            .reference(new ReferenceAlgebra("so(5)", rotations))
            .build()
            .extract();

    assertThat(report.reference())
        .hasValueSatisfying(
            reference -> {
              assertThat(reference.dimension()).isEqualTo(10);
              assertThat(reference.principalAngles()).hasSize(10);
              assertThat(reference.principalAngles()[9]).isLessThan(1e-6);
              assertThat(Arrays.stream(reference.symmetryBias()).max().orElseThrow())
                  .isLessThan(1e-8);
            });
  }

  @Test
  void theToleranceDecidesHowMuchOfABrokenSymmetryCounts() {
    SymmetryReport report = extractor(ExactModel.o5(0.01), "gl(5)^2", "ejml-svd").build().extract();
    SymmetryReport strict =
        extractor(ExactModel.o5(0.01), "gl(5)^2", "ejml-svd").tolerance(1e-9).build().extract();

    assertThat(report.nullspace().dimension()).isEqualTo(10);
    assertThat(strict.nullspace().dimension()).isEqualTo(3);
  }

  @Test
  void countsDeadInputsApart() {
    ExactModel deadInputs =
        new ExactModel(
            5,
            (x, g) -> {
              for (int i = 0; i < 5; i++) {
                g[i] = i < 3 ? 2 * x[i] : 0;
              }
            });

    SymmetryReport report = extractor(deadInputs, "gl(5)", "gram").build().extract();

    assertThat(report.nullspace().dimension()).isEqualTo(13);
    assertThat(report.nullspace().trivial()).isEqualTo(10);
    assertThat(report.warnings()).extracting(w -> w.code()).contains("insensitive-inputs");
    assertThat(report.algebra())
        .hasValueSatisfying(
            algebra -> {
              assertThat(algebra.name()).isEqualTo("so(3)");
              assertThat(algebra.dimension()).isEqualTo(3);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"gram", "ejml-svd"})
  void callsAConstantTrivialAndNothingElse(String decomposition) {
    ExactModel constant = new ExactModel(3, (x, g) -> Arrays.fill(g, 0));

    SymmetryReport report = extractor(constant, "gl(3)", decomposition).build().extract();

    assertThat(report.nullspace().dimension()).isEqualTo(9);
    assertThat(report.nullspace().trivial()).isEqualTo(9);
    assertThat(report.warnings()).extracting(w -> w.code()).contains("zero-gradient");
    assertThat(report.spectrum().defect()).containsOnly(0.0);
    assertThat(report.algebra()).isEmpty();
  }

  @Test
  void findsNoSymmetryInTheQuartic() {
    ExactModel quartic =
        new ExactModel(
            4,
            (x, g) -> {
              for (int i = 0; i < 4; i++) {
                g[i] = 4 * x[i] * x[i] * x[i];
              }
            });

    SymmetryReport report = extractor(quartic, "gl(4)", "gram").build().extract();

    assertThat(report.nullspace().dimension()).isZero();
    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(report.generators()).isEmpty();
    assertThat(report.spectrum().defect()[15]).isCloseTo(0.29, within(0.05));
  }

  @Test
  void neverCallsTooFewSamplesASymmetry() {
    SymmetryReport report =
        extractor(ExactModel.o5(0), "gl(5)^2", "ejml-svd").limit(12).build().extract();

    assertThat(report.data().used()).isEqualTo(12);
    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
    assertThat(report.warnings()).extracting(w -> w.code()).contains("undersampled");
    assertThat(report.algebra()).isEmpty();
  }

  @Test
  void batchesDoNotChangeTheAnswer() {
    SymmetryReport whole = extractor(ExactModel.o5(0), "gl(5)^2", "gram").build().extract();
    SymmetryReport parts =
        extractor(ExactModel.o5(0), "gl(5)^2", "gram").batchSize(37).build().extract();

    assertThat(parts.spectrum().singularValues()[0])
        .isCloseTo(whole.spectrum().singularValues()[0], within(1e-9));
    assertThat(parts.spectrum().defect()[14])
        .isCloseTo(whole.spectrum().defect()[14], within(1e-10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gram", "ejml-svd"})
  void threadsDoNotChangeTheAnswer(String decomposition) {
    SymmetryReport one = extractor(ExactModel.o5(0), "gl(5)^2", decomposition).build().extract();
    SymmetryReport three =
        extractor(ExactModel.o5(0), "gl(5)^2", decomposition)
            .batchSize(111)
            .threads(3)
            .build()
            .extract();

    assertThat(three.data().used()).isEqualTo(4000);
    for (int i = 0; i < 15; i++) {
      assertThat(three.spectrum().singularValues()[i])
          .isCloseTo(one.spectrum().singularValues()[i], within(1e-9));
    }
    assertThat(three.nullspace().dimension()).isEqualTo(10);
  }

  @Test
  void theSameThreadsGiveTheSameBits() {
    double[] first =
        extractor(ExactModel.o5(0), "gl(5)^2", "gram")
            .batchSize(100)
            .threads(2)
            .build()
            .extract()
            .spectrum()
            .singularValues();
    double[] second =
        extractor(ExactModel.o5(0), "gl(5)^2", "gram")
            .batchSize(100)
            .threads(2)
            .build()
            .extract()
            .spectrum()
            .singularValues();

    assertThat(second).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void whatAWorkerThrowsIsThrown(int threads) {
    ExactModel broken =
        new ExactModel(
            5,
            (x, g) -> {
              if (x[0] > 1) {
                throw new IllegalStateException("broken at x > 1");
              }
            });
    SymmetryExtractor extractor =
        extractor(broken, "gl(5)", "gram").batchSize(10).threads(threads).build();

    assertThatThrownBy(extractor::extract)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("broken at x > 1");
  }

  @Test
  void saysThatMoreMayBeHeldThanTheSmallestThatWereAskedFor() {
    ExactModel squareOfTheNorm =
        new ExactModel(
            36,
            (x, g) -> {
              for (int i = 0; i < x.length; i++) {
                g[i] = 2 * x[i];
              }
            });

    SymmetryReport report =
        extractor(squareOfTheNorm, "gl(36)", "lobpcg").smallest(5).build().extract();

    assertThat(report.decomposition().detail()).startsWith("LOBPCG");
    assertThat(report.spectrum().singularValues()).hasSize(5);
    assertThat(report.nullspace().dimension()).isEqualTo(5);
    assertThat(report.generators()).hasSize(5);
    assertThat(report.warnings()).extracting(w -> w.code()).contains("open-ended");
    assertThat(report.algebra()).isEmpty();
  }

  @Test
  void tellsItsProgressUpToTheLimit() {
    List<Long> heard = new ArrayList<>();

    extractor(ExactModel.o5(0), "gl(5)^2", "gram")
        .batchSize(400)
        .limit(1000)
        .progress(
            (done, total) -> {
              heard.add(done);
              assertThat(total).hasValue(1000);
            })
        .build()
        .extract();

    assertThat(heard).isSorted().endsWith(1000L).hasSizeGreaterThan(2);
  }

  @Test
  void refusesDataOfAnotherWidthAndSaysBothNumbers() {
    SymmetryExtractorBuilder builder =
        extractor(ExactModel.o5(0), "gl(5)^2", "gram").data(normal(10, 7));

    assertThatThrownBy(() -> builder.build().extract())
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("LIEGG-DATA-WIDTH", "7", "10");
  }

  @Test
  void refusesAnActionOfAnotherSize() {
    SymmetryExtractorBuilder builder = extractor(ExactModel.o5(0), "gl(4)^2", "gram");

    assertThatThrownBy(() -> builder.build().extract())
        .isInstanceOf(ActionException.class)
        .hasMessageContainingAll("LIEGG-ACTION-SIZE", "gl(4)^2", "8", "10");
  }

  @Test
  void namesWhatIsMissing() {
    assertThatThrownBy(() -> SymmetryExtractor.builder().build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("model");
  }

  @Test
  void saysWhereTheResultComesFrom() {
    SymmetryReport report =
        extractor(ExactModel.o5(0), "gl(5)^2", "gram").option("colour", "blue").build().extract();

    assertThat(report.provenance().options()).containsEntry("colour", "blue");
    assertThat(report.provenance().seconds())
        .containsOnlyKeys("read", "gradient", "polarize", "decompose", "evidence", "total");
    assertThat(report.provenance().peakMemoryBytes()).isPositive();
    assertThat(report.data().samples()).isEqualTo(4000);
  }
}
