package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.data.Datasets;
import org.liegg.data.NpyWriter;

class ExportCommandTest {
  @TempDir Path folder;

  private static CommandRun export(String model, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "export",
                "--model",
                CommandRun.reference(model).toString(),
                "--data",
                CommandRun.reference("x.npy").toString(),
                "--limit",
                "2000"));
    args.addAll(List.of(more));
    return CommandRun.of(args.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"model.zip", "model.onnx", "saved_model"})
  void aModelIsAveragedOverAGroup(String model) {
    Path target = folder.resolve("symmetric");

    CommandRun run = export(model, "--group", "S(2) on 5", "--orbit-average", target.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("averaged over all 2 elements of S(2) on 5.")
        .contains("Before: Does not hold:")
        .contains("After: Holds:");
    assertThat(target).exists();
    assertThat(folder.toFile().list()).containsExactly("symmetric");
  }

  @Test
  void aModelIsAskedAtOneOfEveryOrbit() {
    Path target = folder.resolve("symmetric.onnx");

    CommandRun run = export("model.onnx", "--group", "S(2) on 5", "--canonical", target.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("at one representative of every orbit of S(2) on 5 (2 elements).")
        .contains("After: Holds:");
  }

  @Test
  void theGroupOfAReportIsTaken() {
    Path report = folder.resolve("report.json");
    String data = CommandRun.reference("x.npy").toString();
    String model = CommandRun.reference("model.onnx").toString();
    CommandRun.of(
        "extract",
        "--model",
        model,
        "--data",
        data,
        "--limit",
        "4000",
        "--action",
        "gl(5)^2",
        "--json",
        report.toString(),
        "--generators",
        folder.resolve("found.json").toString());

    for (String from : List.of("report", "found")) {
      CommandRun run =
          export(
              "model.onnx",
              "--from",
              folder.resolve(from + ".json").toString(),
              "--orbit-average",
              folder.resolve(from + ".onnx").toString());

      assertThat(run.exitCode()).isZero();
      assertThat(run.out()).contains("averaged over 64 elements of SO(5)^2, drawn by");
    }
  }

  @Test
  void labelsScoreBoth() {
    Path labels = folder.resolve("labels.npy");
    double[][] zeros = new double[10_000][1];
    NpyWriter.write(labels, zeros);

    CommandRun run =
        export(
            "model.onnx",
            "--group",
            "S(2) on 5",
            "--labels",
            labels.toString(),
            "--orbit-average",
            folder.resolve("s.onnx").toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Of 10000 labelled samples");
  }

  @Test
  void labelsOfOtherSamplesLeaveNothingWritten() {
    Path labels = folder.resolve("labels.npy");
    NpyWriter.write(labels, new double[3][1]);
    String given = labels.toString();

    CommandRun model =
        export(
            "model.onnx",
            "--group",
            "S(2) on 5",
            "--labels",
            given,
            "--orbit-average",
            folder.resolve("s.onnx").toString());
    CommandRun moved =
        CommandRun.of(
            "export",
            "--data",
            CommandRun.reference("x.npy").toString(),
            "--group",
            "O(5)^2",
            "--labels",
            given,
            "--augment",
            folder.resolve("m.npy").toString(),
            "--augmented-labels",
            folder.resolve("l.npy").toString());

    assertThat(List.of(model, moved))
        .allMatch(run -> run.exitCode() == 2)
        .allMatch(run -> run.err().startsWith("liegg: LIEGG-EXPORT-LABELS"));
    assertThat(folder.toFile().list()).containsExactly("labels.npy");
  }

  @Test
  void samplesAreMoved() {
    Path moved = folder.resolve("moved.npy");

    CommandRun run =
        CommandRun.of(
            "export",
            "--data",
            CommandRun.reference("x.npy").toString(),
            "--group",
            "O(5)^2",
            "--augment",
            moved.toString(),
            "--copies",
            "2");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("every sample moved 2 times by O(5)^2");
    assertThat(Datasets.open(moved).columns()).isEqualTo(10);
    assertThat(Datasets.open(moved).samples()).hasValue(20_000);
  }

  @Test
  void nothingIsWrittenOverAnotherModel() throws Exception {
    Path target = Files.writeString(folder.resolve("kept.onnx"), "kept");

    CommandRun run =
        export("model.onnx", "--group", "S(2) on 5", "--orbit-average", target.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("liegg: LIEGG-EXPORT-TARGET");
    assertThat(target).hasContent("kept");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model.zip;--canonical",
        "model.h5;--orbit-average",
      })
  void whatCannotBeWrittenIsSaid(String what) {
    int cut = what.indexOf(';');

    CommandRun run =
        export(
            what.substring(0, cut),
            "--group",
            "S(2) on 5",
            what.substring(cut + 1),
            folder.resolve("no").toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("liegg: LIEGG-EXPORT-MODEL");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatIsMissingIsSaid() {
    assertThat(export("model.onnx", "--group", "C(4)^5").err()).contains("say what is wanted");
    assertThat(export("model.onnx", "--orbit-average", "x").err())
        .contains("give --group or --from");
    assertThat(export("model.onnx", "--group", "C(4)^2", "--orbit-average", folder + "/x").err())
        .startsWith("liegg: LIEGG-ACTION-SIZE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--max-defect=0.1", "--standardize=fit", "--outputs=2", "--labels=y.npy"})
  void whatIsNotUsedIsRefused(String option) {
    CommandRun run =
        CommandRun.of(
            "export",
            "--data",
            CommandRun.reference("x.npy").toString(),
            "--group",
            "O(5)^2",
            "--augment",
            folder.resolve("moved.npy").toString(),
            option);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(option.replaceFirst("=.*", "") + " is given", "leave it out");
    assertThat(folder).isEmptyDirectory();
  }
}
