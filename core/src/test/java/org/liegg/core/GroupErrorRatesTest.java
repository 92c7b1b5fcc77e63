package org.liegg.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.api.spi.TransformationGroup;
import org.liegg.core.samples.BlockAssignment;
import org.liegg.core.samples.BlockedSamples;
import org.liegg.core.transformation.MeanMoves;
import org.liegg.core.transformation.TransformationMeasure;
import org.liegg.core.transformation.VaryingModel;
import org.liegg.tck.fixtures.ExactModel;

/**
 * How often a check errs that stops as soon as it is certain: on models just above what passes, and
 * just below it, 200 times each.
 */
@Tag("slow")
class GroupErrorRatesTest {
  private static final int TRIALS = 200;

  /** 2.5 % of them. */
  private static final int MOST = 5;

  private static final int SAMPLES = 4000;
  private static final int MANY = 400_000;

  /** Models that nearly keep a group. */
  static Stream<Nearly> models() {
    return Stream.of(
        new Nearly(
            "everywhere by a little",
            ElementGroups.parity(2),
            x -> x[0] * x[0] + x[1] * x[1] + 0.2 * x[0]),
        new Nearly(
            "at one sample of twenty by a step, and not at all elsewhere",
            ElementGroups.parity(2),
            x -> Math.floor(x[0] * x[0] + x[1] * x[1]) + (x[0] > 2 ? 2 : 0)),
        new Nearly(
            "along each of fifteen elements by another amount",
            ElementGroups.dihedral(8, true, 1),
            x -> Math.exp(-(x[0] * x[0] + 0.22 * x[0] * x[1] + x[1] * x[1]) / 2)));
  }

  /** A model, the group that it nearly keeps, and how far it does not. */
  record Nearly(String how, TransformationGroup group, ToDoubleFunction<double[]> value) {

    SymmetryReport check(long seed, double tolerance) {
      return SymmetryExtractor.builder()
          .model(model())
          .data(ExactCases.normal(SAMPLES, 2, seed))
          .group(group)
          .with(s -> s.withTolerance(tolerance).withSeed(seed))
          .build()
          .extract();
    }

    private ExactModel model() {
      return ExactModel.of(2, 1, x -> new double[] {value.applyAsDouble(x)}, at -> new double[2]);
    }

    /** Of the worst element, over a hundred times as many samples. */
    double truth() {
      BlockedSamples samples =
          BlockedSamples.draw(
              ExactCases.normal(MANY, 2, 99),
              OptionalLong.empty(),
              MANY,
              MANY,
              99,
              BlockAssignment.byValue());
      TransformationMeasure measure =
          new TransformationMeasure(
              new VaryingModel(model(), MANY),
              samples,
              MeanMoves.none(new double[] {1, 1}),
              new double[] {1},
              1,
              0);
      return group.elements(1, 0).tried().stream()
          .mapToDouble(element -> measure.of(element).orElseThrow().defect().value(0))
          .max()
          .orElseThrow();
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void whatIsJustAboveSeldomPassesAndWhatIsJustBelowSeldomFails(Nearly model) {
    double truth = model.truth();
    Map<Verdict, Integer> above = counted(model, truth / 1.02);
    Map<Verdict, Integer> below = counted(model, truth * 1.02);
    assertThat(above.get(Verdict.INVARIANT)).isLessThanOrEqualTo(MOST);
    assertThat(below.get(Verdict.BROKEN)).isLessThanOrEqualTo(MOST);
  }

  private static Map<Verdict, Integer> counted(Nearly model, double tolerance) {
    Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      verdicts.put(verdict, 0);
    }
    for (int seed = 0; seed < TRIALS; seed++) {
      verdicts.merge(model.check(seed, tolerance).nullspace().verdict(), 1, Integer::sum);
    }
    return verdicts;
  }
}
