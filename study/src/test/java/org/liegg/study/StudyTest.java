package org.liegg.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.study.network.DenseActivation;
import org.liegg.study.result.CellResult;
import org.liegg.study.result.Findings;
import org.liegg.study.result.ResultsLog;
import org.liegg.study.result.StudyJson;
import org.liegg.study.result.StudyResult;
import org.liegg.study.result.StudyTables;
import org.liegg.study.result.TrackPoint;
import org.liegg.study.spec.Augmentation;
import org.liegg.study.spec.StudySpec;
import org.liegg.study.spec.Training;

class StudyTest {
  @TempDir Path folder;

  @Test
  void measuresEveryCellAndSaysWhatGoesWithWhat() throws IOException {
    StudyResult result = TinyStudy.run(TinyStudy.spec().track(3).build(), folder, 2);

    assertThat(result.cells()).hasSize(8);
    for (CellResult cell : result.cells()) {
      Findings found = TinyStudy.found(cell);
      assertThat(found.heldOut().testError()).isBetween(0.0, 1.5);
      assertThat(found.variance().smallest()).isPositive();
      assertThat(found.variance().mean().orElseThrow()).isGreaterThan(found.variance().smallest());
      assertThat(found.defects().worst().orElseThrow()).isPositive();
      assertThat(found.defects().worstInterval().orElseThrow()[0])
          .isLessThanOrEqualTo(found.defects().worst().orElseThrow());
      assertThat(found.reference().largestAngle().orElseThrow()).isBetween(0.0, 90.0);
      assertThat(cell.track()).extracting(TrackPoint::epoch).containsExactly(0, 3, 6);
      assertThat(cell.track().get(2).findings().heldOut().testError())
          .isEqualTo(found.heldOut().testError());
    }
    assertThat(result.correlations())
        .anyMatch(one -> one.x().equals("varianceMean") && one.y().equals("testError"));
    assertThat(StudyTables.results(result).lines()).hasSize(9);
    assertThat(StudyTables.track(result).lines()).hasSize(25);
    JsonNode json = new ObjectMapper().readTree(StudyJson.toString(result));
    assertThat(json.at("/schema").asText()).isEqualTo("liegg-study/1");
    assertThat(json.at("/spec/task").asText()).isEqualTo("o5");
    assertThat(json.at("/cells/7/status").asText()).isEqualTo("done");
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    StudySpec spec = TinyStudy.spec().build();

    assertThat(TinyStudy.comparable(TinyStudy.run(spec, folder.resolve("one"), 1)))
        .isEqualTo(TinyStudy.comparable(TinyStudy.run(spec, folder.resolve("two"), 3)));
  }

  @Test
  void aCellThatDivergesIsRecordedAndTheOthersGoOn() {
    StudySpec spec =
        TinyStudy.spec(3, 8)
            .augmentation(List.of(Augmentation.NONE, Augmentation.UNTRAINED))
            .training(new Training(3, 50, 1e30, Training.Schedule.CONSTANT, DenseActivation.SWISH))
            .build();

    StudyResult result = TinyStudy.run(spec, folder, 2);

    assertThat(result.cells())
        .extracting(CellResult::status)
        .containsExactly(
            CellResult.Status.DIVERGED,
            CellResult.Status.DIVERGED,
            CellResult.Status.DONE,
            CellResult.Status.DONE);
    assertThat(StudyTables.results(result)).contains(",diverged,,,");
  }

  @Test
  void whatIsDoneIsNotDoneAgain() throws IOException {
    StudySpec spec = TinyStudy.spec().seeds(List.of(1L)).build();
    TinyStudy.run(spec, folder, 2);
    List<String> lines = Files.readAllLines(folder.resolve(ResultsLog.FILE));
    assertThat(lines).hasSize(5);

    TinyStudy.run(spec, folder, 2);

    assertThat(Files.readAllLines(folder.resolve(ResultsLog.FILE))).isEqualTo(lines);
  }

  @Test
  void aLineThatWasCutShortIsDoneAgain() throws IOException {
    StudySpec spec = TinyStudy.spec().seeds(List.of(1L)).build();
    StudyResult whole = TinyStudy.run(spec, folder, 2);
    Path log = folder.resolve(ResultsLog.FILE);
    String text = Files.readString(log);
    Files.writeString(
        log, text.substring(0, text.length() - 30), StandardOpenOption.TRUNCATE_EXISTING);

    StudyResult again = TinyStudy.run(spec, folder, 2);

    assertThat(TinyStudy.comparable(again)).isEqualTo(TinyStudy.comparable(whole));
    assertThat(Files.readAllLines(log)).hasSize(5);
  }

  @Test
  void refusesTheFolderOfAnotherStudy() {
    TinyStudy.run(TinyStudy.spec().seeds(List.of(1L)).build(), folder, 2);

    StudySpec other = TinyStudy.spec().seeds(List.of(1L)).epochs(7).build();

    assertThatThrownBy(() -> TinyStudy.run(other, folder, 2))
        .hasMessage(
            "LIEGG-STUDY-FOLDER: study file %s: it holds the cells of another study, or of the same"
                    .formatted(folder.resolve(ResultsLog.FILE))
                + " with other values; choose another folder, or give the values that this one was"
                + " begun with");
  }

  @Test
  void everyRegimeTrains() {
    StudySpec spec =
        TinyStudy.spec(2, 16)
            .seeds(List.of(1L))
            .augmentation(List.of(Augmentation.NONE, Augmentation.FIXED, Augmentation.FRESH))
            .weightDecay(List.of(0.0, 0.1))
            .pretrain(List.of(0, 2))
            .layerwise(List.of(false, true))
            .build();

    StudyResult result = TinyStudy.run(spec, folder, 2);

    assertThat(result.cells()).hasSize(24);
    assertThat(
            result.cells().stream()
                .map(cell -> TinyStudy.found(cell).heldOut().testError())
                .distinct())
        .as("no two regimes are the same")
        .hasSize(24);
    assertThat(result.cells())
        .allSatisfy(
            cell -> assertThat(TinyStudy.found(cell).heldOut().testError()).isLessThan(1.5));
  }
}
