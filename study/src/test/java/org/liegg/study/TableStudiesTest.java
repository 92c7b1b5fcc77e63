package org.liegg.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.DataException;
import org.liegg.data.ColumnChoice;
import org.liegg.data.scaling.InputScaling;
import org.liegg.data.scaling.StandardizationSource;
import org.liegg.study.result.StudyFormat;
import org.liegg.study.result.StudyResult;
import org.liegg.study.spec.DataFiles;
import org.liegg.study.spec.StudyException;
import org.liegg.study.spec.StudyFiles;
import org.liegg.study.spec.StudySpec;
import org.liegg.study.spec.StudySpecBuilder;
import org.liegg.study.spec.TaskKind;
import org.liegg.study.task.StudyTask;
import org.liegg.study.task.Tasks;

/** Studies of tables: which columns are samples, and what networks are trained behind. */
class TableStudiesTest {
  private static final int ROWS = 600;
  private static final double UNIT = 300;

  @TempDir Path folder;

  /** The target depends on the distance from the origin, whatever the unit. */
  @BeforeEach
  void writeTable() throws IOException {
    Random random = new Random(3);
    StringBuilder table = new StringBuilder("id,city,a,b\n");
    StringBuilder targets = new StringBuilder("y\n");
    for (int n = 0; n < ROWS; n++) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      table.append(n).append(",Ulm,").append(UNIT * a).append(',').append(UNIT * b).append('\n');
      targets.append((a * a + b * b - 2) / 2).append('\n');
    }
    Files.writeString(folder.resolve("x.csv"), table);
    Files.writeString(folder.resolve("y.csv"), targets);
    Files.writeString(folder.resolve("scale.json"), "{\"mean\": [0, 0], \"std\": [300, 300]}");
  }

  private StudySpecBuilder study(String data) {
    return StudyFiles.read(
        "mine.yaml",
        """
        name: mine
        task: data
        action: gl(2)
        reference: so(2)
        data: {inputs: x.csv, targets: y.csv, %s}
        grid: {hiddenLayers: [2], width: [24], seeds: [1], samples: [480]}
        training: {epochs: 40, batchSize: 40, learningRate: 0.005}
        evaluation: {samples: 120}
        """
            .formatted(data),
        folder);
  }

  private static DataFiles files(StudySpecBuilder study) {
    return study.build().data().orElseThrow();
  }

  @Test
  void readsTheColumnsThatAreChosen() {
    for (String data :
        List.of("columns: a-b", "columns: [a, b]", "columns: 3-4", "exclude: [id, 2]")) {
      String spelt = data.replace("a-b", "'a,b'");
      StudyTask task = Tasks.of(study(spelt).build());

      assertThat(task.inputs()).as(spelt).isEqualTo(2);
    }
    assertThat(files(study("columns: [1, 3-4], exclude: id")).columns())
        .contains(new ColumnChoice(List.of("1", "3-4"), List.of("id")));
  }

  @Test
  void namesTheColumnsOfTextUntilTheyAreLeftOut() {
    assertThatThrownBy(() -> Tasks.of(study("loss: mse").build()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("column 2 'city' is text")
        .hasMessageContaining("--exclude city");
  }

  @Test
  void findsASymmetryOfTheSamplesAsTheyAre() {
    StudySpec spec = study("columns: 3-4, standardize: fit").build();

    StudyResult result = TinyStudy.run(spec, folder.resolve("out"), 1);

    assertThat(TinyStudy.found(result.cells().get(0)).heldOut().testError()).isLessThan(0.2);
    assertThat(TinyStudy.found(result.cells().get(0)).reference().largestAngle().orElseThrow())
        .isLessThan(15);
  }

  @Test
  void measuresWhatNetworksAreTrainedOn() {
    InputScaling fit =
        Tasks.of(study("columns: 3-4, standardize: fit").build()).scaling().orElseThrow();
    InputScaling given =
        Tasks.of(study("columns: 3-4, standardize: scale.json").build()).scaling().orElseThrow();

    assertThat(fit.standards().scale(0)).isCloseTo(UNIT, within(0.1 * UNIT));
    assertThat(given.standards().scale(1)).isEqualTo(300);
    assertThat(Tasks.of(study("columns: 3-4").build()).scaling()).isEmpty();
  }

  @Test
  void refusesAScalingOfAnotherWidth() {
    assertThatThrownBy(() -> Tasks.of(study("columns: '3,4,1', standardize: scale.json").build()))
        .hasMessageStartingWith("LIEGG-DATA-STANDARDIZE")
        .hasMessageContaining("it is for 2 values of a sample");
  }

  /** A study goes on only with what it began with. */
  @Test
  void whatIsReadAndHowIdentifiesTheStudy() {
    List<String> specs =
        List.of(
                "columns: 3-4",
                "columns: [4, 3]",
                "exclude: '1-2'",
                "columns: 3-4, standardize: fit",
                "columns: 3-4, standardize: scale.json")
            .stream()
            .map(data -> study(data).build())
            .map(spec -> StudyFormat.spec(spec, Tasks.of(spec).sources()).get("data").toString())
            .toList();

    assertThat(specs).doesNotHaveDuplicates();
    assertThat(specs.get(0)).contains("\"columns\":\"3-4\"").doesNotContain("standardize");
    assertThat(specs.get(3)).contains("\"standardize\":\"fit\"");
  }

  @Test
  void refusesWhatSaysNothing() {
    assertThatThrownBy(() -> study("columns: []"))
        .isInstanceOf(StudyException.class)
        .hasMessageContaining("columns names no columns");
    assertThatThrownBy(
            () -> StudySpec.builder(TaskKind.O5).columns(ColumnChoice.all().taking("1")).build())
        .hasMessageStartingWith("LIEGG-STUDY-DATA: study o5: it says how samples are read");
    assertThatThrownBy(
            () ->
                StudySpec.builder(TaskKind.ROTATED_DIGITS)
                    .inputs(folder.resolve("x.csv"))
                    .targets(folder.resolve("y.csv"))
                    .standardizedBy(StandardizationSource.samples())
                    .build())
        .hasMessageContaining("rotated-digits scales its images itself");
  }
}
