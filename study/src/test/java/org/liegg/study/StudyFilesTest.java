package org.liegg.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.study.network.DenseActivation;
import org.liegg.study.run.Cells;
import org.liegg.study.spec.Augmentation;
import org.liegg.study.spec.BuiltInStudies;
import org.liegg.study.spec.Cell;
import org.liegg.study.spec.Evaluation;
import org.liegg.study.spec.Regime;
import org.liegg.study.spec.StudyException;
import org.liegg.study.spec.StudyFiles;
import org.liegg.study.spec.StudySpec;
import org.liegg.study.spec.TaskKind;
import org.liegg.study.spec.Training;
import org.liegg.study.task.Tasks;

class StudyFilesTest {
  private static StudySpec spec(String yaml) {
    return StudyFiles.read("s.yaml", yaml, Path.of("folder")).build();
  }

  private static void refuses(String yaml, String message) {
    assertThatThrownBy(() -> spec(yaml)).isInstanceOf(StudyException.class).hasMessage(message);
  }

  @Test
  void readsEveryKey() {
    StudySpec spec =
        spec(
            """
            name: mine
            task: data
            action: gl(3)
            reference: so(3)
            head: normalized-logits
            seed: 7
            grid:
              hiddenLayers: [1, 2]
              width: 32
              seeds: [4, 5]
              samples: 1_000
            training:
              epochs: 9
              batchSize: 50
              learningRate: 1e-3
              schedule: constant
              activation: tanh
              augmentation: [upright, fresh]
              weightDecay: [0, 1e-4]
              pretrain: 3
              layerwise: [true, false]
            evaluation:
              samples: 300
              tolerance: 0.02
              track: 2
            data:
              inputs: x.npy
              targets: y.npy
              loss: cross-entropy
              testShare: 0.25
            """);

    assertThat(spec.name()).isEqualTo("mine");
    assertThat(spec.grid().hiddenLayers()).containsExactly(1, 2);
    assertThat(spec.grid().widths()).containsExactly(32);
    assertThat(spec.grid().parameterBudgets()).isEmpty();
    assertThat(spec.grid().seeds()).containsExactly(4L, 5L);
    assertThat(spec.grid().samples()).containsExactly(1000);
    assertThat(spec.grid().regimes())
        .hasSize(8)
        .contains(new Regime(Augmentation.NONE, 1e-4, 3, true));
    assertThat(spec.training())
        .isEqualTo(new Training(9, 50, 1e-3, Training.Schedule.CONSTANT, DenseActivation.TANH));
    assertThat(spec.evaluation()).isEqualTo(new Evaluation(300, 0.02, 2));
    assertThat(spec.data().orElseThrow().inputs()).isEqualTo(Path.of("folder", "x.npy"));
    assertThat(spec.seed()).isEqualTo(7);
  }

  @Test
  void whatIsNotSaidIsAsInTheBuiltInStudy() {
    assertThat(spec("task: lorentz")).isEqualTo(BuiltInStudies.named("lorentz").build());
  }

  @Test
  void namesTheLineOfAnUnknownKeyAndTheNearestKnownOne() {
    refuses(
        "task: o5\ngrid:\n  hidenLayers: [1]\n",
        "LIEGG-STUDY-SPEC: study file s.yaml, line 3, column 3: unknown key 'hidenLayers' in grid,"
            + " did you mean 'hiddenLayers'?; known are hiddenLayers, parameterBudget, samples,"
            + " seeds, width");
  }

  @Test
  void namesTheLineOfAValueThatIsNoNumber() {
    refuses(
        "task: o5\ntraining: {epochs: many}\n",
        "LIEGG-STUDY-SPEC: study file s.yaml, line 2, column 20: epochs is 'many'; give a whole"
            + " number, e.g. 10");
  }

  @Test
  void suggestsTheNearestTask() {
    refuses(
        "task: lorenz\n",
        "LIEGG-STUDY-SPEC: study file s.yaml, line 1, column 7: task is 'lorenz', did you mean"
            + " 'lorentz'?; give one of data, lorentz, o5, rotated-digits, se3-pairs");
  }

  @Test
  void refusesWidthAndBudgetTogether() {
    refuses(
        "task: o5\ngrid: {width: 8, parameterBudget: 100}\n",
        "LIEGG-STUDY-SPEC: study file s.yaml, line 2, column 7: the grid has both width and"
            + " parameterBudget; give one: a width, or a budget from which the width follows");
  }

  @Test
  void refusesFewerSamplesThanABatch() {
    refuses(
        "task: o5\ngrid: {samples: [100, 1000]}\n",
        "LIEGG-STUDY-SPEC: study o5: 100 training samples are fewer than the batchSize of 250; take"
            + " more samples or smaller batches");
  }

  @Test
  void refusesABudgetThatDoesNotPayForTheDepth() {
    StudySpec spec = spec("task: o5\ngrid: {hiddenLayers: 6, parameterBudget: 40}\n");

    assertThatThrownBy(() -> Cells.of(spec, Tasks.of(spec)))
        .hasMessage(
            "LIEGG-STUDY-SPEC: study o5: a parameterBudget of 40 is too small for 6 hidden layers"
                + " on 10 inputs and 1 outputs: they need 43 for a width of 2; give a larger budget"
                + " or fewer layers");
  }

  @Test
  void asksForTheFilesOfDigits() {
    refuses(
        "task: rotated-digits\n",
        "LIEGG-STUDY-DATA: study rotated-digits: its task rotated-digits needs samples, and no"
            + " files are named; give --data FILE --labels FILE, or data: {inputs: …, targets: …}"
            + " in the spec");
  }

  @Test
  void refusesFilesThatNobodyWouldRead() {
    refuses(
        "task: o5\ndata: {inputs: x.npy, targets: y.npy}\n",
        "LIEGG-STUDY-DATA: study o5: its task o5 makes its samples itself, and files are named;"
            + " leave the files out, or give task: data");
  }

  @Test
  void asksForTheSamplesOfOnesOwnData() {
    refuses(
        "task: data\naction: gl(2)\ndata: {inputs: x.npy, targets: y.npy}\n",
        "LIEGG-STUDY-SPEC: study data: its grid has no samples; give at least one value");
  }

  @Test
  void refusesWhatIsNoYaml() {
    assertThatThrownBy(() -> spec("task: [o5\n"))
        .hasMessageStartingWith("LIEGG-STUDY-SPEC: study file s.yaml, line 2, column 1: it is not");
    refuses("", "LIEGG-STUDY-SPEC: study file s.yaml: it is empty; say at least task: o5");
  }

  /** In buffers of the parser's own size, such characters end it where they cross the border. */
  @Test
  void readsCharactersThatArePairs() {
    for (int length = 1000; length < 1100; length++) {
      String comment = "# " + "x".repeat(length - 1000) + "\ud83d\ude00".repeat(1000);
      assertThat(spec(comment + "\ntask: o5\n").task()).isEqualTo(TaskKind.O5);
    }
  }

  @Test
  void refusesAValueThatIsThereTwice() {
    refuses(
        "task: o5\ngrid: {seeds: [1, 1]}\n",
        "LIEGG-STUDY-SPEC: study o5: seeds names a value twice: [1, 1]; give every value once");
  }

  @Test
  void takesTheLargestWidthWithinABudget() {
    StudySpec spec = spec("task: o5\ngrid: {hiddenLayers: [1, 3], parameterBudget: 1500}\n");

    List<Cell> cells = Cells.of(spec, Tasks.of(spec));

    // 10 w + w + 1, and 10 w + 2 w² + w + 1.
    assertThat(cells.get(0).width()).isEqualTo(136);
    assertThat(cells.get(0).parameters()).isEqualTo(1497);
    assertThat(cells.get(3).width()).isEqualTo(24);
    assertThat(cells.get(3).parameters()).isEqualTo(1417);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "task: o5\ngrid: {width: 2147483647}",
        "task: o5\ngrid: {width: 65536}",
        "task: o5\ngrid: {hiddenLayers: 2147483647}",
        "task: o5\ngrid: {samples: 2147483647}",
        "task: o5\ngrid: {parameterBudget: 2147483647}",
        "task: o5\ngrid: {seeds: 99999999999999999999}",
        "task: o5\ntraining: {epochs: 2147483647}",
        "task: o5\ntraining: {epochs: !!java.lang.Integer 3}",
        "task: o5\ntraining: {epochs: !boom 3}",
        "task: !!javax.script.ScriptEngineManager [x]",
        "task: &a [*a]",
        "task: &a [*a, *a]\naction: *a",
        "&a task: *a",
      })
  void refusesWhatCouldNotRun(String yaml) {
    assertThatThrownBy(() -> spec(yaml))
        .isInstanceOf(StudyException.class)
        .hasMessageStartingWith("LIEGG-STUDY-SPEC");
  }

  @Test
  void refusesBombs() {
    String aliases = "a: &a [1,1]\nb: &b [*a,*a,*a]\n";
    String list = "[" + "1,".repeat(400) + "1]";
    for (String yaml :
        List.of(
            "task: " + "[".repeat(100_000),
            "task: " + "{a: ".repeat(100_000),
            "task:\n" + "- ".repeat(50_000) + "x",
            aliases + "task: *b",
            "task: o5\ntraining: {weightDecay: %s, pretrain: %s}".formatted(list, list))) {
      assertThatThrownBy(() -> spec(yaml))
          .isInstanceOf(StudyException.class)
          .hasMessageStartingWith("LIEGG-STUDY-SPEC");
    }
  }

  @Test
  void readsRegularFilesOnly(@TempDir Path folder) throws Exception {
    Path pipe = folder.resolve("pipe.yaml");
    assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    for (Path file : List.of(pipe, folder, Path.of("/dev/zero"), Path.of("/proc/self/maps"))) {
      assertThatThrownBy(() -> StudyFiles.read(file))
          .isInstanceOf(StudyException.class)
          .hasMessageContainingAll("LIEGG-STUDY-SPEC", "it cannot be read (it is ");
    }
    Path large = Files.writeString(folder.resolve("large.yaml"), "#".repeat((1 << 20) + 1));
    assertThatThrownBy(() -> StudyFiles.read(large)).hasMessageContaining("it is larger than");
  }
}
