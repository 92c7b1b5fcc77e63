package org.liegg.linalg.lobpcg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.NumericalException;
import org.liegg.api.Polarization;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.IterationStep;
import org.liegg.api.spi.IterationWatch;
import org.liegg.api.spi.WantedDefects;
import org.liegg.linalg.fixtures.Planted;

/** An iteration that was ended from outside goes on as if it had not been. */
@Tag("slow")
class LobpcgResumeTest {
  private static final Polarization COMPLETE = Planted.of(Planted.gl(18), 700, 2, 4, 1, 41);
  private static final Polarization SHARED = Planted.of(Planted.traceless(17), 700, 1, 3, 0, 42);

  @ParameterizedTest(name = "ended after {0} steps")
  @ValueSource(ints = {0, 1, 9, 20})
  void goesOnToTheBit(int steps) {
    isTheSame(COMPLETE, steps, 6);
  }

  @ParameterizedTest(name = "ended after {0} steps")
  @ValueSource(ints = {1, 19, 45})
  void goesOnToTheBitWithAMetric(int steps) {
    isTheSame(SHARED, steps, 6);
  }

  private static void isTheSame(Polarization polarization, int steps, int smallest) {
    RememberedIterations first = new RememberedIterations(steps);
    assertThatExceptionOfType(RememberedIterations.Ended.class)
        .isThrownBy(() -> spectrum(polarization, smallest, first));

    RememberedIterations second = RememberedIterations.after(first);
    Spectrum resumed = spectrum(polarization, smallest, second);

    Spectrum whole = spectrum(polarization, smallest, IterationWatch.none());
    assertThat(resumed.singularValues()).isEqualTo(whole.singularValues());
    assertThat(resumed.rightSingularVectors()).isEqualTo(whole.rightSingularVectors());
    DefectSpectrum defects = resumed.defects().orElseThrow();
    assertThat(defects.defects()).isEqualTo(whole.defects().orElseThrow().defects());
    assertThat(defects.directions()).isEqualTo(whole.defects().orElseThrow().directions());
    assertThat(first.steps.size() + second.steps.size()).isGreaterThan(steps);
    assertThat(second.steps.get(0).iteration())
        .isEqualTo(first.steps.get(first.steps.size() - 1).iteration());
  }

  @Test
  void solvesNothingTwice() {
    RememberedIterations first = new RememberedIterations(Integer.MAX_VALUE);
    Spectrum whole = spectrum(COMPLETE, 6, first);

    RememberedIterations second = RememberedIterations.after(first);
    Spectrum again = spectrum(COMPLETE, 6, second);

    assertThat(second.steps).isEmpty();
    assertThat(again.singularValues()).isEqualTo(whole.singularValues());
  }

  @Test
  void refusesWhatWasKeptOfOtherSamples() {
    RememberedIterations first = new RememberedIterations(Integer.MAX_VALUE);
    spectrum(COMPLETE, 6, first);
    Polarization other = Planted.of(Planted.gl(18), 700, 2, 4, 1, 43);

    assertThatExceptionOfType(NumericalException.class)
        .isThrownBy(() -> spectrum(other, 6, RememberedIterations.after(first)))
        .withMessageContaining("LIEGG-CHECKPOINT-OTHER")
        .withMessageContaining("other gradients or samples")
        .withMessageContaining("without --resume");
  }

  @Test
  void refusesWhatIsCutShort() {
    RememberedIterations first = new RememberedIterations(5);
    assertThatExceptionOfType(RememberedIterations.Ended.class)
        .isThrownBy(() -> spectrum(COMPLETE, 6, first));
    for (Map.Entry<String, byte[]> state : first.kept.entrySet()) {
      state.setValue(Arrays.copyOf(state.getValue(), state.getValue().length / 2));
    }

    assertThatExceptionOfType(NumericalException.class)
        .isThrownBy(() -> spectrum(COMPLETE, 6, RememberedIterations.after(first)))
        .withMessageContaining("LIEGG-CHECKPOINT-CORRUPT");
  }

  @Test
  void tellsEveryStepOfEveryProblem() {
    RememberedIterations watch = new RememberedIterations(Integer.MAX_VALUE);
    spectrum(COMPLETE, 6, watch);

    List<String> problems = watch.steps.stream().map(IterationStep::problem).distinct().toList();
    assertThat(problems)
        .containsExactly(
            "smallest defects of 306 fields", "smallest singular values of 324 fields");
    for (String problem : problems) {
      List<IterationStep> steps =
          watch.steps.stream().filter(step -> step.problem().equals(problem)).toList();
      for (int i = 0; i < steps.size(); i++) {
        assertThat(steps.get(i).iteration()).isEqualTo(i);
      }
      IterationStep last = steps.get(steps.size() - 1);
      assertThat(last.converged()).isEqualTo(last.wanted()).isEqualTo(6);
    }
    IterationStep first = watch.steps.get(0);
    assertThat(first.residual()).isGreaterThan(first.target());
  }

  @Test
  void givesTheDefectsWithoutSingularValues() {
    RememberedIterations watch = new RememberedIterations(Integer.MAX_VALUE);
    try (Decomposition decomposition = open(COMPLETE, 6)) {
      assertThat(decomposition.finishDefects(WantedDefects.ALL, watch).orElseThrow().defects())
          .isEqualTo(
              spectrum(COMPLETE, 6, IterationWatch.none()).defects().orElseThrow().defects());
    }
    assertThat(watch.steps).noneMatch(step -> step.problem().contains("singular"));
  }

  @Test
  void looksForMoreWhileAllAreSymmetries() {
    // so(9) has 36 dimensions: 16 and 32 are not enough.
    Polarization round = Planted.of(Planted.gl(9), 300, 1, 9, 0, 44);
    LobpcgSettings open = LobpcgSettings.of(DecompositionOptions.defaults()).withDenseUpTo(0);

    try (Decomposition decomposition = Iterated.open(round.columns(), open)) {
      decomposition.accept(round);
      Spectrum spectrum = decomposition.finish();
      double[] defects = spectrum.defects().orElseThrow().defects();
      assertThat(Arrays.stream(defects).filter(defect -> defect <= 0.01)).hasSize(36);
      assertThat(defects.length).isEqualTo(64);
      assertThat(spectrum.count()).isEqualTo(64);
    }
  }

  @Test
  void givesNoMoreThanIsAskedFor() {
    Polarization round = Planted.of(Planted.gl(9), 300, 1, 9, 0, 44);

    assertThat(Iterated.spectrum(round, 16).defects().orElseThrow().defects()).hasSize(16);
  }

  private static Decomposition open(Polarization polarization, int smallest) {
    Decomposition decomposition = Iterated.open(polarization.columns(), smallest);
    decomposition.accept(polarization);
    return decomposition;
  }

  private static Spectrum spectrum(Polarization polarization, int smallest, IterationWatch watch) {
    try (Decomposition decomposition = open(polarization, smallest)) {
      return decomposition.finish(watch);
    }
  }
}
