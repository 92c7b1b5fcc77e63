package org.liegg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Matrix;
import org.liegg.api.report.Generator;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.api.spi.GroupAction;
import org.liegg.core.evidence.ReferenceAlgebra;
import org.liegg.groups.Actions;
import org.liegg.groups.Embeddings;
import org.liegg.tck.fixtures.ExactModel;

class SymmetryExtractorTest {

  @ParameterizedTest
  @ValueSource(strings = {"gram", "ejml-svd"})
  void findsTheTenRotationsOfO5(String decomposition) {
    SymmetryReport report =
        ExactCases.extractor(ExactModel.o5(0), "gl(5)^2", decomposition).build().extract();

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
  void showsTheRotationsOneCoordinatePlaneEach() {
    SymmetryReport report =
        ExactCases.extractor(ExactModel.o5(0), "gl(5)^2", "ejml-svd").build().extract();

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
        ExactCases.extractor(ExactModel.o5(0), "gl(5)^2", "ejml-svd")
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
    SymmetryReport report =
        ExactCases.extractor(ExactModel.o5(0.01), "gl(5)^2", "ejml-svd").build().extract();
    SymmetryReport strict =
        ExactCases.extractor(ExactModel.o5(0.01), "gl(5)^2", "ejml-svd")
            .with(s -> s.withTolerance(1e-9))
            .build()
            .extract();

    assertThat(report.nullspace().dimension()).isEqualTo(10);
    assertThat(report.nullspace().isolation())
        .hasValueSatisfying(
            found -> {
              assertThat(found.below()).isEqualTo(3);
              assertThat(found.torn()).isFalse();
            });
    assertThat(strict.nullspace().dimension()).isEqualTo(3);
  }
}
