package org.liegg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.ActionException;
import org.liegg.api.DataException;
import org.liegg.api.report.SymmetryReport;
import org.liegg.tck.fixtures.ExactModel;

/** How an extraction runs: batches, threads, progress, refusals. */
class ExtractionRunTest {

  @Test
  void batchesDoNotChangeTheAnswer() {
    SymmetryReport whole =
        ExactCases.extractor(ExactModel.o5(0), "gl(5)^2", "gram").build().extract();
    SymmetryReport parts =
        ExactCases.extractor(ExactModel.o5(0), "gl(5)^2", "gram")
            .with(s -> s.withBatchSize(37))
            .build()
            .extract();

    assertThat(parts.spectrum().singularValues()[0])
        .isCloseTo(whole.spectrum().singularValues()[0], within(1e-9));
    assertThat(parts.spectrum().defect()[14])
        .isCloseTo(whole.spectrum().defect()[14], within(1e-10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gram", "ejml-svd"})
  void threadsDoNotChangeTheAnswer(String decomposition) {
    SymmetryReport one =
        ExactCases.extractor(ExactModel.o5(0), "gl(5)^2", decomposition).build().extract();
    SymmetryReport three =
        ExactCases.extractor(ExactModel.o5(0), "gl(5)^2", decomposition)
            .with(s -> s.withBatchSize(111).withThreads(3))
            .build()
            .extract();

    assertThat(three.data().used()).isEqualTo(4000);
    for (int i = 0; i < 15; i++) {
      assertThat(three.spectrum().singularValues()[i])
          .isCloseTo(one.spectrum().singularValues()[i], within(1e-9));
    }
    assertThat(three.nullspace().dimension()).isEqualTo(10);
  }

  @Test
  void theSameThreadsGiveTheSameBits() {
    assertThat(onTwoThreads()).isEqualTo(onTwoThreads());
  }

  private static double[] onTwoThreads() {
    return ExactCases.extractor(ExactModel.o5(0), "gl(5)^2", "gram")
        .with(s -> s.withBatchSize(100).withThreads(2))
        .build()
        .extract()
        .spectrum()
        .singularValues();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void whatAWorkerThrowsIsThrown(int threads) {
    ExactModel broken =
        ExactModel.ofGradient(
            5,
            (x, g) -> {
              if (x[0] > 1) {
                throw new IllegalStateException("broken at x > 1");
              }
            });
    SymmetryExtractor extractor =
        ExactCases.extractor(broken, "gl(5)", "gram")
            .with(s -> s.withBatchSize(10).withThreads(threads))
            .build();

    assertThatThrownBy(extractor::extract)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("broken at x > 1");
  }

  @Test
  void tellsItsProgressUpToTheLimit() {
    List<Long> heard = new ArrayList<>();

    ExactCases.extractor(ExactModel.o5(0), "gl(5)^2", "gram")
        .with(s -> s.withBatchSize(400).withLimit(1000))
        .progress(
            (done, total) -> {
              heard.add(done);
              assertThat(total).hasValue(1000);
            })
        .build()
        .extract();

    assertThat(heard).isSorted().endsWith(1000L).hasSizeGreaterThan(2);
  }

  @Test
  void tellsWhatGoesOnAfterTheSamples() {
    List<String> heard = new ArrayList<>();
    ProgressListener listener =
        new ProgressListener() {
          @Override
          public void samples(long done, OptionalLong total) {
            assertThat(heard).isEmpty();
          }

          @Override
          public void stage(String name) {
            heard.add(name);
          }
        };

    ExactCases.extractor(ExactModel.o5(0), "gl(5)^2", "gram").progress(listener).build().extract();

    assertThat(heard).containsExactly("spectrum", "evidence", "generators and algebra");
  }

  @Test
  void refusesDataOfAnotherWidthAndSaysBothNumbers() {
    SymmetryExtractorBuilder builder =
        ExactCases.extractor(ExactModel.o5(0), "gl(5)^2", "gram").data(ExactCases.normal(10, 7));

    assertThatThrownBy(() -> builder.build().extract())
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("LIEGG-DATA-WIDTH", "7", "10");
  }

  @Test
  void refusesAnActionOfAnotherSize() {
    SymmetryExtractorBuilder builder = ExactCases.extractor(ExactModel.o5(0), "gl(4)^2", "gram");

    assertThatThrownBy(() -> builder.build().extract())
        .isInstanceOf(ActionException.class)
        .hasMessageContainingAll("LIEGG-ACTION-SIZE", "gl(4)^2", "8", "10");
  }

  @Test
  void namesWhatIsMissing() {
    assertThatThrownBy(() -> SymmetryExtractor.builder().build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("model");
  }

  @Test
  void saysWhereTheResultComesFrom() {
    SymmetryReport report =
        ExactCases.extractor(ExactModel.o5(0), "gl(5)^2", "gram")
            .option("colour", "blue")
            .build()
            .extract();

    assertThat(report.provenance().options()).containsEntry("colour", "blue");
    assertThat(report.provenance().seconds())
        .containsOnlyKeys("read", "gradient", "polarize", "decompose", "evidence", "total");
    assertThat(report.provenance().peakMemoryBytes()).isPositive();
    assertThat(report.data().samples()).isEqualTo(4000);
  }
}
