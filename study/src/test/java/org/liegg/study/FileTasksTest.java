package org.liegg.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.Batch;
import org.liegg.api.report.Orbit;
import org.liegg.data.NpyWriter;
import org.liegg.study.network.DenseActivation;
import org.liegg.study.network.DenseLoss;
import org.liegg.study.result.CellResult;
import org.liegg.study.result.Findings;
import org.liegg.study.result.StudyResult;
import org.liegg.study.run.Cells;
import org.liegg.study.spec.Augmentation;
import org.liegg.study.spec.Cell;
import org.liegg.study.spec.Evaluation;
import org.liegg.study.spec.StudySpec;
import org.liegg.study.spec.StudySpecBuilder;
import org.liegg.study.spec.TaskKind;
import org.liegg.study.spec.Training;
import org.liegg.study.task.Samples;
import org.liegg.study.task.StudyTask;
import org.liegg.study.task.Tasks;

@Tag("slow")
class FileTasksTest {
  private static final int SIDE = 12;
  private static final int IMAGES = 200;

  @TempDir Path folder;

  /** Bars of two lengths from the center, as IDX files. */
  private void writeImages() throws IOException {
    ByteBuffer images = ByteBuffer.allocate(16 + IMAGES * SIDE * SIDE);
    images.putInt(0x803).putInt(IMAGES).putInt(SIDE).putInt(SIDE);
    ByteBuffer labels = ByteBuffer.allocate(8 + IMAGES);
    labels.putInt(0x801).putInt(IMAGES);
    Random random = new Random(5);
    for (int n = 0; n < IMAGES; n++) {
      int label = random.nextInt(2);
      labels.put((byte) label);
      for (int row = 0; row < SIDE; row++) {
        for (int column = 0; column < SIDE; column++) {
          boolean bar = Math.abs(column - 5) < 2 && Math.abs(row - 5) < 3 + 2 * label;
          images.put((byte) (bar ? 150 + random.nextInt(100) : 0));
        }
      }
    }
    Files.write(folder.resolve("images"), images.array());
    Files.write(folder.resolve("labels"), labels.array());
  }

  private static StudySpecBuilder oneNetwork(TaskKind task, int width, int samples) {
    return StudySpec.builder(task)
        .hiddenLayers(List.of(2))
        .widths(List.of(width))
        .seeds(List.of(1L))
        .samples(List.of(samples));
  }

  private StudySpecBuilder digits() {
    return oneNetwork(TaskKind.ROTATED_DIGITS, 16, 160)
        .action("image(12x12)")
        .training(new Training(4, 20, 1e-3, Training.Schedule.CONSTANT, DenseActivation.SWISH))
        .evaluation(new Evaluation(40, 0.01, 0))
        .inputs(folder.resolve("images"))
        .targets(folder.resolve("labels"));
  }

  @Test
  void trainsOnImagesUnderEveryControl() throws IOException {
    writeImages();

    StudyResult result = TinyStudy.run(digits().build(), folder.resolve("out"), 2);

    assertThat(result.cells())
        .extracting(cell -> cell.cell().regime().augmentation())
        .containsExactly(Augmentation.values());
    for (CellResult cell : result.cells()) {
      Findings found = TinyStudy.found(cell);
      assertThat(found.heldOut().accuracy().orElseThrow() + found.heldOut().testError())
          .isCloseTo(1, within(1e-12));
      assertThat(found.variance().ascending()).hasSize(4).isSorted();
      assertThat(found.generator()).hasSize(4);
      // What the smallest generator lacks of a turn is its symmetric part.
      double[] g = found.generator();
      double turn = (g[1] - g[2]) / Math.sqrt(2);
      assertThat(found.reference().bias().orElseThrow())
          .isCloseTo(Math.sqrt(1 - turn * turn), within(1e-6));
      assertThat(found.reference().largestAngle().orElseThrow())
          .isCloseTo(Math.toDegrees(Math.acos(Math.abs(turn))), within(1e-3));
    }
  }

  @Test
  void drawsOrbitsThroughTheImageItself() throws IOException {
    writeImages();

    StudyResult result = TinyStudy.run(digits().build(), folder.resolve("out"), 2);

    Orbit orbit = result.cells().get(3).orbits().get(0);
    assertThat(orbit.shape()).containsExactly(SIDE, SIDE);
    assertThat(orbit.t()).hasSize(25).isSorted();
    assertThat(orbit.t()[12]).isZero();
    assertThat(orbit.outputs()[0]).hasSize(2);
    Samples heldOut = Tasks.of(digits().build()).heldOut();
    assertThat(orbit.inputs()[12])
        .containsExactly(heldOut.x().slice(0, 1).values(), within(0.5e-4 + 1e-12));
  }

  @Test
  void freshAnglesDifferFromEpochToEpochAndFixedOnesDoNot() throws IOException {
    writeImages();
    StudySpec spec = digits().build();
    StudyTask task = Tasks.of(spec);
    List<Cell> cells = Cells.of(spec, task);

    StudyTask.Epochs fixed = task.training(cells.get(2));
    StudyTask.Epochs fresh = task.training(cells.get(3));

    assertThat(fixed.of(0).x().values()).isEqualTo(fixed.of(1).x().values());
    assertThat(fresh.of(0).x().values()).isNotEqualTo(fresh.of(1).x().values());
    assertThat(fresh.of(1).x().values()).isEqualTo(fresh.of(1).x().values());
  }

  @Test
  void asksForNoMoreSamplesThanThereAre() throws IOException {
    writeImages();

    assertThatThrownBy(
            () -> TinyStudy.run(digits().samples(List.of(161)).build(), folder.resolve("out"), 1))
        .hasMessage(
            "LIEGG-STUDY-DATA: study rotated-digits: 161 training samples are asked for, its files"
                + " hold 160 (the rest is held out); ask for fewer samples, or give more data");
  }

  @Test
  void trainsOnSamplesOfOnesOwn() {
    Random random = new Random(3);
    double[] x = new double[600 * 2];
    double[] y = new double[600];
    for (int n = 0; n < y.length; n++) {
      x[2 * n] = random.nextGaussian();
      x[2 * n + 1] = random.nextGaussian();
      y[n] = (x[2 * n] * x[2 * n] + x[2 * n + 1] * x[2 * n + 1] - 2) / 2;
    }
    NpyWriter.write(folder.resolve("x.npy"), new Batch(600, 2, x));
    NpyWriter.write(folder.resolve("y.npy"), new Batch(600, 1, y));
    StudySpec spec = own("y.npy").build();

    StudyResult result = TinyStudy.run(spec, folder.resolve("out"), 2);

    assertThat(TinyStudy.found(result.cells().get(0)).heldOut().testError()).isLessThan(0.2);
    assertThat(TinyStudy.found(result.cells().get(0)).reference().largestAngle().orElseThrow())
        .isLessThan(15);
  }

  private StudySpecBuilder own(String targets) {
    return oneNetwork(TaskKind.DATA, 24, 480)
        .name("mine")
        .action("gl(2)")
        .reference("so(2)")
        .training(new Training(40, 40, 5e-3, Training.Schedule.COSINE, DenseActivation.SWISH))
        .evaluation(new Evaluation(120, 0.01, 0))
        .inputs(folder.resolve("x.npy"))
        .targets(folder.resolve(targets));
  }

  @Test
  void refusesTargetsThatDoNotBelongToTheSamples() {
    NpyWriter.write(folder.resolve("x.npy"), new Batch(3, 2, new double[6]));
    NpyWriter.write(folder.resolve("y.npy"), new Batch(2, 1, new double[2]));

    assertThatThrownBy(() -> Tasks.of(own("y.npy").build()))
        .hasMessageStartingWith("LIEGG-STUDY-DATA: study mine: ")
        .hasMessageEndingWith("2 targets; give the targets of these samples");
  }

  @Test
  void refusesLabelsThatAreNoClasses() {
    NpyWriter.write(folder.resolve("x.npy"), new Batch(2, 2, new double[4]));
    NpyWriter.write(folder.resolve("y.npy"), new Batch(2, 1, new double[] {0, 0.5}));

    assertThatThrownBy(() -> Tasks.of(own("y.npy").loss(DenseLoss.CROSS_ENTROPY).build()))
        .hasMessageContaining("y.npy holds 0.5, which is no class; number the classes from 0");
  }
}
