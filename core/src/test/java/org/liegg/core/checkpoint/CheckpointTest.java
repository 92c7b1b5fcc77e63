package org.liegg.core.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Dataset;
import org.liegg.api.LieggException;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.spi.IterationStep;
import org.liegg.api.spi.ModelGradient;
import org.liegg.core.ExactCases;
import org.liegg.core.ProgressListener;
import org.liegg.core.SymmetryExtractorBuilder;
import org.liegg.core.settings.Checkpoint;
import org.liegg.tck.fixtures.ExactModel;

/** An extraction that was ended from outside goes on from its file to the same report. */
@Tag("slow")
class CheckpointTest {
  /** As many as an iterative decomposition does not leave to a dense one. */
  private static final int INPUTS = 33;

  private static final int SAMPLES = 2600;
  private static final Dataset DATA = ExactCases.normal(SAMPLES, INPUTS);

  @TempDir Path folder;

  /** Ends an extraction after some steps of its iterations. */
  private static final class Ending implements ProgressListener {
    final List<String> stages = new ArrayList<>();
    final List<IterationStep> steps = new ArrayList<>();
    private final int most;

    Ending(int most) {
      this.most = most;
    }

    @Override
    public void samples(long done, OptionalLong total) {}

    @Override
    public void stage(String name) {
      stages.add(name);
    }

    @Override
    public void iteration(IterationStep step) {
      steps.add(step);
      if (steps.size() > most) {
        throw new Ended();
      }
    }
  }

  private static final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void goesOnToTheSameReportWhereverItWasEnded() throws IOException {
    Ending whole = new Ending(Integer.MAX_VALUE);
    SymmetryReport expected = extractor(DATA).progress(whole).build().extract();
    int all = whole.steps.size();
    assertThat(whole.stages).contains("spectrum of choosing half", "spectrum of all samples");

    for (int most : new int[] {3, all / 2, all - 2}) {
      Path file = folder.resolve("ended-" + most);
      Ending first = new Ending(most);
      assertThatExceptionOfType(Ended.class)
          .isThrownBy(() -> extractor(DATA).checkpoint(at(file)).progress(first).build().extract());
      Ending second = new Ending(Integer.MAX_VALUE);
      SymmetryReport resumed =
          extractor(DATA).checkpoint(at(file).resuming()).progress(second).build().extract();

      assertThat(second.steps).hasSize(all - most);
      assertThat(resumed.nullspace().verdict()).isEqualTo(expected.nullspace().verdict());
      assertThat(resumed.nullspace().dimension()).isEqualTo(3);
      assertThat(resumed.spectrum().singularValues())
          .isEqualTo(expected.spectrum().singularValues());
      assertThat(resumed.spectrum().defect()).isEqualTo(expected.spectrum().defect());
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(Path::toString)).hasSize(3).noneMatch(name -> name.endsWith(".part"));
    }
  }

  @Test
  void startsFromTheBeginningWhereThereIsNoFileYet() {
    Path file = folder.resolve("new");
    Ending first = new Ending(3);

    assertThatExceptionOfType(Ended.class)
        .isThrownBy(
            () ->
                extractor(DATA).checkpoint(at(file).resuming()).progress(first).build().extract());
    assertThat(file).exists();
  }

  @Test
  void refusesAFileThatNobodySaidToGoOnFrom() {
    Path file = ended();

    refused(extractor(DATA).checkpoint(at(file)), "LIEGG-CHECKPOINT-EXISTS", "--resume");
  }

  @Test
  void refusesAFileOfOtherDataOrOptionsAndSaysWhatDiffers() {
    Checkpoint kept = at(ended()).resuming();
    Dataset other = ExactCases.normal(SAMPLES, INPUTS, 2);

    refused(extractor(other).checkpoint(kept), "LIEGG-CHECKPOINT-OTHER", "data was ");
    refused(
        extractor(DATA).with(s -> s.withSmallest(20)).checkpoint(kept),
        "LIEGG-CHECKPOINT-OTHER",
        "--smallest was nothing and is 20");
    refused(
        extractor(DATA).action("aff(33)").checkpoint(kept),
        "LIEGG-CHECKPOINT-OTHER",
        "action was gl(33) and is aff(33)");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.001, 0.2, 0.999})
  void refusesAFileThatWasAltered(double where) throws IOException {
    Path file = ended();
    byte[] bytes = Files.readAllBytes(file);
    bytes[(int) (where * bytes.length)] ^= 4;
    Files.write(file, bytes);

    refused(
        extractor(DATA).checkpoint(at(file).resuming()), "LIEGG-CHECKPOINT-CORRUPT", "checksum");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 8, 1000})
  void refusesAFileThatWasCutShort(int length) throws IOException {
    Path file = ended();
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, length));

    refused(extractor(DATA).checkpoint(at(file).resuming()), "LIEGG-CHECKPOINT-CORRUPT", "short");
  }

  @Test
  void refusesWhatDoesNotIterate() {
    Checkpoint kept = at(folder.resolve("unused"));

    refused(
        ExactCases.extractor(ExactModel.o5(0), "gl(5)^2", "auto").checkpoint(kept),
        "LIEGG-CHECKPOINT-UNUSED",
        "the decomposition qr does not iterate");
    refused(
        extractor(DATA).reference("so(3)+scale(30)").byValues().checkpoint(kept),
        "LIEGG-CHECKPOINT-UNUSED",
        "finite transformations");
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    refused(
        extractor(DATA).checkpoint(at(folder.resolve("none").resolve("file"))),
        "LIEGG-OUTPUT-UNWRITABLE",
        "folder");
  }

  private Path ended() {
    Path file = folder.resolve("ended");
    assertThatExceptionOfType(Ended.class)
        .isThrownBy(
            () -> extractor(DATA).checkpoint(at(file)).progress(new Ending(2)).build().extract());
    return file;
  }

  private static Checkpoint at(Path file) {
    return Checkpoint.at(file).every(Duration.ZERO);
  }

  private static void refused(SymmetryExtractorBuilder extractor, String code, String found) {
    assertThatThrownBy(() -> extractor.build().extract())
        .isInstanceOf(LieggException.class)
        .hasMessageContainingAll(code, found)
        .hasMessageNotContaining("\n");
  }

  private static SymmetryExtractorBuilder extractor(Dataset data) {
    return ExactCases.extractor(model(), data, "gl(33)", "lobpcg");
  }

  /** It sees three inputs through their norm alone, and each of the others alone. */
  private static ModelGradient model() {
    return ExactModel.ofGradient(
        INPUTS,
        (x, gradient) -> {
          double r = Math.sqrt(x[0] * x[0] + x[1] * x[1] + x[2] * x[2]);
          double slope = 0;
          for (int i = 3; i < INPUTS; i++) {
            gradient[i] = 1.5 + Math.sin(3 * x[i] + r);
            slope += Math.cos(2 * x[i]);
          }
          for (int i = 0; i < 3; i++) {
            gradient[i] = (1 + 0.2 * slope) * x[i] / r;
          }
        });
  }
}
