package org.liegg.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.study.network.DenseActivation;
import org.liegg.study.result.ResultsLog;
import org.liegg.study.result.StudyResult;
import org.liegg.study.result.StudyTables;
import org.liegg.study.result.TrackPoint;
import org.liegg.study.spec.Plateau;
import org.liegg.study.spec.StudyException;
import org.liegg.study.spec.StudyFiles;
import org.liegg.study.spec.StudySpec;
import org.liegg.study.spec.Training;

class PlateauStudyTest {
  @TempDir Path folder;

  /**
   * Networks of two activations that are halved after an epoch, and end with the fourth halving.
   */
  private static StudySpec spec() {
    return TinyStudy.spec(2, 12)
        .training(
            new Training(
                30,
                100,
                5e-3,
                Training.Schedule.PLATEAU,
                DenseActivation.SWISH,
                Optional.of(new Plateau(0.2, 0.3, 1, 0.1))))
        .activations(List.of(DenseActivation.RELU, DenseActivation.SWISH))
        .track(2)
        .build();
  }

  private static StudySpec read(String training) {
    return StudyFiles.read("s.yaml", "task: o5\ntraining: {%s}\n".formatted(training), Path.of(""))
        .build();
  }

  @Test
  void saysHowLongEveryNetworkWasTrained() {
    StudyResult result = TinyStudy.run(spec(), folder, 2);

    assertThat(result.cells()).hasSize(4);
    assertThat(result.cells())
        .allSatisfy(
            cell -> {
              int epochs = cell.outcome().trained().orElseThrow().epochs();
              assertThat(epochs).isBetween(5, 29);
              assertThat(cell.outcome().trained().orElseThrow().converged()).isTrue();
              assertThat(cell.track()).extracting(TrackPoint::epoch).endsWith(epochs);
            });
    List<String> lines = StudyTables.results(result).lines().toList();
    assertThat(lines.get(0)).contains(",layerwise,activation,status,epochs,converged,testError,");
    assertThat(lines.get(1))
        .contains(
            ",false,relu,done,%d,true,"
                .formatted(result.cells().get(0).outcome().trained().orElseThrow().epochs()));
    assertThat(lines.get(3)).contains(",false,swish,done,");
    assertThat(result.cells().stream().map(cell -> TinyStudy.found(cell).heldOut().testError()))
        .doesNotHaveDuplicates();
  }

  @Test
  void aStudyThatWasStoppedGivesTheSameBits() throws IOException {
    StudyResult whole = TinyStudy.run(spec(), folder.resolve("whole"), 1);
    Path stopped = Files.createDirectories(folder.resolve("stopped")).resolve(ResultsLog.FILE);
    List<String> lines = Files.readAllLines(folder.resolve("whole").resolve(ResultsLog.FILE));
    Files.writeString(stopped, String.join("\n", lines.subList(0, 3)) + "\n{\"key");

    StudyResult resumed = TinyStudy.run(spec(), folder.resolve("stopped"), 2);

    assertThat(TinyStudy.comparable(resumed)).isEqualTo(TinyStudy.comparable(whole));
    assertThat(Files.readAllLines(stopped)).startsWith(lines.subList(0, 3).toArray(String[]::new));
  }

  @Test
  void otherSchedulesSayTheEpochsOfTheirPlan() {
    StudyResult result = TinyStudy.run(TinyStudy.spec(1, 12).seeds(List.of(1L)).build(), folder, 1);

    assertThat(StudyTables.results(result)).contains(",false,swish,done,6,,");
  }

  @Test
  void readsWhenTheRateFalls() {
    assertThat(read("schedule: plateau").training().plateau()).contains(Plateau.usual());
    StudySpec said =
        read(
            "schedule: plateau, plateau: {validationShare: 0.2, improvement: 0.02, patience: 3,"
                + " rateFraction: 0.1}");
    assertThat(said.training().plateau()).contains(new Plateau(0.2, 0.02, 3, 0.1));
  }

  @Test
  void oneActivationInAListIsThatOfAllNetworks() {
    assertThat(read("activation: [relu]")).isEqualTo(read("activation: relu"));
    assertThat(read("activation: [swish, relu]").grid().regimes())
        .extracting(regime -> regime.activation().orElseThrow())
        .containsExactly(DenseActivation.SWISH, DenseActivation.RELU);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plateau: {patience: 3} | plateau says when a rate falls that does not wait for errors",
        "schedule: plateau, plateau: {patience: 0} | patience is 0; give at least 1",
        "schedule: plateau, plateau: {validationShare: 1} | validationShare is 1.0; give a share",
        "schedule: plateau, plateau: {validationShare: 0} | validationShare is 0.0; give a share",
        "schedule: plateau, plateau: {improvement: -1} | improvement is -1.0; give a share from 0",
        "schedule: plateau, plateau: {rateFraction: 0} | rateFraction is 0.0; give a share",
        "schedule: plateau, plateau: {rateFraction: .nan} | rateFraction is",
        "schedule: plateau, plateau: {wait: 3} | unknown key 'wait' in plateau",
        "schedule: plateau, layerwise: true | layerwise shares out a number of epochs",
        "schedule: plateau, plateau: {validationShare: 0.98} | 200 of 10000 training samples",
        "activation: [relu, relu] | names a value twice",
        "activation: [] | its grid has no regimes",
      })
  void refusesWhatMakesNoSense(String training, String message) {
    assertThatThrownBy(() -> read(training))
        .isInstanceOf(StudyException.class)
        .hasMessageStartingWith("LIEGG-STUDY-SPEC: ")
        .hasMessageContaining(message);
  }
}
