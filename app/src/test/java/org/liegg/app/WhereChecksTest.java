package org.liegg.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.DataException;
import org.liegg.api.Dataset;
import org.liegg.api.report.SamplePart;
import org.liegg.api.report.Verdict;
import org.liegg.api.report.Where;
import org.liegg.api.spi.support.FilterDataset;
import org.liegg.data.ColumnChoice;
import org.liegg.data.DataOptions;
import org.liegg.data.Datasets;

/** Where checks fail, by names and files. */
class WhereChecksTest {
  private static final Liegg LIEGG = Liegg.create();
  private static final int SAMPLES = 3000;

  @TempDir Path folder;

  /** Even in its second input but where the first is above 1. */
  private static double[] breaksAboveOne(double[] x) {
    return new double[] {x[1] * x[1] + (x[0] > 1 ? 2 * x[1] : 0)};
  }

  private static double[][] normal(int columns) {
    Random random = new Random(11);
    double[][] rows = new double[SAMPLES][columns];
    for (double[] row : rows) {
      for (int i = 0; i < columns; i++) {
        row[i] = random.nextGaussian();
      }
    }
    return rows;
  }

  /** A column beside the inputs says where the first is above 1. */
  private Path table() throws IOException {
    StringBuilder text = new StringBuilder("age,dose,site\n");
    for (double[] row : normal(2)) {
      text.append("%s,%s,%d%n".formatted(row[0], row[1], row[0] > 1 ? 3 : 2));
    }
    return Files.writeString(folder.resolve("x.csv"), text);
  }

  private Extraction ofTable() throws IOException {
    return LIEGG
        .model(2, 1, WhereChecksTest::breaksAboveOne)
        .data(table(), DataOptions.defaults().withColumns(ColumnChoice.all().leaving("site")));
  }

  private static Where found(Extraction asked, String group) {
    return asked.check(group).report().where().orElseThrow();
  }

  @Test
  void columnsHaveTheirNames() throws IOException {
    Where found = found(ofTable().slices("age").where(), "flip(2)");

    assertThat(found.slices().get(0).parts())
        .last()
        .satisfies(
            part -> {
              assertThat(part.name()).startsWith("age > 0.");
              assertThat(part.verdict()).isEqualTo(Verdict.BROKEN);
            });
    assertThat(found.region().orElseThrow().leaves().get(1).conditions().get(0).input())
        .isEqualTo("age");
  }

  @Test
  void aColumnThatWasLeftOutOfTheSamplesMakesSlices() throws IOException {
    Where found = found(ofTable().slices("site"), "flip(2)");

    assertThat(found.slices().get(0).parts())
        .extracting(SamplePart::name, SamplePart::verdict)
        .containsExactly(tuple("site = 2", Verdict.INVARIANT), tuple("site = 3", Verdict.BROKEN));
  }

  @Test
  void aColumnThatThereIsNotIsSaidWithTheNearest() throws IOException {
    Extraction asked = ofTable().slices("agee");

    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> asked.check("flip(2)"))
        .withMessageStartingWith("LIEGG-SLICE-COLUMN")
        .withMessageContaining("'age'");
  }

  @Test
  void whatIsAskedIsInTheProvenance() throws IOException {
    assertThat(
            ofTable()
                .slices("age in 3", "cluster(2)")
                .where()
                .beyond()
                .check("flip(2)")
                .report()
                .provenance()
                .options())
        .containsEntry("slice", "age in 3; cluster(2)")
        .containsEntry("where", "yes")
        .containsEntry("beyond", "yes");
  }

  @Test
  void algebrasAreLookedAtByTheirTransformations() {
    UnaryOperator<double[]> bent =
        x -> new double[] {x[0] * x[0] + x[1] * x[1] + (x[2] > 0.5 ? 2 * x[0] : 0)};
    Where found =
        found(
            LIEGG.model(3, 1, bent).data(normal(3)).action("so(2)+none(1)").slices("x3").where(),
            "so(2)+none(1)");

    assertThat(found.slices().get(0).parts())
        .extracting(SamplePart::verdict)
        .startsWith(Verdict.INVARIANT)
        .endsWith(Verdict.BROKEN);
    assertThat(found.region().orElseThrow().breaks().orElseThrow().share()).isBetween(0.25, 0.36);
  }

  @Test
  void layersOfAGroupThatMovesOutputsAreRefused() {
    Extraction asked = LIEGG.model(2, 2, (double[] x) -> x.clone()).data(normal(2)).byLayer();

    assertThatExceptionOfType(ActionException.class)
        .isThrownBy(() -> asked.check("C(4) -> same"))
        .withMessageStartingWith("LIEGG-SLICE-GROUP");
  }

  @Test
  void picturesThatChangeMostAreMoved() {
    UnaryOperator<double[]> left = x -> new double[] {x[0] + x[4] + 2 * x[8] + 3 * x[12]};
    Where found =
        found(LIEGG.model(16, 1, left).data(pictures(4, 4)).slices("x1"), "image-flip(4x4)");

    assertThat(found.moved()).hasSize(3);
    Where.MovedSample first = found.moved().get(0);
    assertThat(first.shape()).isEqualTo(List.of(4, 4));
    assertThat(first.inputs()[1][3]).isEqualTo(first.inputs()[0][0]);
    assertThat(first.outputs()[0][0]).isEqualTo(left.apply(first.inputs()[0])[0]);
    assertThat(first.outputs()[1][0]).isEqualTo(left.apply(first.inputs()[1])[0]);
  }

  private static Dataset pictures(int height, int width) {
    double[] values = new double[SAMPLES * height * width];
    Random random = new Random(3);
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextDouble();
    }
    return new Pictures(
        Datasets.of("pictures", new Batch(SAMPLES, height * width, values)),
        List.of(height, width));
  }

  private record Pictures(Dataset source, List<Integer> sampleShape) implements FilterDataset {
    @Override
    public OptionalLong samples() {
      return source.samples();
    }

    @Override
    public BatchStream batches(int batchSize) {
      return source.batches(batchSize);
    }
  }
}
