package org.liegg.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.liegg.api.Bounded;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.Matrix;
import org.liegg.api.Polarization;
import org.liegg.api.spi.Decomposition;
import org.liegg.linalg.GramProvider;
import org.liegg.metrics.AngleBounds;
import org.liegg.metrics.DimensionBounds;
import org.liegg.metrics.HeldOutMeasure;
import org.liegg.metrics.HeldOutSums;
import org.liegg.metrics.IntervalRule;
import org.liegg.metrics.NullspaceDecision;

/**
 * How often the intervals from held-out samples hold the truth, and how often the dimension's is
 * wrong where it is hardest: at a tolerance 5 % beside the defect of a direction. Arguments:
 * repetitions (200), samples of the truth (400000).
 */
public final class CoverageSimulation {
  private static final int[] SIZES = {200, 500, 2_000, 8_000};
  private static final int BLOCKS = 32;
  private static final double BESIDE = 1.05;
  private static final double FLOOR = 1e-28;

  private CoverageSimulation() {}

  /**
   * Prints two tables.
   *
   * @param arguments repetitions, samples of the truth
   */
  public static void main(String[] arguments) {
    int repetitions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
    int large = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 400_000;
    System.out.println(
        "| function | N | δ covered | σ²/N covered | angle covered | median δ̂/δ | median"
            + " upper/lower | false held | false broken | undecided above | undecided below |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
    for (KnownFunction function :
        List.of(
            KnownFunction.heavyTailed(),
            KnownFunction.lightTailed(),
            KnownFunction.twoOutputs(),
            KnownFunction.equivariant())) {
      LargeSample truth = new LargeSample(function, large, new Random(1));
      for (int size : SIZES) {
        List<Trial> trials =
            IntStream.range(0, repetitions)
                .parallel()
                .mapToObj(r -> trial(function, truth, size, new Random(1_000L * size + r)))
                .toList();
        print(function.name(), size, trials);
      }
    }
  }

  /** One data set; NaN and no where there is no interval. */
  private record Trial(
      double ratio,
      double width,
      boolean defect,
      boolean variance,
      boolean angle,
      boolean falselyHeld,
      boolean falselyBroken,
      boolean undecidedAbove,
      boolean undecidedBelow) {}

  private static Trial trial(KnownFunction function, LargeSample truth, int size, Random random) {
    int nearly = function.nearly();
    double[] defects = truth.defects();
    double between = Math.sqrt(defects[nearly - 1] * defects[nearly]);
    Polarization choosing = function.sample(size / 2, random);
    Polarization measuring = function.sample(size - size / 2, random);
    GramProvider provider = new GramProvider();
    try (Decomposition decomposition = provider.open(function.action().dimension())) {
      decomposition.accept(choosing);
      DefectSpectrum first;
      try (Decomposition copy = provider.restore(decomposition.state())) {
        first = copy.finish().defects().orElseThrow();
      }
      decomposition.accept(measuring);
      NullspaceDecision all =
          NullspaceDecision.at(between, decomposition.finish().defects().orElseThrow());
      Matrix chosen = ascending(first);
      HeldOutMeasure measure = measure(function, chosen, measuring);
      int tracked = nearly - 1;
      double[] c = new double[chosen.rows()];
      c[tracked] = 1;
      double[] h =
          Arrays.copyOfRange(
              chosen.values(), tracked * chosen.columns(), (tracked + 1) * chosen.columns());
      Bounded defect = measure.defect(c);
      double trueDefect = truth.change(h) / truth.baseline(h);
      // The hardest tolerances: just below and just above the largest defect that is nearly 0.
      double hardest = defects[nearly - 1];
      DimensionBounds below = DimensionBounds.of(measure, chosen.rows(), hardest / BESIDE);
      DimensionBounds above = DimensionBounds.of(measure, chosen.rows(), hardest * BESIDE);
      int trulyBelow = (int) Arrays.stream(defects).filter(d -> d <= hardest / BESIDE).count();
      int trulyAbove = (int) Arrays.stream(defects).filter(d -> d <= hardest * BESIDE).count();
      return new Trial(
          defect.value() / trueDefect,
          defect.high() / defect.low(),
          holds(defect, trueDefect),
          holds(measure.variance(c), truth.change(h)),
          holds(
              angle(function, all, chosen, measure, size),
              truth.angle(between, function.reference())),
          below.held() > trulyBelow,
          chosen.rows() - above.broken() < trulyAbove,
          above.undecided() > 0,
          below.undecided() > 0);
    }
  }

  private static Bounded angle(
      KnownFunction function,
      NullspaceDecision all,
      Matrix chosen,
      HeldOutMeasure measure,
      int size) {
    return AngleBounds.of(
        LargeSample.largestAngle(all.directions(), function.reference()),
        size,
        measure,
        chosen,
        all.accepted(),
        new Matrix(0, chosen.columns(), new double[0]),
        function.reference());
  }

  private static HeldOutMeasure measure(
      KnownFunction function, Matrix chosen, Polarization measuring) {
    HeldOutSums sums = new HeldOutSums(function.action().fields(), chosen, BLOCKS);
    int samples = measuring.samples();
    int[] blocks = new int[samples];
    for (int n = 0; n < samples; n++) {
      blocks[n] = (int) ((long) n * BLOCKS / samples);
    }
    sums.accept(measuring, blocks);
    return HeldOutMeasure.of(sums, IntervalRule.independent(FLOOR)).orElseThrow();
  }

  private static Matrix ascending(DefectSpectrum spectrum) {
    int count = spectrum.defects().length;
    double[] rows = new double[count * spectrum.columns()];
    for (int i = 0; i < count; i++) {
      System.arraycopy(
          spectrum.direction(count - 1 - i), 0, rows, i * spectrum.columns(), spectrum.columns());
    }
    return new Matrix(count, spectrum.columns(), rows);
  }

  private static boolean holds(Bounded bounded, double truth) {
    return bounded.low() <= truth && truth <= bounded.high();
  }

  private static void print(String name, int size, List<Trial> trials) {
    System.out.println(
        String.format(
            Locale.ROOT,
            "| %s | %d | %.3f | %.3f | %.3f | %.2f | %.2f | %.3f | %.3f | %.2f | %.2f |",
            name,
            size,
            share(trials, Trial::defect),
            share(trials, Trial::variance),
            share(trials, Trial::angle),
            median(trials.stream().mapToDouble(Trial::ratio).toArray()),
            median(trials.stream().mapToDouble(Trial::width).toArray()),
            share(trials, Trial::falselyHeld),
            share(trials, Trial::falselyBroken),
            share(trials, Trial::undecidedAbove),
            share(trials, Trial::undecidedBelow)));
  }

  private static double share(List<Trial> trials, java.util.function.Predicate<Trial> what) {
    return (double) trials.stream().filter(what).count() / trials.size();
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
