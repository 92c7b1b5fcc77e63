package org.liegg.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.OutputException;
import org.liegg.api.report.Verdict;
import org.liegg.metrics.SymmetryGauges;
import org.liegg.metrics.SymmetrySummary;

class CsvHistoryTest {
  private static final String HEADER =
      "iteration,epoch,score,verdict,dimension,trivial,variance,largest_angle,largest_bias,"
          + "reference_defect_max,reference_defect_mean,seconds,message,"
          + "defect_1,defect_2,defect_3,defect_4";

  @TempDir Path directory;

  @Test
  void everyMeasurementIsALineAsSoonAsItIsTaken() throws IOException {
    Path file = directory.resolve("symmetries.csv");
    List<List<String>> whileTraining = new ArrayList<>();
    MultiLayerNetwork network = RoundTask.network();
    SymmetryListener listener =
        RoundTask.listener("gl(2)")
            .reference("so(2)")
            .csv(file)
            .onMeasurement(measurement -> whileTraining.add(lines(file)))
            .build();
    assertThat(lines(file)).containsExactly(HEADER);
    network.setListeners(listener);

    network.fit(RoundTask.iterator(), 3);

    assertThat(whileTraining).extracting(List::size).containsExactly(2, 3, 4);
    assertThat(Files.readString(file)).endsWith("\n");
    for (int i = 0; i < 3; i++) {
      assertThat(lines(file).get(i + 1)).isEqualTo(line(listener.measurements().get(i)));
    }
    listener.close();
  }

  @Test
  void whatDoesNotExistIsEmptyAndMessagesAreQuoted() {
    Path file = directory.resolve("failed.csv");
    try (CsvHistory history = CsvHistory.create(file, 2)) {
      history.append(
          new Measurement(
              8, 1, Double.NaN, Optional.empty(), SymmetrySummary.none(), 0.5, "a \"b\", c"));
      history.append(
          new Measurement(
              16,
              2,
              0.25,
              Optional.of(Verdict.BROKEN),
              new SymmetrySummary(
                  0,
                  0,
                  new double[] {0.5},
                  OptionalDouble.of(2),
                  OptionalDouble.empty(),
                  OptionalDouble.empty(),
                  Optional.empty()),
              0.5,
              ""));
    }

    assertThat(lines(file).subList(1, 3))
        .containsExactly(
            "8,1,NaN,failed,,,,,,,,0.5,\"a \"\"b\"\", c\",,",
            "16,2,0.25,broken,0,0,2.0,,,,,0.5,,0.5,");
  }

  @Test
  void replacesAFileThatIsThere() throws IOException {
    Path file = directory.resolve("old.csv");
    Files.writeString(file, "an old history, longer than the header\n".repeat(50));

    RoundTask.listener("gl(2)").csv(file).build().close();

    assertThat(lines(file)).containsExactly(HEADER);
  }

  @Test
  void leavesAFileThatIsThereAloneWhereTheListenerIsRefused() throws IOException {
    Path file = directory.resolve("kept.csv");
    Files.writeString(file, "kept");

    assertThatThrownBy(() -> RoundTask.listener("gl(3)").csv(file).build())
        .hasMessageStartingWith("LIEGG-ACTION-SIZE");

    assertThat(file).hasContent("kept");
  }

  @Test
  void refusesAPathThatCannotBeWritten() {
    Path nowhere = directory.resolve("missing").resolve("symmetries.csv");

    for (Path path : List.of(nowhere, directory)) {
      assertThatThrownBy(() -> RoundTask.listener("gl(2)").csv(path).build())
          .isInstanceOfSatisfying(
              OutputException.class, e -> assertThat(e.code()).isEqualTo("LIEGG-OUTPUT-UNWRITABLE"))
          .hasMessageContaining("history " + path)
          .hasMessageContaining("choose a file in a folder that exists");
    }
  }

  @Test
  void anInterruptedThreadStillWrites() {
    Path file = directory.resolve("interrupted.csv");
    SymmetryListener listener = RoundTask.listener("gl(2)").csv(file).build();
    MultiLayerNetwork network = RoundTask.network();

    Thread.currentThread().interrupt();
    listener.measure(network);
    boolean interrupted = Thread.interrupted();
    listener.measure(network);

    assertThat(interrupted).isTrue();
    assertThat(lines(file)).hasSize(3);
    listener.close();
  }

  @Test
  void aLineThatCannotBeWrittenStopsNothing() {
    CsvHistory history = CsvHistory.create(directory.resolve("gone.csv"), 4);
    history.close();
    List<Measurement> heard = new ArrayList<>();
    SymmetryListener listener =
        new SymmetryListener(
            RoundTask.probe(),
            new MeasurementSchedule(MeasurementSchedule.Unit.EPOCH, 1),
            new SymmetryGauges("net", "gl(2)"),
            Optional.of(history),
            heard::add);
    MultiLayerNetwork network = RoundTask.network();
    network.setListeners(listener);

    network.fit(RoundTask.iterator(), 2);

    assertThat(heard).hasSize(2).isEqualTo(listener.measurements());
    assertThat(heard).noneMatch(each -> each.failed());
  }

  @Test
  void closingEndsTheFileAndNotTheTraining() {
    Path file = directory.resolve("closed.csv");
    SymmetryListener listener = RoundTask.listener("gl(2)").csv(file).build();
    MultiLayerNetwork network = RoundTask.network();
    listener.measure(network);
    listener.close();
    listener.close();

    listener.measure(network);

    assertThat(lines(file)).hasSize(2);
    assertThat(listener.measurements()).hasSize(2);
  }

  private static String line(Measurement measurement) {
    SymmetrySummary found = measurement.symmetries();
    List<Object> fields =
        new ArrayList<>(
            List.of(
                measurement.iteration(),
                measurement.epoch(),
                measurement.score(),
                measurement.outcome(),
                found.dimension(),
                found.trivial(),
                found.variance().orElseThrow(),
                orEmpty(found.largestAngle()),
                orEmpty(found.largestBias()),
                found.reference().orElseThrow().worst(),
                found.reference().orElseThrow().mean(),
                measurement.seconds(),
                measurement.message()));
    for (double defect : found.defects()) {
      fields.add(defect);
    }
    return String.join(",", fields.stream().map(Object::toString).toList());
  }

  private static Object orEmpty(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : "";
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
