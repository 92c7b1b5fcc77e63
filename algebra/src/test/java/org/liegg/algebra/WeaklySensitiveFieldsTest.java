package org.liegg.algebra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Batch;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;
import org.liegg.metrics.NullspaceDecision;

/** Algebras whose generators are blurred along fields that the model feels weakly. */
@Tag("slow")
class WeaklySensitiveFieldsTest {
  private static final Batch SAMPLES = Nullspaces.normal(4000, 10);

  @ParameterizedTest
  @ValueSource(strings = {"gl(10)", "gl(5)+gl(5)", "gl(5)^2", "aff(5)^2", "aff(5)+aff(5)"})
  void aTrainedNetworkKnowsSo5AmongAnyCandidates(String spec) {
    GroupAction action = Actions.parse(spec);
    NullspaceDecision decision = Spectra.decision(action, SAMPLES, TrainedNetwork.ofO5()::gradient);
    LearnedAlgebra found = LieAlgebras.of(action, decision);
    assertThat(found.name()).as("%s", found).isEqualTo("so(5)");
    assertThat(found.killingSignature()).containsExactly(0, 10, 0);
    assertThat(found.closureResidual()).isBetween(1e-3, 0.01);
    assertThat(found.closureBound()).isLessThanOrEqualTo(0.01);
    assertThat(found.nearestExact()).isPresent();
  }

  @Test
  void unitsDoNotMatter() {
    GroupAction action = Actions.parse("gl(10)");
    UnaryOperator<double[]> gradient = TrainedNetwork.ofO5()::gradient;
    for (double scale : new double[] {1e-6, 1e6}) {
      LearnedAlgebra found =
          LieAlgebras.of(
              action,
              Spectra.decision(
                  action,
                  SAMPLES,
                  x -> Arrays.stream(gradient.apply(x)).map(g -> scale * g).toArray()));
      assertThat(found.name()).as("%s: %s", scale, found).isEqualTo("so(5)");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anUntrainedNetworkGetsNoName(long seed) {
    for (String spec : new String[] {"gl(5)^2", "gl(10)"}) {
      GroupAction action = Actions.parse(spec);
      NullspaceDecision decision =
          Spectra.decision(action, SAMPLES, TrainedNetwork.untrained(seed)::gradient);
      assertThat(decision.dimension()).as(spec).isZero();
      assertThat(LieAlgebras.of(action, decision).identified()).as(spec).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aToleranceThatHoldsWhatIsNoSymmetryEarnsNoName(long seed) {
    GroupAction action = Actions.parse("gl(10)");
    DefectSpectrum defects = Spectra.of(action, SAMPLES, TrainedNetwork.untrained(seed)::gradient);
    for (int held : new int[] {2, 3, 6, 10, 15}) {
      double tolerance = defects.defects()[defects.defects().length - held];
      LearnedAlgebra found = LieAlgebras.of(action, NullspaceDecision.at(tolerance, defects));
      assertThat(found.identified()).as("%d held: %s", held, found).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-9})
  void symmetriesOfTheSamplesAloneAreNotNamed(double width) {
    // F = x₁ + x₂² on x₂ = 0, or all but there.
    double[] values = Nullspaces.gaussian(8000, Nullspaces.SEED);
    for (int n = 0; n < 4000; n++) {
      values[2 * n + 1] *= width;
    }
    GroupAction action = Actions.gl(2);
    NullspaceDecision decision =
        Spectra.decision(action, new Batch(4000, 2, values), x -> new double[] {1, 2 * x[1]});
    assertThat(decision.dimension()).isEqualTo(3);
    LearnedAlgebra found = LieAlgebras.of(action, decision);
    assertThat(found.isClosed()).isFalse();
    assertThat(found.identified()).isFalse();
    assertThat(found.closureResidual()).isGreaterThan(0.5);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 5, 6, 8, 10})
  void aRandomSpaceIsNoAlgebraHoweverWeaklySensitive(int held) {
    for (long seed = 1; seed <= 5; seed++) {
      // M has eigenvalues over four decades, defects are those of a trained network.
      DMatrixRMaj turn =
          Spans.orthonormal(new DMatrixRMaj(16, 16, true, Nullspaces.gaussian(256, seed)), 0);
      double[] directions = turn.data.clone();
      double[] defects = new double[16];
      for (int i = 0; i < 16; i++) {
        defects[i] = i < 16 - held ? 2.5 - 0.2 * i : 0.004 - 0.0001 * i;
        for (int a = 0; a < 16; a++) {
          directions[i * 16 + a] *= Math.pow(10, (i % 5) / 2.0);
        }
      }
      LearnedAlgebra found =
          LieAlgebras.of(
              Actions.gl(4),
              NullspaceDecision.at(
                  0.01, new DefectSpectrum(16, defects, directions, new double[0], 1e-12)));
      assertThat(found.identified()).as("seed %d: %s", seed, found).isFalse();
      assertThat(found.isClosed()).as("seed %d", seed).isFalse();
    }
  }
}
