package org.liegg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.Dataset;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.FilterDataset;
import org.liegg.core.parts.Part;
import org.liegg.core.parts.PartPlan;
import org.liegg.core.parts.PartState;
import org.liegg.core.parts.PartSums;
import org.liegg.core.parts.Round;
import org.liegg.core.settings.Gradients;
import org.liegg.data.Datasets;
import org.liegg.tck.fixtures.ExactModel;

/** Parts that are summed apart, as bytes, say what one process says of the same parts. */
class PartExtractionTest {
  private static final PartSums SUMS = PartSums.ofRegistry();

  @ParameterizedTest
  @CsvSource({"1, gram", "2, gram", "8, gram", "5, qr", "3, ejml-svd", "4, lobpcg"})
  void giveTheReportOfOneProcessToTheLastBit(int parts, String decomposition) {
    SymmetryReport one = o5(decomposition).inParts(parts).extract();
    SymmetryReport merged = apart(o5(decomposition), parts, new ArrayList<>());

    assertThat(ReportNumbers.of(merged)).isEqualTo(ReportNumbers.of(one));
    assertThat(one.nullspace().dimension()).isEqualTo(10);
    assertThat(one.nullspace().verdict()).isEqualTo(Verdict.INVARIANT);
    assertThat(one.heldOut()).isPresent();
    assertThat(one.reference().orElseThrow().defect()).isPresent();
    assertThat(one.finiteCheck()).isNotEmpty();
    assertThat(one.orbits()).isNotEmpty();
  }

  /** Of so little memory that five times five fields are iterated on. */
  @Test
  void areAskedInEveryStepOfAnIteration() {
    SymmetryReport one = iterated().inParts(3).extract();
    SymmetryReport merged = apart(iterated(), 3, new ArrayList<>());
    SymmetryReport piece = iterated().build().extract();

    assertThat(ReportNumbers.of(merged)).isEqualTo(ReportNumbers.of(one));
    assertThat(one.decomposition().detail()).startsWith("LOBPCG, ").contains(" iterations, ");
    assertThat(steps(one)).isEqualTo(steps(piece));
    assertThat(one.nullspace().dimension()).isEqualTo(10);
    assertThat(one.spectrum().defect()).containsExactly(piece.spectrum().defect(), within(1e-9));
  }

  private static String steps(SymmetryReport report) {
    return report.decomposition().detail().replaceAll(" iterations.*", "");
  }

  private static SymmetryExtractorBuilder iterated() {
    return o5("lobpcg").with(s -> s.withMemoryBytes(48 << 20).withSmallest(12));
  }

  /** Of weights, centres, scalings, insensitive inputs and outputs apart, and tangents. */
  @ParameterizedTest
  @CsvSource({"aff(3), full", "gl(3) -> gl(2), full", "scale(3)+gl(1), tangential"})
  void giveItForWhateverIsAskedOfThem(String action, String gradients) {
    boolean wide = action.startsWith("scale");
    Dataset data = ExactCases.normal(900, wide ? 4 : 3);
    SymmetryExtractorBuilder asked =
        ExactCases.extractor(twoOutputs(wide ? 4 : 3), data, action, "gram")
            .with(s -> s.withGradients(Gradients.valueOf(gradients.toUpperCase(Locale.ROOT))));
    SymmetryReport merged = apart(asked, 3, new ArrayList<>());
    SymmetryReport one = asked.inParts(3).extract();

    assertThat(ReportNumbers.of(merged)).isEqualTo(ReportNumbers.of(one));
    assertThat(one.heldOut()).isPresent();
    assertThat(one.measure().orElseThrow().outputs()).hasSize(action.contains("->") ? 0 : 2);
  }

  @Test
  void doNotDependOnHowManyWorkAtATime() {
    SymmetryReport one = o5("gram").inParts(6).extract();
    SymmetryReport three = o5("gram").with(s -> s.withThreads(3)).inParts(6).extract();

    assertThat(ReportNumbers.of(three).replace("threads=3", "threads=1"))
        .isEqualTo(ReportNumbers.of(one));
  }

  @Test
  void agreeWithAnExtractionInOnePiece() {
    SymmetryReport parts = o5("gram").inParts(8).extract();
    SymmetryReport piece = o5("gram").build().extract();

    assertThat(parts.nullspace().dimension()).isEqualTo(piece.nullspace().dimension());
    assertThat(parts.data()).isEqualTo(piece.data());
    double[] ours = parts.spectrum().singularValues();
    double[] theirs = piece.spectrum().singularValues();
    for (int i = 0; i < 15; i++) {
      assertThat(ours[i]).isCloseTo(theirs[i], withPercentage(1e-9));
    }
  }

  @Test
  void needOneRoundOfGradientsWhereNothingIsHeldOut() {
    SymmetryExtractorBuilder all = o5("gram").with(s -> s.withHeldOut(false));
    List<Round> rounds = new ArrayList<>();
    SymmetryReport merged = apart(all, 4, rounds);

    assertThat(rounds).containsExactly(Round.SURVEY, Round.SELECT);
    assertThat(merged.nullspace().dimension()).isEqualTo(10);
    assertThat(merged.heldOut()).isEmpty();
  }

  @Test
  void groupNoisyCopiesAcrossParts() {
    Dataset copies = copies(200, 20, 5);
    List<Round> rounds = new ArrayList<>();
    SymmetryExtractorBuilder asked =
        ExactCases.extractor(ExactModel.sphere(5), copies, "gl(5)", "gram");
    SymmetryReport merged = apart(asked, 4, rounds);
    SymmetryReport piece = ExactCases.extract(ExactModel.sphere(5), copies, "gl(5)");

    assertThat(rounds).containsExactly(Round.SURVEY, Round.GROUP, Round.SELECT, Round.ESTIMATE);
    assertThat(codes(merged)).contains("near-copies");
    assertThat(codes(piece)).contains("near-copies");
    assertThat(merged.warnings().toString()).contains("200 neighbourhoods");
    assertThat(ReportNumbers.of(merged))
        .isEqualTo(
            ReportNumbers.of(
                ExactCases.extractor(ExactModel.sphere(5), copies, "gl(5)", "gram")
                    .inParts(4)
                    .extract()));
  }

  @Test
  void seeThatConsecutiveSamplesAreAlike() {
    Dataset walk = walk(4000, 4);
    SymmetryReport parts =
        ExactCases.extractor(ExactModel.sphere(4), walk, "gl(4)", "gram").inParts(4).extract();
    SymmetryReport piece = ExactCases.extract(ExactModel.sphere(4), walk, "gl(4)");

    assertThat(codes(piece)).contains("dependent-samples");
    assertThat(codes(parts)).contains("dependent-samples");
    assertThat(parts.nullspace().dimension()).isEqualTo(piece.nullspace().dimension());
  }

  @Test
  void countCopiesInDifferentParts() {
    double[] once = ExactCases.gaussians(1000 * 4, 3);
    double[] twice = new double[2 * once.length];
    System.arraycopy(once, 0, twice, 0, once.length);
    System.arraycopy(once, 0, twice, once.length, once.length);
    Dataset data = Datasets.of("twice", new Batch(2000, 4, twice));
    SymmetryReport parts =
        ExactCases.extractor(ExactModel.sphere(4), data, "gl(4)", "gram").inParts(2).extract();

    assertThat(parts.warnings().toString()).contains("50.0 % of the samples are copies");
  }

  @Test
  void areTheSameWhereTheDataDoNotSayHowManySamplesThereAre() {
    Dataset known = ExactCases.normal(1001, 3);
    FilterDataset unknown =
        new FilterDataset() {
          @Override
          public Dataset source() {
            return known;
          }

          @Override
          public OptionalLong samples() {
            return OptionalLong.empty();
          }

          @Override
          public BatchStream batches(int batchSize) {
            return known.batches(batchSize);
          }
        };

    assertThat(ReportNumbers.of(sphere(unknown).inParts(4).extract()))
        .isEqualTo(ReportNumbers.of(sphere(known).inParts(4).extract()));
  }

  private static SymmetryExtractorBuilder sphere(Dataset data) {
    return ExactCases.extractor(ExactModel.sphere(3), data, "gl(3)", "gram");
  }

  static SymmetryExtractorBuilder o5(String decomposition) {
    return ExactCases.extractor(ExactModel.o5(0), "gl(5)^2", decomposition)
        .reference("so(5)")
        .with(s -> s.withFiniteSamples(100));
  }

  /** Every state through bytes, in any order, some of them merged before. */
  private static SymmetryReport apart(
      SymmetryExtractorBuilder asked, int parts, List<Round> rounds) {
    PartExtraction extraction = asked.inParts(parts, List.of("any"), SUMS);
    Random random = new Random(parts);
    byte[] plan = extraction.start().toBytes();
    while (true) {
      PartPlan read = PartPlan.of(plan, "plan");
      rounds.add(read.round());
      List<PartState> states = new ArrayList<>();
      for (int number = 1; number <= parts; number++) {
        states.add(read(extraction.sum(read, new Part(number, parts))));
      }
      while (states.size() > 1) {
        Collections.shuffle(states, random);
        PartState some = states.remove(0);
        PartState more = states.remove(0);
        states.add(read(some.plus(List.of(more), SUMS)));
      }
      PartStep step = extraction.next(states.get(0));
      if (step instanceof PartStep.Done done) {
        return done.report();
      }
      plan = ((PartStep.Next) step).plan().toBytes();
    }
  }

  private static PartState read(PartState state) {
    return PartState.of(state.toBytes(), "state");
  }

  private static List<String> codes(SymmetryReport report) {
    return report.warnings().stream().map(warning -> warning.code()).toList();
  }

  /** One output a hundred times as sensitive as the other, and an input that neither depends on. */
  private static ModelGradient twoOutputs(int inputs) {
    return ExactModel.of(
        inputs,
        2,
        x -> new double[] {x[0] * x[0] + x[1] * x[1], 100 * Math.sin(x[0])},
        x -> {
          double[] jacobian = new double[2 * inputs];
          jacobian[0] = 2 * x[0];
          jacobian[1] = 2 * x[1];
          jacobian[inputs] = 100 * Math.cos(x[0]);
          return jacobian;
        });
  }

  private static Dataset copies(int points, int each, int columns) {
    Random random = new Random(4);
    double[] centers = ExactCases.gaussians(points * columns, 5);
    double[] values = new double[points * each * columns];
    for (int n = 0; n < points * each; n++) {
      for (int i = 0; i < columns; i++) {
        values[n * columns + i] = centers[n % points * columns + i] + 1e-4 * random.nextGaussian();
      }
    }
    return Datasets.of("copies", new Batch(points * each, columns, values));
  }

  private static Dataset walk(int samples, int columns) {
    Random random = new Random(6);
    double[] values = new double[samples * columns];
    for (int i = columns; i < values.length; i++) {
      values[i] = 0.9 * values[i - columns] + random.nextGaussian();
    }
    return Datasets.of("walk", new Batch(samples, columns, values));
  }
}
